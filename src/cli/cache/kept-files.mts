import type { CanvasLink } from "../../note/parse-canvas.ts";
import { jsonIn } from "./json-in.mts";
import type { PackedLines } from "./line-lengths.mts";
import { NumberedTexts } from "./numbered-texts.mts";
import { packProblems, unpackProblems, type PackedProblems } from "./packed-problems.mts";
import type { ProblemRow } from "./problem-rows.mts";
import type { Stamp } from "./stamp.mts";

/** One file. */
export interface KeptFile {
  readonly path: string;
  /** Null for a file that is neither a note nor a canvas, and for one that could not be read. */
  readonly content: Content | null;
}

/** What is known of a note or canvas that could be read. */
export interface Content {
  /** Null where it was changed so shortly before it was read that the next change may not be seen. */
  readonly stamp: Stamp | null;
  /** Of its bytes. */
  readonly hash: string;
  /** Of its text, in UTF-16 code units. */
  readonly length: number;
  readonly lines: PackedLines;
  /** The name of the shelf that a note's facts are on; a canvas's are so few that they are here. */
  readonly facts: string | readonly CanvasLink[];
}

/** How many files a group holds: some 150 KB in each piece. No text that must be read in one go is long, whatever the vault's size. */
export const FILES_IN_GROUP = 400;

/** Files that follow each other in the order of the vault, as they are kept: apart, what is always asked about and their problems. */
export interface KeptGroup {
  readonly files: readonly KeptFile[];
  /** The pieces of the group: its files and their problems. */
  readonly pieces: readonly [files: Uint8Array, problems: Uint8Array];
  /** Suggestions are among them that a change may make other ones, and does not tell so. */
  readonly isFar: boolean;
}

/** The first piece of a group as JSON has it. */
interface FilesPiece {
  readonly isFar: boolean;
  readonly shelves: readonly string[];
  readonly rows: readonly FileRow[];
}

/** One file; of one that has no content the path alone. A shelf is given by its number. */
type FileRow = readonly [
  path: string,
  stamp?: Stamp | null,
  hash?: string,
  length?: number,
  lines?: PackedLines,
  facts?: number | readonly CanvasLink[],
];

/** The pieces of a group with these files, and the problems of each. */
export function piecesOfGroup(
  files: readonly KeptFile[],
  problems: readonly (readonly ProblemRow[])[],
  isFar: boolean,
): KeptGroup["pieces"] {
  const shelves = new NumberedTexts();
  const rows = files.map(({ path, content }): FileRow => {
    if (content === null) return [path];
    const { stamp, hash, length, lines, facts } = content;
    const place = typeof facts === "string" ? shelves.numberOf(facts) : facts;
    return [path, stamp, hash, length, lines, place];
  });
  const piece: FilesPiece = { isFar, shelves: shelves.all, rows };
  return [Buffer.from(JSON.stringify(piece)), Buffer.from(JSON.stringify(packProblems(problems)))];
}

/** The group that has these pieces; null if they are none of this program's. */
export function groupOf(pieces: readonly [files: Buffer, problems: Buffer]): KeptGroup | null {
  const piece: unknown = jsonIn(pieces[0]);
  if (!isFilesPiece(piece)) return null;
  const { isFar, shelves, rows } = piece;
  return { files: rows.map((row) => ({ path: row[0], content: contentOf(row, shelves) })), pieces, isFar };
}

/** By numbers: to take a list apart by names takes as long as to read it. */
function contentOf(row: FileRow, shelves: readonly string[]): Content | null {
  const stamp = row[1];
  const hash = row[2];
  const facts = row[5] ?? [];
  if (stamp === undefined || hash === undefined) return null;
  return {
    stamp,
    hash,
    length: row[3] ?? 0,
    lines: row[4] ?? "",
    facts: typeof facts === "number" ? (shelves[facts] ?? "") : facts,
  };
}

/** The problems of each file of a group, in the order of its files. */
export function problemsOf({ pieces: [, problems] }: KeptGroup): readonly (readonly ProblemRow[])[] {
  const { buffer, byteOffset, byteLength } = problems;
  const packed: unknown = jsonIn(Buffer.from(buffer, byteOffset, byteLength));
  return isPacked(packed) ? unpackProblems(packed) : [];
}

/** What has the sum that it says is what was written, by this program or another: a look at what tells the two apart is enough. */
function isFilesPiece(value: unknown): value is FilesPiece {
  return typeof value === "object" && value !== null && "rows" in value;
}

function isPacked(value: unknown): value is PackedProblems {
  return typeof value === "object" && value !== null && "texts" in value;
}
