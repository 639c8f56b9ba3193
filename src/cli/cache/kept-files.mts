import { lazily } from "../../text/lazily.ts";
import type { Content, FileToKeep } from "./file-content.mts";
import { jsonIn } from "./json-in.mts";
import { PackedFiles, packFiles } from "./packed-files.mts";
import { PackedProblems, packProblems } from "./packed-problems.mts";
import type { ProblemRow } from "./problem-rows.mts";

/** One file that was kept. */
export interface KeptFile extends FileToKeep {
  /** Its problems. They are made anew each time. */
  readonly rows: () => readonly ProblemRow[];
}

/** How many files a group holds: some 100 KB. No text that must be read in one go is long, whatever the vault's size. */
export const FILES_IN_GROUP = 400;

/** How many pieces a group has: what is known of the group, those of its files, and those of their problems. */
export const PIECES_OF_GROUP = 7;

/** Files that follow each other in the order of the vault, as they are kept. */
export interface KeptGroup {
  readonly files: readonly KeptFile[];
  readonly pieces: readonly Uint8Array[];
  /** Suggestions are among their problems that a change may make other ones, and does not tell so. */
  readonly isFar: boolean;
}

/** The pieces of a group with these files, and the problems of each. */
export function piecesOfGroup(
  files: readonly FileToKeep[],
  problems: readonly (readonly ProblemRow[])[],
  isFar: boolean,
): KeptGroup["pieces"] {
  return [Buffer.from(JSON.stringify({ isFar })), ...packFiles(files), ...packProblems(problems)];
}

/** The group that has these pieces; null if they are none of this program's. They stay in use. */
export function groupOf(pieces: readonly Buffer[]): KeptGroup | null {
  const [head, names, stamps, numbers, texts, said, problemNumbers] = pieces;
  const files = names && stamps && numbers && texts && PackedFiles.of([names, stamps, numbers, texts]);
  const known: unknown = head && jsonIn(head);
  if (!files || !said || !problemNumbers || !isGroupHead(known)) return null;
  const { paths } = files;
  const problems = lazily(() => new PackedProblems([said, problemNumbers], paths.length));
  return {
    files: paths.map((path, at) => new FileOfGroup(path, files.contentAt(at), problems, at)),
    pieces,
    isFar: known.isFar,
  };
}

/** A file of a group. */
class FileOfGroup implements KeptFile {
  readonly path: string;
  readonly content: Content | null;
  private readonly problems: () => PackedProblems;
  private readonly place: number;

  constructor(path: string, content: Content | null, problems: () => PackedProblems, place: number) {
    this.path = path;
    this.content = content;
    this.problems = problems;
    this.place = place;
  }

  rows(): readonly ProblemRow[] {
    return this.problems().rowsAt(this.place);
  }
}

/** What has the sum that it says is what was written, by this program or another: a look at what tells the two apart is enough. */
function isGroupHead(value: unknown): value is Pick<KeptGroup, "isFar"> {
  return typeof value === "object" && value !== null && "isFar" in value;
}
