import { Component } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { sortInSteps } from "../../text/steps.ts";
import { inSlices, Slices } from "../slices.ts";
import type { ProblemsSource } from "./problems-source.ts";

/** How long changes are gathered before the view takes them up, in milliseconds. */
const DELAY = 200;

/**
 * Hands on all diagnostics of the vault, by path and in text order: once when the vault has been read, and again after
 * changes. Notes are linted when they are asked for, so that they are asked for in slices.
 */
export class ProblemFeed extends Component {
  private readonly source: ProblemsSource;
  private readonly take: (diagnostics: readonly Diagnostic[]) => void;
  private readonly slices = new Slices();
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly changed = new Set<string>();
  /** Paths with diagnostics in order; null where another has come. */
  private order: readonly string[] | null = null;
  private timer = 0;
  private state: "new" | "idle" | "busy" | "over" = "new";

  /** @param take is called with all diagnostics there are */
  constructor(source: ProblemsSource, take: (diagnostics: readonly Diagnostic[]) => void) {
    super();
    this.source = source;
    this.take = take;
  }

  override onload(): void {
    const unsubscribe = this.source.onChange((affected) => {
      for (const path of affected) this.changed.add(path);
      this.schedule();
    });
    this.register(unsubscribe);
  }

  override onunload(): void {
    this.state = "over";
    window.clearTimeout(this.timer);
    this.slices.stop();
  }

  /** Collect for the first time: to be called when the vault has been read. */
  async start(): Promise<void> {
    if (this.state !== "new") return;
    this.state = "busy";
    for (const path of this.source.linted()) {
      this.changed.add(path);
      if (this.slices.spent()) await this.slices.pause();
    }
    if (!this.isOver()) await this.collect();
  }

  private schedule(): void {
    if (this.state !== "idle" || this.timer !== 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.collect();
    }, DELAY);
  }

  private async collect(): Promise<void> {
    this.state = "busy";
    while (this.changed.size > 0) {
      const paths = [...this.changed];
      this.changed.clear();
      for (const path of paths) {
        this.update(path);
        if (this.slices.spent()) await this.slices.pause();
        if (this.isOver()) return;
      }
    }
    const order = await this.sorted();
    const all = [...this.source.configMistakes()];
    for (const path of order) {
      all.push(...(this.found.get(path) ?? []));
      if (this.slices.spent()) await this.slices.pause();
    }
    if (this.isOver()) return;
    this.state = "idle";
    this.take(all);
    if (this.changed.size > 0) this.schedule();
  }

  /** Unloading takes place while others wait. */
  private isOver(): boolean {
    return this.state === "over";
  }

  private update(path: string): void {
    const diagnostics = this.source.diagnostics(path);
    if (diagnostics.length === 0) this.found.delete(path);
    else {
      if (!this.found.has(path)) this.order = null;
      this.found.set(path, diagnostics);
    }
  }

  /** The paths in order; those that have no diagnostics any more may be among them. */
  private async sorted(): Promise<readonly string[]> {
    if (this.order) return this.order;
    const steps = sortInSteps([...this.found.keys()], (a, b) => (a < b ? -1 : Number(a > b)));
    return (this.order = await inSlices(steps, this.slices));
  }
}
