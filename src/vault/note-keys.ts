import { property, publicationOf, textOf, type Publication } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import {
  addressedNamesOf,
  classNamesOf,
  linkListsOf,
  markupKeysOf,
  siteAddressesOf,
} from "./common-facts.ts";
import { targetsIn } from "./link-table.ts";
import { namesOf, tagNamesOf, titleKeyOf } from "./note-profile.ts";

/**
 * What an index takes up of a note: all by which other notes may be concerned with it. Plain data of the note and its path alone,
 * whatever the conventions say, so that it can be kept, and an index be loaded before anybody has read the note's facts.
 */
export interface NoteKeys {
  readonly id: string | null;
  /** Where the site is made by Quartz, or nothing is known of it. */
  readonly onQuartz: Publication;
  readonly onPublish: Publication;
  /** Similarity keys of title, aliases and file name. */
  readonly names: readonly string[];
  /** What its links lead to, each target once. */
  readonly targets: readonly string[];
  readonly title: string | null;
  /** As written. */
  readonly tags: readonly string[];
  readonly linkLists: readonly string[];
  readonly addressed: readonly string[];
  readonly addressedOnSite: readonly string[];
  readonly classes: readonly string[];
  readonly markups: readonly string[];
}

/** What an index takes up of a note. */
export function noteKeysOf(note: Note): NoteKeys {
  return {
    id: textOf(property(note, "note_id")),
    onQuartz: publicationOf(note, "quartz"),
    onPublish: publicationOf(note, "publish"),
    names: [...namesOf(note)],
    targets: [...targetsIn(note.links, note.path)],
    title: titleKeyOf(note),
    tags: [...tagNamesOf(note)],
    linkLists: linkListsOf(note),
    addressed: addressedNamesOf(note),
    addressedOnSite: siteAddressesOf(note),
    classes: [...classNamesOf(note)],
    markups: markupKeysOf(note),
  };
}
