import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configName } from "../journal/conventions.ts";
import type { BatchFix } from "../lint/fix-batch.ts";
import { Linter } from "../lint/linter.ts";
import { selectedBy, sureRepairs, type ProblemTest } from "../lint/repair-choice.ts";
import type { BatchReport } from "../report/batch-report.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { fixLines } from "../report/fix-text.ts";
import { fixesIn, groupByProblem } from "../report/groups.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { byteOrderMark, patchLines, withMark, type FileChange } from "../report/patch-text.ts";
import { printable } from "../report/printable.ts";
import { requireRule } from "../report/rule-list.ts";
import { leftLines } from "../report/undo-text.ts";
import { allRules } from "../rules/all-rules.ts";
import { missingTargetRules } from "../rules/missing-target-rules.ts";
import { askerOn, type Asker } from "./ask.mts";
import { chooseByAsking } from "./choose-repairs.mts";
import { readVaultConfig } from "./config.mts";
import { dryRun } from "./dry-run.mts";
import { planFixes, type FixHooks, type FixRequest } from "./fix-vault.mts";
import { watchInterrupts } from "./interrupts.mts";
import { print, type Io } from "./io.mts";
import { keepPlaceholders } from "./keep-placeholders.mts";
import { loadVault } from "./load-vault.mts";
import { nextCommand } from "./next-command.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { inBoth, select } from "./selection.mts";
import { changesSince, selectSince } from "./since.mts";
import { vaultSources } from "./vault-sources.mts";
import { requireJournal } from "./write/journal.mts";
import type { NoteChange } from "./write/prepare-batch.mts";
import { writeBatch } from "./write/write-batch.mts";

/** What `linkage fix` is asked for besides paths. */
export interface FixOptions {
  readonly vault?: string;
  readonly config?: string;
  /** Only what these rules find; of all that are on if empty. */
  readonly rule: readonly string[];
  /** Only what is said of these: missing targets, tags. */
  readonly target: readonly string[];
  /** Only in notes that have changed since this revision of git, and those that this affects. */
  readonly since?: string;
  /** Print what would change, and write nothing. */
  readonly dryRun?: boolean;
  /** Ask which repair is to be made, group by group. */
  readonly interactive?: boolean;
}

/**
 * `linkage fix`: make the sure repairs in the notes at `paths`, or those that whoever is asked chooses. Gives the exit code:
 * 1 if something that was to be repaired was not.
 */
export async function fix(paths: readonly string[], options: FixOptions, io: Io): Promise<number> {
  for (const id of options.rule) requireRule(id);
  const asker = options.interactive ? askerOn(io) : null;
  try {
    const request = await fixRequest(paths, options, io);
    const asked = asker && (await ask(request, options, asker, io));
    if (asker && asked === null) return 0;
    return await fixAsAsked({ ...request, ...asked }, options.dryRun ?? false, io);
  } finally {
    asker?.end();
  }
}

/** What is to be fixed, and what becomes of the config. */
interface Request extends FixRequest {
  readonly configChange: FileChange | null;
  /** Somebody was asked what is to be repaired. */
  readonly isChosen: boolean;
}

async function fixRequest(paths: readonly string[], options: FixOptions, io: Io): Promise<Request> {
  const folder = await openVault(options.vault, paths, io);
  const progress = startProgress(io.stderr);
  const config = readVaultConfig(folder, options.config, io.cwd);
  const changes = options.since === undefined ? null : changesSince(options.since, folder, io.env);
  const vault = loadVault(folder, config.conventions, progress);
  progress.end();
  const selected = select(paths, folder, io.cwd, new Set(vault.notePaths));
  const selection = changes ? inBoth(selected, selectSince(changes, vault.index, config.path)) : selected;
  const choose = sureRepairs(selectionOf(options));
  return { folder, vault, config, selection, choose, configChange: null, isChosen: false };
}

function selectionOf({ rule, target }: FixOptions): ProblemTest {
  return selectedBy({
    ...(rule.length > 0 && { rules: rule }),
    ...(target.length > 0 && { targets: target }),
  });
}

