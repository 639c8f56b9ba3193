import { Component, type App } from "obsidian";
import { fixFor, type Diagnostic } from "../../lint/diagnostic.ts";
import type { Fix } from "../../rules/rule.ts";
import { Slices } from "../slices.ts";
import { currentText } from "./note-access.ts";
import type { ProblemsSource } from "./problems-source.ts";

/**
 * The sure repairs of listed problems. A repair needs its note's text, which may have to be read: whoever asks gets what is
 * known, and is told when more is. What is known of a problem holds as long as the problem is the same object.
 */
export class SureRepairs extends Component {
  private readonly app: App;
  private readonly source: ProblemsSource;
  private readonly tell: (rules: ReadonlySet<string>) => void;
  private readonly slices = new Slices();
  private readonly known = new WeakMap<Diagnostic, Fix | null>();
  private wanted: readonly Diagnostic[] = [];
  private state: "idle" | "busy" | "over" = "idle";

  /** @param tell is called when there are repairs that were not known before, with the rules whose problems have them */
  constructor(app: App, source: ProblemsSource, tell: (rules: ReadonlySet<string>) => void) {
    super();
    this.app = app;
    this.source = source;
    this.tell = tell;
  }

  override onunload(): void {
    this.state = "over";
    this.slices.stop();
  }

  /** The sure repair of a problem; null where there is none, or it is not known yet. */
  readonly of = (diagnostic: Diagnostic): Fix | null => this.known.get(diagnostic) ?? null;

  /** Come to know the repairs of these problems; of those asked for before, no longer. */
  async look(diagnostics: readonly Diagnostic[]): Promise<void> {
    this.wanted = diagnostics;
    if (this.state !== "idle" || diagnostics.length === 0) return;
    this.state = "busy";
    try {
      const rules = await this.lookAtAll();
      if (rules.size > 0) this.tell(rules);
    } finally {
      if (!this.isOver()) this.state = "idle";
    }
  }

  /** Gives the rules that have sure repairs which were not known before. */
  private async lookAtAll(): Promise<ReadonlySet<string>> {
    const rules = new Set<string>();
    // The list has just been drawn.
    await this.slices.pause();
    for (;;) {
      const notes = await this.unknownByPath();
      if (this.isOver() || notes.size === 0) return rules;
      for (const [path, diagnostics] of notes) {
        for (const rule of await this.lookInto(path, diagnostics)) rules.add(rule);
        if (this.slices.spent()) await this.slices.pause();
        if (this.isOver()) return new Set();
      }
    }
  }

  /** What is wanted and not known yet, by the path of its note. */
  private async unknownByPath(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const found = new Map<string, Diagnostic[]>();
    for (const diagnostic of this.wanted) {
      if (this.known.has(diagnostic)) continue;
      const others = found.get(diagnostic.path);
      if (others) others.push(diagnostic);
      else found.set(diagnostic.path, [diagnostic]);
      if (this.slices.spent()) await this.slices.pause();
    }
    return found;
  }

  /** Unloading takes place while others wait. */
  private isOver(): boolean {
    return this.state === "over";
  }

  /** Gives the rules of those of these problems of a note that have a sure repair. */
  private async lookInto(path: string, diagnostics: readonly Diagnostic[]): Promise<readonly string[]> {
    const file = this.app.vault.getFileByPath(path);
    const text = file && (await currentText(file, this.app));
    // Another text than the one that was linted: other problems are on their way.
    const isLinted = text !== null && this.source.index.note(path)?.length === text.length;
    const rules: string[] = [];
    for (const diagnostic of diagnostics) {
      const fix = isLinted ? fixFor(diagnostic, text) : null;
      this.known.set(diagnostic, fix);
      if (fix !== null) rules.push(diagnostic.rule);
    }
    return rules;
  }
}
