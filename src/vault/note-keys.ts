import { property, publicationOf, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import {
  addressedNamesOf,
  classNamesOf,
  linkListsOf,
  markupKeysOf,
  siteAddressesOf,
  titleKeysOf,
} from "./common-facts.ts";
import type { KeyTable } from "./kept-keys.ts";
import { targetsIn } from "./link-table.ts";
import { namesOf, tagNamesOf } from "./note-profile.ts";

/**
 * What an index takes up of a note: all by which other notes may be concerned with it, as keys of tables. Plain data of the note and its
 * path alone, whatever the conventions say, so that it can be kept, and an index begin with it before anybody has read the note's facts.
 */
export type NoteKeys = Readonly<Record<KeyTable, Iterable<string>>>;

/** What an index takes up of a note. */
export function noteKeysOf(note: Note): NoteKeys {
  const id = textOf(property(note, "note_id"));
  return {
    ids: id === null ? [] : [id],
    names: namesOf(note),
    unpublished: unpublishedOn(note),
    targets: targetsIn(note.links, note.path),
    titles: titleKeysOf(note),
    tags: tagNamesOf(note),
    linkLists: linkListsOf(note),
    addressed: addressedNamesOf(note),
    addressedOnSite: siteAddressesOf(note),
    classes: classNamesOf(note),
    markups: markupKeysOf(note),
  };
}

/** The kinds of sites that do not have the note; one of which nothing is known is as one made by Quartz (`publicationOf`). */
function unpublishedOn(note: Note): readonly string[] {
  const kinds = ["quartz", "publish"] as const;
  return kinds.filter((kind) => publicationOf(note, kind) !== "published");
}
