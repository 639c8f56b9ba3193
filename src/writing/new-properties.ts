import { compareDates, parseDate } from "../journal/calendar.ts";
import type { NoteType } from "../journal/conventions.ts";
import { momentLike, type Moment } from "../journal/moment.ts";
import { property, textOf } from "../journal/properties.ts";
import type { PropertyChoice } from "../journal/property-kinds.ts";
import { misfits, propertySchemas } from "../journal/property-schemas.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { newClasses, newTags } from "./new-signs.ts";
import { propertyNames } from "./property-names.ts";
import { propertyLines, styleOf } from "./property-style.ts";
import { commonest, LEAST_AGREEING, type Sample } from "./type-samples.ts";

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
  const tags = newTags(facts.type, facts.moment.day, samples, vault);
  const classes = newClasses(facts.type, samples, vault);
  const all = propertyNames(facts.type, samples).map((name) => {
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

/** A value that the conventions allow: the one that is meant, else the only one that they name. */
function allowed(value: NewValue, name: string, type: NoteType): NewValue {
  const schema = propertySchemas(type).get(name.toLowerCase());
  if (schema === undefined || (typeof value === "object" && value !== null && "asWritten" in value))
    return value;
  const { values, kind } = schema;
  const isNamed = (each: PropertyChoice): boolean => values.length === 0 || values.includes(each);
  const fitting = isList(value) ? value.filter(isNamed) : value !== null && isNamed(value) ? value : null;
  if (!isEmpty(fitting) && misfits(schema, fitting).length === 0) return fitting;
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

/** What all samples say of a property, as they write it: one line that no other property has a part in. */
function sharedValue(name: string, type: NoteType, samples: readonly Sample[]): NewValue {
  const schema = propertySchemas(type).get(name.toLowerCase());
  const [newest] = samples;
  const said = newest ? (property(newest.note, name)?.value ?? null) : null;
  const isAllowed =
    schema === undefined ||
    (misfits(schema, said).length === 0 &&
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
