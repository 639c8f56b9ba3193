import type { NoteType } from "../journal/conventions.ts";
import { listOf, property, tagsOf } from "../journal/properties.ts";
import { tagFault } from "../rules/tag-fault.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { commonest, dayMade, LEAST_AGREEING, type Sample } from "./type-samples.ts";

/**
 * The type's tag and the tags that all samples share, each as the vault spells it; one that says the year of a sample says
 * that of the new note.
 * @param day that of the new note
 */
export function newTags(
  type: NoteType,
  day: string,
  samples: readonly Sample[],
  vault: VaultIndex,
): readonly string[] {
  const own = new Set(type.tags.map((tag) => tag.toLowerCase()));
  const lists = samples.map(({ note }) => {
    const year = dayMade(note)?.slice(0, 4) ?? "";
    return tagsOf(note).map(({ text }) => (year === "" ? text : text.replaceAll(year, YEAR)));
  });
  const found = commonest(lists.flat().filter((tag) => own.has(tag.toLowerCase()))) ?? type.tags[0];
  const shared = sharedBy(lists).map((tag) => tag.replaceAll(YEAR, day.slice(0, 4)));
  const seen = new Set<string>();
  return [...(found === undefined ? [] : [found]), ...shared].flatMap((tag) => {
    const usual = vault.shared.commonestSpelling(tag) ?? tag;
    const isOwn = own.has(tag.toLowerCase());
    const spelt = isOwn && !own.has(usual.toLowerCase()) ? tag : usual;
    return tagFault(spelt) === null && isFirst(letters(spelt), seen) ? [spelt] : [];
  });
}

/** Stands for the year in a tag; in no tag itself. */
const YEAR = "<year>";

/** The type's class as most samples have it, and the classes that all of them share. */
export function newClasses(
  type: NoteType,
  samples: readonly Sample[],
  { conventions }: VaultIndex,
): readonly string[] {
  const lists = samples.map(({ note }) =>
    listOf(property(note, "cssclasses")).flatMap(({ text, isText }) => (isText ? [text] : [])),
  );
  const found = commonest(lists.flat().filter((name) => type.classes.includes(name))) ?? type.classes[0];
  const isKnown = (name: string): boolean =>
    /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) && (conventions.classes?.includes(name) ?? true);
  const all = [...(found === undefined ? [] : [found]), ...sharedBy(lists).filter(isKnown)];
  return [...new Set(all)];
}

/** What is in all of the lists, in the order of the first; nothing if they are too few to tell. */
function sharedBy(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  return lists.length < LEAST_AGREEING
    ? []
    : first.filter((each) => lists.every((list) => list.includes(each)));
}

/** What spellings of one tag have in common. */
function letters(tag: string): string {
  return tag.toLowerCase().replace(/[-_]/g, "");
}

function isFirst(key: string, seen: Set<string>): boolean {
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}
