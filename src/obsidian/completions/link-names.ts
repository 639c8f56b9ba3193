import { Component } from "obsidian";
import { listOf, property, titleOf } from "../../journal/properties.ts";
import { fileName, isLinkable, nameKey, withoutExtension } from "../../vault/names.ts";
import { NameWords, type Named } from "../../vault/name-words.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { Slices } from "../slices.ts";

/** What is asked of the vault. */
export interface NamesSource {
  /** Replaced when the config changes: ask for it each time. */
  readonly index: VaultIndex;
  /** Tells the paths of notes that may have changed, until the function that is returned is called. */
  onChange(listener: (affected: ReadonlySet<string>) => void): () => void;
}

/** A note, and the name of it that fits best. */
export interface FoundName {
  readonly path: string;
  readonly name: string;
}

/** How many notes are ranked. */
const MOST_RANKED = 200;

/** With so many notes renamed since the names were gathered, they are gathered anew. */
const MOST_CHANGED = 500;

/**
 * The names, titles and aliases of the vault's notes, to find notes while one of these is being typed. Nothing is
 * gathered before somebody asks, and then in slices; what changes afterwards is kept beside it.
 */
export class LinkNames extends Component {
  private readonly source: NamesSource;
  private readonly slices = new Slices();
  private gathered: Promise<NameWords> | null = null;
  /** What has been gathered of each note. */
  private readonly known = new Map<string, string>();
  private readonly changed = new Set<string>();

  constructor(source: NamesSource) {
    super();
    this.source = source;
  }

  override onload(): void {
    this.register(
      this.source.onChange((affected) => {
        this.follow(affected);
      }),
    );
  }

  override onunload(): void {
    this.slices.stop();
    this.forget();
  }

  /** Notes that have a name with a word for each beginning in `query`; best first, those whose name begins so. */
  async find(query: string, most: number): Promise<readonly FoundName[]> {
    if (this.changed.size > MOST_CHANGED) this.forget();
    const words = await (this.gathered ??= this.gather());
    const later = new NameWords();
    for (const path of this.changed) {
      const names = this.namesOf(path);
      if (names.length > 0) later.add({ path, names });
    }
    const gathered = words.find(query, MOST_RANKED).filter(({ path }) => !this.changed.has(path));
    return best([...later.find(query, MOST_RANKED), ...gathered], query).slice(0, most);
  }

  private async gather(): Promise<NameWords> {
    const words = new NameWords();
    for (const { path } of this.source.index.notes()) {
      const names = this.namesOf(path);
      words.add({ path, names });
      this.known.set(path, names.join("\n"));
      if (this.slices.spent()) await this.slices.pause();
    }
    return words;
  }

  private follow(affected: ReadonlySet<string>): void {
    if (this.gathered === null) return;
    for (const path of affected) {
      if (this.namesOf(path).join("\n") === (this.known.get(path) ?? "")) this.changed.delete(path);
      else this.changed.add(path);
    }
  }

  private forget(): void {
    this.gathered = null;
    this.known.clear();
    this.changed.clear();
  }

  /** None for a note that is not there, or that no link can lead to. */
  private namesOf(path: string): readonly string[] {
    const note = this.source.index.note(path);
    if (note === null || !isLinkable(path)) return [];
    const aliases = listOf(property(note, "aliases")).map(({ text }) => text);
    const name = withoutExtension(fileName(path));
    return [...new Set([name, titleOf(note) ?? name, ...aliases])];
  }
}

function best(found: readonly Named[], query: string): readonly FoundName[] {
  const key = nameKey(query.trim());
  const ranked = found.map(({ path, names }) => {
    const ranks = names.map((name) => ({ name, rank: rankOf(nameKey(name), key) }));
    const [first = { name: "", rank: 2 }] = ranks.sort((a, b) => a.rank - b.rank);
    return { path, ...first };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length);
}

/** How far a name is from what is typed: it begins so, holds it, or has its words here and there. */
function rankOf(name: string, key: string): number {
  return name.startsWith(key) ? 0 : name.includes(key) ? 1 : 2;
}
