import type { Note } from "../note/note.ts";
import { tagNamesOf } from "./note-profile.ts";
import { SetTable } from "./set-table.ts";

interface Tables {
  /** By tag as written: the notes that have it. */
  readonly paths: SetTable<string, string>;
  /** By tag without what spellings differ in: all its spellings. */
  readonly spellings: SetTable<string, string>;
}

/**
 * How the notes spell their tags: tech-journal, techjournal, Tech_Journal. Nothing is kept before somebody asks, since the
 * rule that would may be off; from then on it is kept up to date.
 */
export class TagSpellings {
  private readonly notes: () => Iterable<Note>;
  private tables: Tables | null = null;

  /** @param notes the notes to begin with, when somebody asks */
  constructor(notes: () => Iterable<Note>) {
    this.notes = notes;
  }

  /** The spelling of a tag that most notes use; null if there is but one, or two are as common. */
  commonest(tag: string): string | null {
    return commonest(this.kept(), spellingKey(tag));
  }

  /** Keep them from now on, though nobody has asked. */
  keep(): void {
    this.kept();
  }

  /** A note has other facts than before; null is for a note that is not there. Paths of the notes with another commonest spelling are returned. */
  move(path: string, before: Note | null, after: Note | null): readonly string[] {
    const { tables } = this;
    if (tables === null) return [];
    const old = before ? tagNamesOf(before) : new Set<string>();
    const now = after ? tagNamesOf(after) : new Set<string>();
    const gone = [...old].filter((tag) => !now.has(tag));
    const come = [...now].filter((tag) => !old.has(tag));
    const keys = [...new Set([...gone, ...come].map(spellingKey))];
    const wasCommonest = keys.map((key) => commonest(tables, key));
    for (const tag of gone) remove(tables, tag, path);
    for (const tag of come) add(tables, tag, path);
    return keys
      .filter((key, at) => commonest(tables, key) !== wasCommonest[at])
      .flatMap((key) => [...tables.spellings.get(key)].flatMap((tag) => [...tables.paths.get(tag)]));
  }

  private kept(): Tables {
    if (this.tables === null) {
      this.tables = { paths: new SetTable(), spellings: new SetTable() };
      for (const note of this.notes()) for (const name of tagNamesOf(note)) add(this.tables, name, note.path);
    }
    return this.tables;
  }
}

/** What spellings of one tag have in common: all but letter case, `-` and `_`. */
function spellingKey(tag: string): string {
  return tag.toLowerCase().replace(/[-_]/g, "");
}

function add({ paths, spellings }: Tables, tag: string, path: string): void {
  paths.add(tag, path);
  spellings.add(spellingKey(tag), tag);
}

function remove({ paths, spellings }: Tables, tag: string, path: string): void {
  paths.delete(tag, path);
  if (!paths.has(tag)) spellings.delete(spellingKey(tag), tag);
}

function commonest({ paths, spellings }: Tables, key: string): string | null {
  if (spellings.size(key) < 2) return null;
  const counts = [...spellings.get(key)].map((tag) => ({ tag, count: paths.size(tag) }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first === undefined || first.count === second?.count ? null : first.tag;
}
