import { compareDates, parseDate } from "../journal/calendar.ts";
import type { NoteType } from "../journal/conventions.ts";
import { momentLike, type Moment } from "../journal/moment.ts";
import { property, tagsOf, listOf, textOf } from "../journal/properties.ts";
import type { PropertyChoice } from "../journal/property-kinds.ts";
import { propertySchemas } from "../journal/property-schemas.ts";
import { nameMeant } from "../rules/misspelt-property.ts";
import { tagFault } from "../rules/tag-fault.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { propertyLines, styleOf } from "./property-style.ts";
import { commonest, dayMade, type Sample } from "./type-samples.ts";

/** What is known of a note that is to be made. */
export interface KnownFacts {
  readonly type: NoteType;
  readonly title: string;
  readonly moment: Moment;
  readonly noteId: string | null;
}

/** The properties of a new note. */
export interface NewProperties {
  /** Their lines, without the fences. */
  readonly lines: readonly string[];
  /** Names of those that the type requires and nobody but the author can fill in. */
  readonly open: readonly string[];
  /** Its tags. */
  readonly tags: readonly string[];
}

/**
 * The properties of a new note: those that its type requires and those that most samples have, in their order and style. A
 * value that all samples share is taken over; what only the author can know stays empty.
 */
export function newProperties(
  facts: KnownFacts,
  samples: readonly Sample[],
  vault: VaultIndex,
): NewProperties {
  const tags = tagsFor(facts, samples, vault);
  const classes = classesFor(facts.type, samples, vault);
  const all = namesFor(facts.type, samples).map((name) => {
    const value = allowed(valueOf(name, { facts, tags, classes, samples }), name, facts.type);
    return { name, value, lines: linesOf(name, value, samples) };
  });
  const required = new Set(facts.type.required.map((name) => name.toLowerCase()));
  return {
    lines: all.flatMap(({ lines }) => lines),
    open: all
      .filter(({ name, value }) => required.has(name.toLowerCase()) && isEmpty(value))
      .map(({ name }) => name),
    tags,
  };
}

/** Text, or a list of it; as the samples write it; or nothing that can be known. */
type NewValue = string | boolean | readonly string[] | { readonly asWritten: string } | null;

interface Sources {
  readonly facts: KnownFacts;
  readonly tags: readonly string[];
  readonly classes: readonly string[];
  readonly samples: readonly Sample[];
}

function isEmpty(value: NewValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function linesOf(name: string, value: NewValue, samples: readonly Sample[]): readonly string[] {
  const style = styleOf(name, samples);
  if (typeof value === "object" && value !== null && "asWritten" in value)
    return [`${style.key}: ${value.asWritten}`];
  return propertyLines(style, value);
}

/** The names in the order of the sample that has most of them; the others behind those that they follow elsewhere. */
function namesFor(type: NoteType, samples: readonly Sample[]): readonly string[] {
  const signs = [
    ...(type.tags.length > 0 ? ["tags"] : []),
    ...(type.classes.length > 0 ? ["cssclasses"] : []),
  ];
  const needed = [...type.required, ...signs, ...(signs.length === 0 ? ["note_id"] : [])];
  const neededKeys = new Set(needed.map((name) => name.toLowerCase()));
  const keysOf = ({ note }: Sample): readonly string[] => [
    ...new Set(note.frontmatter.properties.map(({ key }) => key.toLowerCase())),
  ];
  const wanted = new Set(neededKeys);
  const counts = new Map<string, number>();
  for (const key of samples.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, count] of counts)
    if (count * 2 > samples.length && key !== "linkage-disable" && nameMeant(key, type) === null)
      wanted.add(key);
  const orders = samples.map((sample) => keysOf(sample).filter((key) => wanted.has(key)));
  const longest = [...orders].sort((a, b) => b.length - a.length);
  const merged = [...longest, [...neededKeys]].reduce(withNames, []);
  const spelt = new Map(needed.map((name) => [name.toLowerCase(), name]));
  return merged.map((key) => spelt.get(key) ?? key);
}

/** Names with others put in behind the one that they follow there. */
function withNames(names: readonly string[], others: readonly string[]): readonly string[] {
  const all = [...names];
  for (const [at, name] of others.entries()) {
    if (all.includes(name)) continue;
    const before = all.indexOf(others[at - 1] ?? "");
    all.splice(at === 0 ? 0 : before < 0 ? all.length : before + 1, 0, name);
  }
  return all;
}