/** Let somebody choose. Null if they have gone, or do not want it written. */
async function ask(
  { folder, vault, config, selection }: Request,
  options: FixOptions,
  asker: Asker,
  io: Io,
): Promise<Pick<Request, "choose" | "configChange" | "isChosen"> | null> {
  const linter = new Linter(allRules, config.conventions);
  const isWanted = selectionOf(options);
  const sources = vaultSources(folder, vault, []);
  const problems = [...vault.index.notes()]
    .filter(({ path }) => selection.has(path))
    .flatMap((note) => linter.lint(note, vault.index))
    .filter((problem) => isWanted(problem, problem.range));
  const sections = groupByProblem(problems, fixesIn(problems, sources));
  const screen = screenOf(io.stderr, io, folder);
  const hasConfig = existsSync(join(folder, configName));
  const isOfLinks = problems.some(({ rule }) => missingTargetRules.includes(rule));
  if (!hasConfig && options.config === undefined && isOfLinks) await print(io.stderr, [noConfigLine]);
  const choices = await chooseByAsking(sections, {
    noteAt: (path) => {
      const [text, note] = [sources.text(path), vault.index.note(path)];
      return text === null || note === null ? null : { text, note, vault: vault.index };
    },
    canKeep: hasConfig && options.config === undefined,
    asker,
    stream: io.stderr,
    screen,
  });
  if (choices === null) return null;
  const configChange = keepPlaceholders(folder, choices.placeholders);
  return { choose: choices.choose, configChange, isChosen: true };
}

const noConfigLine = `Targets are kept as placeholders in ${configName}, which this vault has not: "linkage init" writes it\n`;

async function fixAsAsked(request: Request, isDry: boolean, io: Io): Promise<number> {
  const progress = startProgress(io.stderr);
  const interrupts = watchInterrupts();
  const hooks = { progress, isCancelled: interrupts.came };
  try {
    const batch = await planFixes(request, hooks);
    progress.end();
    if (batch === null) throw new CannotRun("Stopped before anything was written");
    const fixes = batch.fixes.filter(({ before, after }) => before !== after);
    const changes = [...(request.configChange ? [request.configChange] : []), ...fixes];
    const report = isDry ? await printPatch(changes, request, io) : await write(changes, request, hooks, io);
    progress.end();
    return await tell(batch, report, isDry, request, io);
  } finally {
    progress.end();
    interrupts.end();
  }
}

async function printPatch(changes: readonly FileChange[], { folder }: Request, io: Io): Promise<BatchReport> {
  const dry = dryRun(changes, folder);
  await print(io.stdout, patches(dry.changes, folder));
  return dry.report;
}

async function tell(
  batch: BatchFix,
  { written, left }: BatchReport,
  isDry: boolean,
  { folder, configChange, isChosen }: Request,
  io: Io,
): Promise<number> {
  // What is printed on the other stream is a patch and nothing else.
  const stream = isDry ? io.stderr : io.stdout;
  const screen = screenOf(stream, io, folder);
  const isKept = configChange !== null && written.includes(configChange.path);
  const isAll = batch.fixes.length === 0;
  const undo = nextCommand("linkage undo", folder, io.cwd);
  await print(
    stream,
    withLineEnds([
      ...leftLines(left, screen.place),
      ...(isKept ? [keptLine(isDry, isAll ? undo : null)] : []),
      ...(isKept && isAll
        ? []
        : fixLines({ batch, written: new Set(written), isDry, isChosen, undo }, screen)),
    ]),
  );
  const isAllDone = left.length === 0 && batch.fixes.every(({ refused }) => refused.length === 0);
  return isAllDone ? 0 : 1;
}

/** @param undo the command that takes it back; null where something else was chosen, too */
function keptLine(isDry: boolean, undo: string | null): string {
  if (isDry) return `Would put down the placeholders in ${configName}`;
  return `Put down the placeholders in ${configName}${undo === null ? "" : printable(`; "${undo}" takes it back`)}`;
}

function write(
  changes: readonly NoteChange[],
  { folder }: Request,
  { progress, isCancelled }: FixHooks,
  io: Io,
): Promise<BatchReport> {
  return writeBatch(requireJournal(folder, io.env), "fix", changes, {
    isCancelled,
    progress: (done, total) => {
      progress.step(total === null ? "Journaled" : "Wrote", done, total ?? changes.length);
    },
  });
}

/** The changes as one patch, with the byte order marks that the files have. */
function* patches(changes: readonly FileChange[], folder: string): Generator<string> {
  for (const change of changes)
    yield* patchLines(hasMark(join(folder, change.path)) ? withMark(change) : change);
}

function hasMark(path: string): boolean {
  return readFileSync(path, "utf8").startsWith(byteOrderMark);
}
