import type { LinkageBlock, LinkageGroup, Note } from "../note/note.ts";
import {
  addressedNamesOf,
  classNamesOf,
  linkListOf,
  linkListsOf,
  markupKeysOf,
  namesAddressed,
  siteAddressesOf,
  titleKeysOf,
  yearOf,
} from "./common-facts.ts";
import type { KeptKeys } from "./kept-keys.ts";
import { placeDiffers, titleKeyOf } from "./note-profile.ts";
import { SharedKeys } from "./shared-keys.ts";
import { addressedAs } from "./site-table.ts";
import { TagSpellings } from "./tag-spellings.ts";
import { WordCounts } from "./word-counts.ts";

/** In how many other notes a list of links may stand word for word before it counts as copied (rules.md, copied-linkage). */
const MOST_COPIES = 9;

/** Whom a change may make a difference to. */
interface Concerned {
  /** Paths of notes. */
  readonly notes: readonly string[];
  /** Names, as keys, of files that are addressed now or no longer. */
  readonly addressed: readonly string[];
}

/** What notes have in common by chance or by habit: titles, spellings of tags, lists of links, the markup of linkage blocks. */
export class SharedFacts {
  private readonly titles: SharedKeys;
  private readonly linkLists: SharedKeys;
  private readonly addressed: SharedKeys;
  private readonly addressedOnSite: SharedKeys;
  private readonly markups: SharedKeys;
  private readonly spellings = new TagSpellings();
  private readonly classes: WordCounts;
  private readonly tagged: (tag: string) => Iterable<string>;
  private readonly hasSite: boolean;

  /**
   * @param notes the notes of the vault but those that are ignored, to begin with when somebody asks
   * @param tagged paths of the notes with a tag in small letters
   * @param hasSite the conventions tell of a site: without one nobody asks where addresses lead there
   */
  constructor(notes: () => Iterable<Note>, tagged: (tag: string) => Iterable<string>, hasSite: boolean) {
    this.tagged = tagged;
    this.hasSite = hasSite;
    this.titles = new SharedKeys(titleKeysOf, () => []);
    // Kept from the first note on: the linkage tree asks with its first row, and would wait for all notes.
    this.titles.keep();
    this.linkLists = new SharedKeys(linkListsOf, notes);
    this.addressed = new SharedKeys(addressedNamesOf, () => []);
    // So are addresses, of which few notes have any: nearly every note is asked about.
    this.addressed.keep();
    this.addressedOnSite = new SharedKeys(siteAddressesOf, notes);
    this.markups = new SharedKeys(markupKeysOf, notes);
    this.classes = new WordCounts(classNamesOf, notes);
  }

  /**
   * From now on all is kept up to date as if each had been asked about, and `move` tells of all notes for which a change may make
   * a difference. Of an empty vault that costs nothing; later, a look at all notes.
   */
  keep(): void {
    const { linkLists, markups, classes } = this;
    for (const kept of [linkLists, markups, classes]) kept.keep();
    if (this.hasSite) this.addressedOnSite.keep();
  }

  /** Paths of the notes with the title of this note, letter case aside, in alphabetical order; none if it has no title. */
  sameTitle(note: Note): readonly string[] {
    const key = titleKeyOf(note);
    return key === null ? [] : this.titles.sorted(key);
  }

  /** Whether another note has the title of this note, letter case aside. */
  isTitleShared(note: Note): boolean {
    const key = titleKeyOf(note);
    return key !== null && this.titles.size(key) > 1;
  }

  /** The spelling of a tag that most notes use (`TagSpellings`). */
  commonestSpelling(tag: string): string | null {
    return this.spellings.commonest(tag);
  }

  /** The CSS classes that notes have in `cssclasses`, each with the number of notes that have it. */
  classCounts(): ReadonlyMap<string, number> {
    return this.classes.all();
  }

  /** Whether at least ten other notes have this list of a linkage block word for word, two links or more. */
  isCopied(group: LinkageGroup): boolean {
    const list = linkListOf(group);
    return list !== null && this.linkLists.size(list) > MOST_COPIES + 1;
  }

  /**
   * The markup for a linkage block of the note: the one that most notes created in its year have or, if none has a block,
   * most notes of the vault. `linkage-tree` where they are as many.
   */
  markupFor(note: Note): LinkageBlock["markup"] {
    const lead = (year: string): number =>
      this.markups.size(`${year} linkage`) - this.markups.size(`${year} linkage-tree`);
    return (lead(yearOf(note)) || lead("")) > 0 ? "linkage" : "linkage-tree";
  }

  /** Whether an address in the raw HTML of another note ends in the name of this file. */
  isAddressed(path: string): boolean {
    return namesAddressed(path).some((name) => this.addressed.hasOther(name, path));
  }

  /**
   * Paths of the notes with an address in raw HTML that may lead to this file, were it there, and of those with a link without a target in
   * the app that may do so on the site; some twice.
   */
  addressing(path: string): readonly string[] {
    const named = namesAddressed(path).flatMap((name) => this.addressed.sorted(name));
    return this.hasSite
      ? [...named, ...addressedAs(path).flatMap((name) => this.addressedOnSite.sorted(name))]
      : named;
  }

  /** Take up a note of which nothing is known, and that is not ignored. */
  load(note: Note): void {
    this.titles.load(note);
    this.linkLists.load(note);
    this.spellings.load(note);
    this.addressed.load(note);
    this.addressedOnSite.load(note);
    this.classes.load(note);
    this.markups.load(note);
  }

  /** Begin with what was taken up of notes at another time: all is kept from now on. No note may be known yet. */
  begin(kept: KeptKeys): void {
    this.titles.begin(kept.titles);
    this.linkLists.begin(kept.linkLists);
    this.spellings.begin(kept.tags);
    this.addressed.begin(kept.addressed);
    this.addressedOnSite.begin(kept.addressedOnSite);
    this.classes.begin(kept.classes);
    this.markups.begin(kept.markups);
  }

  /**
   * A note has other facts than before; null is for a note that is not there, or that is ignored. Told is for whom that may
   * make a difference.
   */
  move(path: string, before: Note | null, after: Note | null): Concerned {
    const titles = this.titles.move(path, before, after);
    const lists = this.linkLists.move(path, before, after);
    const spellings = this.spellings.move(before, after);
    const addressed = this.addressed.move(path, before, after);
    this.addressedOnSite.move(path, before, after);
    this.classes.move(before, after);
    this.markups.move(path, before, after);
    const titled = [...titles, ...movedTitle(before, after)].flatMap((title) => this.titles.concerned(title));
    const listing = lists
      .filter((list) => isAtThreshold(this.linkLists.size(list)))
      .flatMap((list) => this.linkLists.sorted(list));
    const spelling = spellings.flatMap((tag) => [...this.tagged(tag.toLowerCase())]);
    return { notes: [...titled, ...listing, ...spelling], addressed };
  }
}

/** With so many notes, one more or less makes a copied list of one that is none, or the other way round. */
function isAtThreshold(notes: number): boolean {
  return notes === MOST_COPIES + 1 || notes === MOST_COPIES + 2;
}

/** The title that a note has as before, but at another place: notes of the same title point at it. */
function movedTitle(before: Note | null, after: Note | null): readonly string[] {
  return before && after && placeDiffers("title", before, after) ? titleKeysOf(after) : [];
}
