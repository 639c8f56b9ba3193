import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type NoteFix } from "../lint/note-fix.ts";
import { selectedBy, sureRepairs } from "../lint/repair-choice.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { fixLines } from "../report/fix-text.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { patchLines } from "../report/patch-text.ts";
import { requireRule } from "../report/rule-list.ts";
import { leftLines } from "../report/undo-text.ts";
import { readVaultConfig } from "./config.mts";
import { planFixes, type FixHooks, type FixRequest } from "./fix-vault.mts";
import { watchInterrupts } from "./interrupts.mts";
import { print, type Io } from "./io.mts";
import { loadVault } from "./load-vault.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { select } from "./selection.mts";
import { requireJournal } from "./write/journal.mts";
import { writeBatch, type NoteChange } from "./write/write-batch.mts";

/** What `linkage fix` is asked for besides paths. */
export interface FixOptions {
  readonly vault?: string;
  readonly config?: string;
  /** Only what these rules find; of all that are on if empty. */
  readonly rule: readonly string[];
  /** Only what is said of these: missing targets, tags. */
  readonly target: readonly string[];
  /** Print what would change, and write nothing. */
  readonly dryRun?: boolean;
}

/**
 * `linkage fix`: make the sure repairs in the notes at `paths`. Gives the exit code: 1 if something that was to be repaired was
 * not.
 */
export async function fix(paths: readonly string[], options: FixOptions, io: Io): Promise<number> {
  for (const id of options.rule) requireRule(id);
  const request = await fixRequest(paths, options, io);
  const progress = startProgress(io.stderr);
  const interrupts = watchInterrupts();
  try {
    const hooks = { progress, isCancelled: interrupts.came };
    return await fixAsAsked(request, options.dryRun ?? false, hooks, io);
  } finally {
    progress.end();
    interrupts.end();
  }
}

async function fixRequest(paths: readonly string[], options: FixOptions, io: Io): Promise<FixRequest> {
  const folder = await openVault(options.vault, paths, io);
  const progress = startProgress(io.stderr);
  const config = await readVaultConfig(folder, options.config, io.cwd);
  const vault = loadVault(folder, config.conventions, progress);
  progress.end();
  const selection = select(paths, folder, io.cwd, new Set(vault.notePaths));
  const choose = sureRepairs(
    selectedBy({
      ...(options.rule.length > 0 && { rules: options.rule }),
      ...(options.target.length > 0 && { targets: options.target }),
    }),
  );
  return { folder, vault, config, selection, choose };
}

async function fixAsAsked(request: FixRequest, isDry: boolean, hooks: FixHooks, io: Io): Promise<number> {
  const { folder } = request;
  const batch = await planFixes(request, hooks);
  hooks.progress.end();
  if (batch === null) throw new CannotRun("Stopped before anything was written");
  const changed = batch.fixes.filter(({ before, after }) => before !== after);
  if (isDry) await print(io.stdout, patches(changed, folder));
  const report = isDry
    ? { written: changed.map(({ path }) => path), left: [] }
    : await write(changed, folder, hooks, io);
  hooks.progress.end();
  // What is printed on the other stream is a patch and nothing else.
  const stream = isDry ? io.stderr : io.stdout;
  const screen = screenOf(stream, io, folder);
  await print(stream, withLineEnds(leftLines(report.left, screen.place)));
  await print(stream, withLineEnds(fixLines({ batch, written: new Set(report.written), isDry }, screen)));
  const isAllDone = report.left.length === 0 && batch.fixes.every(({ refused }) => refused.length === 0);
  return isAllDone ? 0 : 1;
}

function write(
  changed: readonly NoteChange[],
  folder: string,
  { progress, isCancelled }: FixHooks,
  io: Io,
): ReturnType<typeof writeBatch> {
  return writeBatch(requireJournal(folder, io.env), "fix", changed, {
    isCancelled,
    progress: (done, total) => {
      progress.step(total === null ? "Journaled" : "Wrote", done, total ?? changed.length);
    },
  });
}

/** The changes as one patch, with the byte order marks that the files have. */
function* patches(fixes: readonly NoteFix[], folder: string): Generator<string> {
  for (const { path, before, after } of fixes) {
    const mark = hasMark(join(folder, path)) ? byteOrderMark : "";
    yield* patchLines({ path, before: mark + before, after: mark + after });
  }
}

const byteOrderMark = "\ufeff";

function hasMark(path: string): boolean {
  return readFileSync(path, "utf8").startsWith(byteOrderMark);
}