/** A value that the conventions allow: the one that is meant, else the only one that they name. */
function allowed(value: NewValue, name: string, type: NoteType): NewValue {
  const schema = propertySchemas(type).get(name.toLowerCase());
  if (schema === undefined || (typeof value === "object" && value !== null && "asWritten" in value))
    return value;
  const { values, kind } = schema;
  const isNamed = (each: PropertyChoice): boolean => values.length === 0 || values.includes(each);
  const fitting = isList(value) ? value.filter(isNamed) : value !== null && isNamed(value) ? value : null;
  if (!isEmpty(fitting) && schema.value.safeParse(fitting).success) return fitting;
  const [only] = values;
  if (only === undefined || values.length > 1) return kind === "list" ? [] : null;
  if (kind === "list") return typeof only === "string" ? [only] : [];
  return typeof only === "string" ? only : { asWritten: String(only) };
}

function isList(value: string | boolean | readonly string[] | null): value is readonly string[] {
  return Array.isArray(value);
}

function valueOf(name: string, { facts, tags, classes, samples }: Sources): NewValue {
  const { title, noteId, type } = facts;
  switch (name.toLowerCase()) {
    case "title":
      return title;
    case "note_id":
      return noteId;
    case "created":
      return dateOf("created", facts, samples);
    case "updated":
      return updatedOf(facts, samples);
    case "draft":
      return true;
    case "publish":
      return false;
    case "tags":
      return tags;
    case "cssclasses":
      return classes;
    case "description":
    case "permalink":
      return null;
    default:
      return sharedValue(name, type, samples) ?? (holdsList(name, type, samples) ? [] : null);
  }
}

/** The moment as most samples write this date. */
function dateOf(
  name: "created" | "updated",
  { type, moment }: KnownFacts,
  samples: readonly Sample[],
): string {
  const needsTime = propertySchemas(type).get(name)?.kind === "datetime";
  const dates = samples.flatMap(({ note }) => textOf(property(note, name)) ?? []);
  const fitting = needsTime ? dates.filter((date) => typeof parseDate(date)?.time === "string") : dates;
  return momentLike(commonest(fitting) ?? (needsTime ? "2000-01-01T00:00" : ""), moment);
}

/** To the minute, the moment comes before itself to the second: then both are written alike. */
function updatedOf(facts: KnownFacts, samples: readonly Sample[]): string {
  const [created, updated] = [dateOf("created", facts, samples), dateOf("updated", facts, samples)];
  const [start, end] = [parseDate(created), parseDate(updated)];
  return start && end && compareDates(start, end) > 0 ? created : updated;
}

/** How many samples must agree on what is taken over from them. */
const LEAST_AGREEING = 3;

/** What all samples say of a property, as they write it: one line that no other property has a part in. */
function sharedValue(name: string, type: NoteType, samples: readonly Sample[]): NewValue {
  const schema = propertySchemas(type).get(name.toLowerCase());
  const [newest] = samples;
  const said = newest ? (property(newest.note, name)?.value ?? null) : null;
  const isAllowed =
    schema === undefined ||
    (schema.value.safeParse(said).success &&
      (schema.values.length === 0 || schema.values.some((each) => each === said)));
  const values = samples.map(({ note, text }) => {
    const found = property(note, name);
    return found ? text.slice(found.valueRange.from, found.valueRange.to) : "";
  });
  const [first = ""] = values;
  const isShared = samples.length >= LEAST_AGREEING && values.every((value) => value === first);
  return isAllowed && isShared && /^[^\s|>&*!#{[-][^\r\n]*$/.test(first) ? { asWritten: first } : null;
}

function holdsList(name: string, type: NoteType, samples: readonly Sample[]): boolean {
  const kind = propertySchemas(type).get(name.toLowerCase())?.kind;
  return kind === "list" || samples.some(({ note }) => property(note, name)?.items != null);
}

/**
 * The type's tag and the tags that all samples share, each as the vault spells it; one that says the year of a sample says
 * that of the new note.
 */
function tagsFor(
  { type, moment }: KnownFacts,
  samples: readonly Sample[],
  vault: VaultIndex,
): readonly string[] {
  const own = new Set(type.tags.map((tag) => tag.toLowerCase()));
  const lists = samples.map(({ note }) => {
    const year = dayMade(note)?.slice(0, 4) ?? "";
    return tagsOf(note).map(({ text }) => (year === "" ? text : text.replaceAll(year, YEAR)));
  });
  const found = commonest(lists.flat().filter((tag) => own.has(tag.toLowerCase()))) ?? type.tags[0];
  const shared = sharedBy(lists).map((tag) => tag.replaceAll(YEAR, moment.day.slice(0, 4)));
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

function classesFor(
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
