import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import * as z from "../../journal/zod.ts";
import { CannotRun } from "../../report/cannot-run.ts";
import { applyEdits } from "../../text/edits.ts";
import { lazily } from "../../text/lazily.ts";
import type { Move } from "../../vault/moved-files.ts";
import type { BatchFile } from "./journal.mts";

/** The first line of a batch's file. Another version of Linkage may write other lines below another one. */
export const firstLine = "linkage journal 1\n";

/** One line of a batch's file says one of these. */
const record = lazily(() => {
  const offset = z.number().check(z.int(), z.nonnegative());
  const head = z.object({
    kind: z.literal("batch"),
    /** The vault's real path, for people who look for it. */
    vault: z.string(),
    /** The command that wrote it. */
    command: z.string(),
    /** ISO 8601. */
    when: z.string(),
  });
  const note = z.object({
    kind: z.literal("note"),
    path: z.string(),
    /** The file's whole text, its byte order mark included. */
    before: z.string(),
    /** What makes the new text of it. */
    edit: z.object({ from: offset, to: offset, insert: z.string() }),
  });
  /** A file or folder that gets another path once all notes are written, whose paths are those before. Stands in front of them. */
  const move = z.object({
    kind: z.literal("move"),
    from: z.string(),
    to: z.string(),
    /** The outermost folder that is made for it, or null. */
    made: z.nullable(z.string()),
  });
  /** Stands behind the last note. */
  const seal = z.object({ kind: z.literal("seal"), notes: offset });
  /** Stands behind the seal once it is known, if there is anything to say. */
  const outcome = z.object({
    kind: z.literal("outcome"),
    /** The notes that were not written after all. */
    unwritten: z.array(z.string()),
  });
  return z.discriminatedUnion("kind", [head, move, note, seal, outcome]);
});

/** A line of a batch's file. */
type BatchRecord = z.infer<ReturnType<typeof record>>;

/** A note in the journal. Both texts are those of the file, with its byte order mark. */
export interface JournaledNote {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What a batch moves. */
export interface JournaledMove extends Move {
  /** The outermost folder that is made for it, vault-relative, or null. */
  readonly made: string | null;
}

/** What a batch's file says of the batch as a whole. */
export interface BatchFacts {
  readonly command: string;
  readonly when: Date;
  /** How many notes it was to write and did write, as far as that is known. */
  readonly notes: number;
  /** How many notes the file should tell of, but does not since it is damaged; null if that is lost, too. */
  readonly lost: number | null;
  /** What the batch moves, or null. */
  readonly move: JournaledMove | null;
  /** Paths of notes that were journaled and then not written. */
  readonly unwritten: ReadonlySet<string>;
}

/**
 * One record as a line: a checksum and JSON. No line break stands in it, so that damage to one line spoils no other, and a person can
 * read a note's text in it when all else fails.
 */
export function lineOf(content: BatchRecord): string {
  const json = JSON.stringify(content);
  return `${checksum(json)} ${json}\n`;
}

/**
 * Read all of a batch's file.
 * @throws CannotRun if another version has written it, or if it cannot be told what it is
 */
export function factsOf(batch: BatchFile): BatchFacts {
  let head: Extract<BatchRecord, { kind: "batch" }> | null = null;
  let move: JournaledMove | null = null;
  let sealed: number | null = null;
  let unwritten: readonly string[] = [];
  let intact = 0;
  for (const each of recordsOf(batch)) {
    if (each.kind === "batch") head = each;
    else if (each.kind === "move") move = each;
    else if (each.kind === "note") intact++;
    else if (each.kind === "seal") sealed = each.notes;
    else unwritten = each.unwritten;
  }
  return {
    command: head?.command ?? "?",
    when: new Date(head?.when ?? 0),
    notes: (sealed ?? intact) - unwritten.length,
    lost: sealed === null ? null : sealed - intact,
    move,
    unwritten: new Set(unwritten),
  };
}

/** The notes of a batch, in the order in which they were written. Those whose record is damaged are missing. */
export function* notesOf(batch: BatchFile): Generator<JournaledNote> {
  for (const each of recordsOf(batch)) {
    if (each.kind !== "note") continue;
    const { path, before, edit } = each;
    yield { path, before, after: applyEdits(before, [edit]) };
  }
}

function* recordsOf(batch: BatchFile): Generator<BatchRecord> {
  const lines = linesOf(batch.path);
  const first = lines.next().value;
  if (first !== firstLine.trimEnd()) {
    const isOther = first !== undefined && /^linkage journal \d+$/.test(first);
    const what = isOther ? "was written by another version of Linkage" : "is damaged";
    throw new CannotRun(`The journal "${batch.path}" ${what}`);
  }
  for (const line of lines) {
    const json = line.slice(line.indexOf(" ") + 1);
    if (line === `${checksum(json)} ${json}`) yield record().parse(JSON.parse(json));
  }
}

function checksum(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 32);
}

const lineFeed = 0x0a;

/** The lines of a file without their line feeds, one in memory at a time. What stands behind the last line feed is none. */
function* linesOf(path: string): Generator<string, undefined> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(1 << 16);
    let parts: Buffer[] = [];
    for (let read = -1; (read = readSync(file, buffer)) > 0;) {
      const chunk = buffer.subarray(0, read);
      let from = 0;
      for (let end = -1; (end = chunk.indexOf(lineFeed, from)) >= 0; from = end + 1) {
        yield Buffer.concat([...parts, chunk.subarray(from, end)]).toString("utf8");
        parts = [];
      }
      // The buffer is read into again.
      parts.push(Buffer.from(chunk.subarray(from)));
    }
  } finally {
    closeSync(file);
  }
}
