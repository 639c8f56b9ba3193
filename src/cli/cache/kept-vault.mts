import type { Note } from "../../note/note.ts";
import type { CanvasLink } from "../../note/parse-canvas.ts";
import type { ToldReport } from "../told-report.mts";
import type { Disk } from "../write/disk.mts";
import type { PackedLines } from "./line-lengths.mts";
import { readPieces, writePieces } from "./pieces.mts";
import type { ProblemRow, Sign } from "./problem-rows.mts";
import type { Stamp } from "./stamp.mts";

/** What was found in a vault, as plain data. */
export interface KeptVault {
  readonly head: KeptHead;
  /** All files of the vault, in the order of the vault. */
  readonly files: readonly KeptFile[];
}

/** What holds for all of it. */
export interface KeptHead {
  /** The vault's folder, without symbolic links. */
  readonly vault: string;
  /** Names the program that found it: another may find something else. */
  readonly maker: string;
  /** Names what the settings say that the problems depend on. */
  readonly settings: string;
  /** Ids of the rules that were on. */
  readonly rules: readonly string[];
  /** What the signs of the problems are. */
  readonly signs: readonly Sign[];
  /** The problems of the config at `path`, whose lines are `lines`. */
  readonly config: {
    readonly path: string;
    readonly lines: PackedLines;
    readonly problems: readonly ProblemRow[];
  };
  /** Names the reports for which all repairs that they tell of are known. */
  readonly reports: readonly string[];
  /** Those of them that may be told again as they were, each with how it was shown. */
  readonly told: readonly (ToldReport & { readonly report: string; readonly shownAs: string })[];
}

/** One file. */
export interface KeptFile {
  readonly path: string;
  readonly problems: readonly ProblemRow[];
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

/** How many files a piece holds: some 300 KB. No text that must be read in one go is long, whatever the vault's size. */
const FILES_IN_PIECE = 400;

type FileRow = readonly [path: string, problems: readonly ProblemRow[], content: Content | null];

/** What was found in a vault and is to be kept. What there is much of is made when it is asked for, file by file. */
export interface Found {
  /** Paths of all files, in the order of the vault. */
  readonly files: readonly string[];
  /** By path. Notes whose facts are on no shelf yet have the shelf "". */
  readonly contents: ReadonlyMap<string, Content>;
  /** The facts of a note of it. */
  readonly factsOf: (path: string) => Note | null;
  /** What an index takes up of notes, by path, where that was worked out when they were read (`keyText`). */
  readonly keyTexts: ReadonlyMap<string, string>;
  /** The shelves that cannot be read any more. */
  readonly lostShelves: ReadonlySet<string>;
  readonly problemsOf: (path: string) => readonly ProblemRow[];
  /** Asked for when the problems of all files have been: their signs are known then. */
  readonly head: () => KeptHead;
}

/**
 * Write what was found, in place of what was found earlier, piece by piece: no more of it than one is in memory. `draft` as for `writePieces`.
 * @param shelfOf the shelf of a note, by path, where it is another than the one of its content
 */
export function writeKept(
  disk: Disk,
  path: string,
  draft: string,
  found: Found,
  shelfOf: ReadonlyMap<string, string>,
): void {
  writePieces(disk, path, draft, piecesOf(found, shelfOf));
}

/** The head is the last, since it has the signs of all problems. */
function* piecesOf(
  { files, contents, problemsOf, head }: Found,
  shelfOf: ReadonlyMap<string, string>,
): Generator<Uint8Array> {
  let rows: FileRow[] = [];
  for (const path of files) {
    const content = contents.get(path) ?? null;
    const shelf = shelfOf.get(path);
    const shelved = content === null || shelf === undefined ? content : { ...content, facts: shelf };
    rows.push([path, problemsOf(path), shelved]);
    if (rows.length < FILES_IN_PIECE) continue;
    yield Buffer.from(JSON.stringify(rows));
    rows = [];
  }
  yield Buffer.from(JSON.stringify(rows));
  yield Buffer.from(JSON.stringify(head()));
}

/** What was found by the same program in the same vault. Null if nothing was, or it cannot be read, or is damaged. */
export function readKept(
  disk: Disk,
  path: string,
  { vault, maker }: Pick<KeptHead, "vault" | "maker">,
): KeptVault | null {
  const pieces = readPieces(disk, path) ?? [];
  const last = pieces.at(-1);
  const head: unknown = last && JSON.parse(last.toString());
  if (!isHead(head) || head.vault !== vault || head.maker !== maker) return null;
  const files: KeptFile[] = [];
  for (const piece of pieces.slice(0, -1)) {
    const rows: unknown = JSON.parse(piece.toString());
    if (!areRows(rows)) return null;
    for (const [name, problems, content] of rows) files.push({ path: name, problems, content });
  }
  return { head, files };
}

/** What has the sum that it says is what was written, by this program or another: a look at what tells the two apart is enough. */
function isHead(value: unknown): value is KeptHead {
  return typeof value === "object" && value !== null && "vault" in value && "maker" in value;
}

function areRows(value: unknown): value is readonly FileRow[] {
  return Array.isArray(value);
}
