import type { Note } from "../../note/note.ts";
import type { ToldReport } from "../told-report.mts";
import type { Disk } from "../write/disk.mts";
import { jsonIn } from "./json-in.mts";
import type { PackedLines } from "./line-lengths.mts";
import { type Content, contentWith, type FileToKeep } from "./file-content.mts";
import {
  FILES_IN_GROUP,
  groupOf,
  type KeptFile,
  type KeptGroup,
  PIECES_OF_GROUP,
  piecesOfGroup,
} from "./kept-files.mts";
import { readPieces, writePieces } from "./pieces.mts";
import { isFromAfar, type ProblemRow, type Sign } from "./problem-rows.mts";

/** What was found in a vault, as plain data. */
export interface KeptVault {
  readonly head: KeptHead;
  /** All files of the vault, in the order of the vault. */
  readonly files: readonly KeptFile[];
  readonly groups: readonly KeptGroup[];
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

/** What was found in a vault and is to be kept. What there is much of is made when it is asked for, file by file. */
export interface Found {
  /** Paths of all files, in the order of the vault. */
  readonly files: readonly string[];
  /** By path. Notes whose facts are on no shelf yet have the shelf "". */
  readonly contents: ReadonlyMap<string, Content>;
  /** The facts of a note of it. */
  readonly factsOf: (path: string) => Note | null;
  /** The shelves that cannot be read any more. */
  readonly lostShelves: ReadonlySet<string>;
  readonly problemsOf: (path: string) => readonly ProblemRow[];
  /** Those that the rows of problems are numbered by, as they come. */
  readonly signs: readonly Sign[];
  /** What was kept before; groups of it that still hold are taken as they are. */
  readonly kept: KeptVault | null;
  /** Whether the problems of a file, or what is known of their repairs, are others than were kept. */
  readonly isAnew: (path: string) => boolean;
  /** Nothing has changed in the vault: suggestions that a change does not tell of still hold. */
  readonly isUnchanged: boolean;
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

/** All groups. The head is the last, since it has the signs of all problems. */
function* piecesOf(found: Found, shelfOf: ReadonlyMap<string, string>): Generator<Uint8Array> {
  const { files, contents, head } = found;
  const groups = new Map(found.kept?.groups.map((group) => [group.files[0]?.path, group]));
  let own: FileToKeep[] = [];
  for (let at = 0; at < files.length; at++) {
    const path = files[at] ?? "";
    const group = groups.get(path);
    if (group && holds(group, at, found, shelfOf)) {
      if (own.length > 0) yield* newGroup(own, found);
      own = [];
      yield* group.pieces;
      at += group.files.length - 1;
      continue;
    }
    const content = contents.get(path) ?? null;
    const shelf = shelfOf.get(path);
    own.push({
      path,
      content: content === null || shelf === undefined ? content : contentWith(content, { facts: shelf }),
    });
    if (own.length < FILES_IN_GROUP) continue;
    yield* newGroup(own, found);
    own = [];
  }
  if (own.length > 0) yield* newGroup(own, found);
  yield Buffer.from(JSON.stringify(head()));
}

/** Whether a group that was kept can be taken for the files from `at` on. Small ones come to be when files do, and are put together again. */
function holds(
  { files: before, isFar }: KeptGroup,
  at: number,
  { files, contents, isAnew, isUnchanged }: Found,
  shelfOf: ReadonlyMap<string, string>,
): boolean {
  if (before.length < FILES_IN_GROUP / 2 || (isFar && !isUnchanged)) return false;
  return before.every(
    ({ path, content }, behind) =>
      files[at + behind] === path &&
      (contents.get(path) ?? null) === content &&
      !shelfOf.has(path) &&
      !isAnew(path),
  );
}

function newGroup(files: readonly FileToKeep[], { problemsOf: rowsOf, signs }: Found): KeptGroup["pieces"] {
  const problems = files.map(({ path }) => rowsOf(path));
  return piecesOfGroup(
    files,
    problems,
    problems.some((rows) => rows.some((row) => isFromAfar(row, signs))),
  );
}

/** What was found by the same program in the same vault. Null if nothing was, or it cannot be read, or is damaged. */
export function readKept(
  disk: Disk,
  path: string,
  { vault, maker }: Pick<KeptHead, "vault" | "maker">,
): KeptVault | null {
  const pieces = readPieces(disk, path) ?? [];
  const last = pieces.at(-1);
  const head: unknown = last && jsonIn(last);
  if (!isHead(head) || head.vault !== vault || head.maker !== maker) return null;
  const groups: KeptGroup[] = [];
  for (let at = 0; at + 1 < pieces.length; at += PIECES_OF_GROUP) {
    const group = groupOf(pieces.slice(at, at + PIECES_OF_GROUP));
    if (group === null) return null;
    groups.push(group);
  }
  return { head, files: groups.flatMap(({ files }) => files), groups };
}

/** What has the sum that it says is what was written, by this program or another: a look at what tells the two apart is enough. */
function isHead(value: unknown): value is KeptHead {
  return typeof value === "object" && value !== null && "vault" in value && "maker" in value;
}
