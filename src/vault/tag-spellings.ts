import type { Note } from "../note/note.ts";
import type { KeptTable } from "./kept-keys.ts";
import { tagNamesOf } from "./note-profile.ts";
import { SetTable } from "./set-table.ts";

/** How the notes spell their tags: tech-journal, techjournal, Tech_Journal. */
export class TagSpellings {
  /** By tag as written: how many notes have it. */
  private readonly counts = new Map<string, number>();
  /** By tag without what spellings differ in: all its spellings. */
  private readonly spellings = new SetTable<string, string>();
  /** By tag as asked about: what was found while the counts are as they are, for many notes have the same tags. */
  private readonly known = new Map<string, string | null>();
  /** The same by what spellings have in common, of which one tag may have thousands. */
  private readonly knownKeys = new Map<string, string | null>();

  /** The spelling of a tag that most notes use; null if there is but one, or two are as common. */
  commonest(tag: string): string | null {
    let found = this.known.get(tag);
    if (found === undefined) this.known.set(tag, (found = this.knownCommonestOf(spellingKey(tag))));
    return found;
  }

  /** Take up a note of which nothing is known. */
  load(note: Note): void {
    for (const tag of tagNamesOf(note)) this.add(tag, 1);
  }

  /** Begin with these tags. No note may be known yet. */
  begin(kept: Pick<KeptTable, "counts">): void {
    for (const [tag, count] of kept.counts()) this.add(tag, count);
  }

  /** A note has other facts than before; null is for a note that is not there. All spellings are returned of the tags that have another commonest one. */
  move(before: Note | null, after: Note | null): readonly string[] {
    const old = before ? tagNamesOf(before) : none;
    const now = after ? tagNamesOf(after) : none;
    const gone = [...old].filter((tag) => !now.has(tag));
    const come = [...now].filter((tag) => !old.has(tag));
    const keys = [...new Set([...gone, ...come].map(spellingKey))];
    const wasCommonest = keys.map((key) => this.commonestOf(key));
    for (const tag of gone) this.remove(tag);
    for (const tag of come) this.add(tag, 1);
    return keys
      .filter((key, at) => this.commonestOf(key) !== wasCommonest[at])
      .flatMap((key) => [...this.spellings.values(key)]);
  }

  private knownCommonestOf(key: string): string | null {
    let found = this.knownKeys.get(key);
    if (found === undefined) this.knownKeys.set(key, (found = this.commonestOf(key)));
    return found;
  }

  private commonestOf(key: string): string | null {
    if (this.spellings.size(key) < 2) return null;
    const counts = [...this.spellings.values(key)].map((tag) => ({ tag, count: this.counts.get(tag) ?? 0 }));
    counts.sort((a, b) => b.count - a.count);
    const [first, second] = counts;
    return first === undefined || first.count === second?.count ? null : first.tag;
  }

  private add(tag: string, by: number): void {
    const count = this.counts.get(tag) ?? 0;
    this.counts.set(tag, count + by);
    if (count === 0) this.spellings.add(spellingKey(tag), tag);
    this.forget();
  }

  private remove(tag: string): void {
    const count = this.counts.get(tag) ?? 0;
    if (count > 1) this.counts.set(tag, count - 1);
    else {
      this.counts.delete(tag);
      this.spellings.delete(spellingKey(tag), tag);
    }
    this.forget();
  }

  private forget(): void {
    if (this.known.size === 0) return;
    this.known.clear();
    this.knownKeys.clear();
  }
}

const none: ReadonlySet<string> = new Set();

/** What spellings of one tag have in common: all but letter case, `-` and `_`. */
function spellingKey(tag: string): string {
  return tag.toLowerCase().replace(/[-_]/g, "");
}
