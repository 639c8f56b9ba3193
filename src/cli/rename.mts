import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import type { BatchReport } from "../report/batch-report.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { byteOrderMark, patchLines, withMark } from "../report/patch-text.ts";
import { printable } from "../report/printable.ts";
import { renameLines } from "../report/rename-text.ts";
import { leftLines } from "../report/undo-text.ts";
import { findFiles } from "../vault/find-files.ts";
import { type Move, movedPath } from "../vault/moved-files.ts";
import { insteadOfFile } from "../vault/near-note.ts";
import { renameTarget } from "../vault/rename-target.ts";
import { readVaultConfig } from "./config.mts";
import { watchInterrupts } from "./interrupts.mts";
import { print, type Io } from "./io.mts";
import { type LoadedVault, loadVault } from "./load-vault.mts";
import { nextCommand } from "./next-command.mts";
import { openVault } from "./open-vault.mts";
import { planRename, type RenamePlan } from "./plan-rename.mts";
import { type Progress, startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { isThere, statsOf } from "./vault-folder.mts";
import { requireJournal } from "./write/journal.mts";
import { whyNotMoved } from "./write/move-file.mts";
import { liesIn, pathIn } from "./write/note-file.mts";
import { placeOf } from "./write/place.mts";
import { writeRename } from "./write/rename-batch.mts";

/** What `linkage rename` is asked for besides the two names. */
export interface RenameOptions {
  readonly vault?: string;
  /** Print what would change, and write nothing. */
  readonly dryRun?: boolean;
}

/**
 * `linkage rename`: give the note, file or folder that `old` names the path or name `wanted`, and let all links follow. Gives the
 * exit code: 1 if it was not done, or a link could not follow; 2 if `old` names several.
 */
export async function rename(old: string, wanted: string, options: RenameOptions, io: Io): Promise<number> {
  const isFile = statsOf(resolve(io.cwd, old))?.isFile() ?? false;
  const folder = await openVault(options.vault, isFile ? [old] : [], io);
  const progress = startProgress(io.stderr);
  const config = readVaultConfig(folder, undefined, io.cwd);
  const vault = loadVault(folder, config.conventions, progress);
  progress.end();
  const from = (path: string): string => relative(folder, resolve(io.cwd, path)).split(sep).join("/");
  const [path, ...others] = distinctPlaces(findFiles(old, vault.index, [from(old)]), folder);
  if (path === undefined) {
    const isFolder = [folder, io.cwd].some((base) => statsOf(resolve(base, old))?.isDirectory());
    throw new CannotRun(
      isFolder
        ? `"${old}" is a folder without a file that links could lead to, expected one with some`
        : `No file of the vault is called "${old}", ${insteadOfFile(old, vault.index)}`,
    );
  }
  if (others.length > 0) {
    await print(io.stderr, withLineEnds(severalLines(old, [path, ...others])));
    return 2;
  }
  if (wanted.trim() === "") throw new CannotRun("The new name is empty, expected a name or a path");
  const isFromHere = /^\.{1,2}[/\\]/.test(wanted) || isOnDisk(wanted, folder);
  const said = isFromHere ? from(wanted) + (/[/\\]$/.test(wanted) ? "/" : "") : wanted;
  const target = renameTarget(path, isFromHere && !said.includes("/") ? `/${said}` : said, [
    ...vault.index.files(),
  ]);
  if ("trouble" in target) throw new CannotRun(target.trouble);
  const why = whyNotMoved({ vault: folder }, target.move);
  if (why) throw new CannotRun(`"${target.move.from}" cannot be "${target.move.to}": ${why.message}`);
  const move = ownMove(folder, target.move);
  if (move.to.split("/").some((name) => name.startsWith(".")))
    throw new CannotRun(
      `"${target.move.to}" is "${move.to}", which is hidden, expected a path that links can say`,
    );
  const request = { folder, vault, move, plan: planRename(vault, folder, move) };
  return options.dryRun ? printPatch(request, io) : renameAll(request, progress, io);
}

/**
 * Does a path that begins with `/` start from the disk's top, and not from the vault's, as links have it? It does where it leads into the vault.
 * @throws CannotRun if it leads elsewhere
 */
function isOnDisk(wanted: string, folder: string): boolean {
  if (!isAbsolute(wanted)) return false;
  if (liesIn(folder, wanted)) return true;
  const [, top = ""] = /^[/\\]([^/\\]+)[/\\]/.exec(wanted) ?? [];
  if (top === "" || isThere(join(folder, top)) || !isThere(join(parse(folder).root, top))) return false;
  throw new CannotRun(`"${wanted}" is not in the vault "${folder}"`);
}

/** Of several paths of one place, through linked folders, the first. */
function distinctPlaces(paths: readonly string[], folder: string): readonly string[] {
  const places = paths.map((path) => placeOf(join(folder, path)));
  return paths.filter((_, at) => places.indexOf(places[at] ?? "") === at);
}

/** The same move by paths through no symbolic link of the vault. */
function ownMove(folder: string, { from, to }: Move): Move {
  const vault = realpathSync.native(folder);
  const ownPath = (path: string): string => pathIn(vault, placeOf(join(vault, path)));
  return { from: ownPath(from), to: ownPath(to) };
}

function severalLines(wanted: string, paths: readonly string[]): readonly string[] {
  const head = `linkage: "${wanted}" may be any of ${String(paths.length)} files:`;
  return [head, ...paths.map((path) => `  ${path}`)].map(printable);
}

interface Request {
  readonly folder: string;
  readonly vault: LoadedVault;
  readonly move: Move;
  readonly plan: RenamePlan;
}

async function renameAll(request: Request, progress: Progress, io: Io): Promise<number> {
  const { folder, move, plan } = request;
  const interrupts = watchInterrupts();
  try {
    const report = await writeRename(requireJournal(folder, io.env), move, plan.changes, {
      isCancelled: interrupts.came,
      progress: (done, total) => {
        progress.step(total === null ? "Journaled" : "Wrote", done, total ?? plan.changes.length);
      },
    });
    progress.end();
    return report.left.length > 0 ? await tellLeft(report, folder, io) : await tell(request, false, io);
  } finally {
    progress.end();
    interrupts.end();
  }
}

async function tellLeft({ left }: BatchReport, folder: string, io: Io): Promise<number> {
  const screen = screenOf(io.stdout, io, folder);
  await print(
    io.stdout,
    withLineEnds([...leftLines(left, screen.place), screen.style.strong("Renamed nothing")]),
  );
  return 1;
}

async function printPatch(request: Request, io: Io): Promise<number> {
  await print(io.stdout, patches(request));
  return tell(request, true, io);
}

/** What is said of a rename that was done, or would be. */
async function tell({ folder, vault, move, plan }: Request, isDry: boolean, io: Io): Promise<number> {
  // What is printed on the other stream is a patch and nothing else.
  const stream = isDry ? io.stderr : io.stdout;
  const { index } = vault;
  const moved = [...index.files()].filter((path) => path.startsWith(`${move.from}/`));
  const summary = {
    move,
    files: index.hasFile(move.from) ? null : moved.length,
    links: plan.links,
    notes: plan.changes.length,
    left: plan.left,
    unread: vault.notePaths.filter((path) => index.note(path) === null),
    isDry,
    undo: nextCommand("linkage undo", folder, io.cwd),
  };
  await print(stream, withLineEnds(renameLines(summary, screenOf(stream, io, folder))));
  return plan.left.length > 0 ? 1 : 0;
}

/** The move and the changes as one patch, with the byte order marks that the files have. */
function* patches({ folder, vault, move, plan }: Request): Generator<string> {
  const changes = new Map(plan.changes.map((change) => [change.path, change]));
  for (const path of [...new Set([...vault.index.files(), ...changes.keys()])].sort()) {
    const to = movedPath(path, move);
    const change = changes.get(path);
    if (change === undefined && to === path) continue;
    const { before = "", after = "", edits = [] } = change ?? {};
    const written = { path, to, before, after, edits };
    const isMarked = change && readFileSync(join(folder, path), "utf8").startsWith(byteOrderMark);
    yield* patchLines(isMarked ? withMark(written) : written);
  }
}
