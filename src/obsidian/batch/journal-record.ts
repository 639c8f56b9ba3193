import * as z from "../../journal/zod.ts";
import { applyEdits } from "../../text/edits.ts";
import { editBetween } from "../../text/edit-between.ts";
import { lazily } from "../../text/lazily.ts";
import type { TextEdit } from "../../text/range.ts";
import { sumOf } from "../text-sum.ts";
import { withLineFeeds } from "./line-feeds.ts";

/** What the journal says of a batch as a whole. */
const batchRecord = lazily(() =>
  z.object({
    command: z.string(),
    /** Milliseconds since 1970. */
    when: z.number(),
    notes: count(),
    bytes: count(),
    /**
     * - `preparing`: the journal is being written, and no note has been touched.
     * - `writing`: notes are being written, or the app has ended in the middle of that. Each note is wholly old or wholly new.
     * - `done`: it can be undone; `undone`: it has been.
     */
    state: z.enum(["preparing", "writing", "done", "undone"]),
    /** Paths of the notes that were not written after all. */
    unwritten: z.array(z.string()),
  }),
);

export type BatchRecord = Readonly<z.output<ReturnType<typeof batchRecord>>>;

const noteRecord = lazily(() =>
  z.object({
    path: z.string(),
    before: z.string(),
    edit: z.object({ from: count(), to: count(), insert: z.string() }),
    sum: z.number(),
  }),
);

/** A note in the journal. */
export interface JournaledNote {
  readonly path: string;
  /** What its file said, line ends and all; what only an editor said, if that was not saved. */
  readonly before: string;
  /** What was put in its place, with line feeds: an editor and its file say the same then. */
  readonly after: string;
}

/** What is kept of a note: the text before, what makes the new one of it, and a sum that tells damage. */
export type NoteRecord = Readonly<z.output<ReturnType<typeof noteRecord>>>;

/** What the journal says of a batch, or null if that is damaged. */
export function readBatch(kept: unknown): BatchRecord | null {
  return batchRecord().safeParse(kept).data ?? null;
}

/** A note as it is kept. */
export function noteRecordOf({ path, before, after }: JournaledNote): NoteRecord {
  const edit = editBetween(withLineFeeds(before), after);
  return { path, before, edit, sum: sumOfNote(path, before, edit) };
}

/** The note that was kept, or null if that is damaged. */
export function readNoteRecord(kept: unknown): JournaledNote | null {
  const { data } = noteRecord().safeParse(kept);
  if (!data || data.sum !== sumOfNote(data.path, data.before, data.edit)) return null;
  return { path: data.path, before: data.before, after: applyEdits(withLineFeeds(data.before), [data.edit]) };
}

/** How many bytes a note takes in the journal, at most: two for each code unit. */
export function bytesOf({ path, before, after }: JournaledNote): number {
  const added = Math.max(0, after.length - before.length);
  return 2 * (path.length + before.length + added) + BYTES_A_RECORD;
}

/** What a record takes beside its texts, roughly. */
const BYTES_A_RECORD = 200;

function count(): z.ZodMiniNumber<number> {
  return z.number().check(z.int(), z.nonnegative());
}

function sumOfNote(path: string, before: string, { from, to, insert }: TextEdit): number {
  return sumOf([path, String(from), String(to), insert, before].join("\n"));
}
