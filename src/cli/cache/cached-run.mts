import { noRepairs, type Diagnostic } from "../../lint/diagnostic.ts";
import { Linter } from "../../lint/linter.ts";
import type { Sources } from "../../report/sources.ts";
import { allRules } from "../../rules/all-rules.ts";
import { compact } from "../../text/compact.ts";
import { isNotePath } from "../../vault/names.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { Config } from "../config.mts";
import { lintedOf, problemsOfConfig } from "../find-problems.mts";
import type { Linted } from "../known-problems.mts";
import type { LintRun } from "../lint-run.mts";
import type { Progress } from "../progress.mts";
import type { Selection } from "../selection.mts";
import type { ToldReport } from "../told-report.mts";
import type { Basis, CachedRequest } from "./cached-request.mts";
import { keptSources } from "./kept-sources.mts";
import type { KeptHead } from "./kept-vault.mts";
import { packLines, unpackLines } from "./line-lengths.mts";
import { OrderedFiles } from "./ordered-files.mts";
import {
  isFromAfar,
  knownOf,
  problemOf,
  type ProblemRow,
  rowOf,
  Signs,
  unaffected,
} from "./problem-rows.mts";
import { RepairMemory } from "./repair-memory.mts";
import { keep } from "./vault-cache.mts";

/** How many names of reports are kept, and how many reports. */
const MOST_REPORTS = 20;

const nothingKept: KeptHead = {
  vault: "",
  maker: "",
  settings: "",
  rules: [],
  signs: [],
  config: { path: "", lines: "", problems: [] },
  reports: [],
  told: [],
};

/** The problems of a vault that were kept, and where these may no longer hold, those that are found anew. */
export class CachedRun implements LintRun {
  readonly files: readonly string[];
  readonly notePaths: readonly string[];
  readonly unread: readonly Diagnostic[];
  readonly config: Pick<Config, "path" | "lines">;
  private readonly request: CachedRequest;
  private readonly basis: Basis;
  private readonly progress: Progress;
  /** With the problems that were kept. */
  private readonly before: OrderedFiles;
  /** By path: the problems that have been told. */
  private readonly said = new Map<string, readonly Diagnostic[]>();
  private readonly memory = new RepairMemory(() => this.linter().repairsIn(this.index()));
  private knownIndex: VaultIndex | null = null;
  private knownLinter: Linter | null = null;
  /** A text was asked for that could not be had. */
  private isTextLost = false;

  constructor(request: CachedRequest, basis: Basis, progress: Progress) {
    const { survey, config } = basis;
    this.request = request;
    this.basis = basis;
    this.progress = progress;
    this.before = new OrderedFiles(basis.kept?.files ?? []);
    this.files = survey.files;
    this.notePaths = survey.files.filter(isNotePath);
    this.unread = survey.problems;
    this.config = config ?? { path: this.head.config.path, lines: unpackLines(this.head.config.lines) };
  }

  private get head(): KeptHead {
    return this.basis.kept?.head ?? nothingKept;
  }

  private get isUnchanged(): boolean {
    return this.basis.affected?.size === 0;
  }

  get told(): ToldReport | null {
    const { report, shownAs } = this.request;
    if (!this.isUnchanged || this.unread.length > 0) return null;
    return this.head.told.find((each) => each.report === report && each.shownAs === shownAs) ?? null;
  }

  get speaksOfFiles(): boolean {
    const ids = this.rulesOn().filter((id) => this.isAsked(id));
    return allRules.some(({ id, bindFile }) => bindFile !== null && ids.includes(id));
  }

  index(): VaultIndex {
    this.knownIndex ??= this.basis.load(this.requireConfig());
    return this.knownIndex;
  }

  *problems(selection: Selection): Generator<Diagnostic> {
    yield* this.configProblems();
    for (const problem of this.unread) if (selection.has(problem.path)) yield problem;
    yield* this.problemsAt(this.notePaths, selection);
    yield* this.problemsAt(
      this.files.filter((path) => !isNotePath(path)),
      selection,
    );
  }

  linted(selection: Selection): Linted {
    const linter = new Linter(allRules, this.requireConfig().conventions, this.request.only);
    return lintedOf(this.files, this.unread, linter, selection);
  }

  sources(others: readonly Pick<Config, "path" | "lines">[]): Sources {
    return keptSources(this.request.folder, this.basis.survey, [this.config, ...others], () => {
      this.isTextLost = true;
    });
  }

  keep(isWhole: boolean, report: ToldReport | null): void {
    const { request, basis } = this;
    const reports = this.reportsKnown(isWhole);
    const told = this.reportsTold(report, reports);
    const isNew = !this.isUnchanged || basis.survey.isRestamped || this.memory.foundIn.size > 0;
    const isKnown = reports.at(-1) === this.head.reports.at(-1) && told.at(-1) === this.head.told.at(-1);
    if (!isNew && isKnown) return;
    // Conventions may have been made of later settings than those that were named.
    if (request.settings() !== basis.settings) return;
    const signs = new Signs(this.head.signs);
    keep(request.cache, {
      files: this.files,
      contents: basis.survey.contents,
      factsOf: (path) => this.index().note(path),
      lostShelves: basis.lostShelves,
      problemsOf: (path) => this.keptRows(path, signs),
      signs: signs.all,
      kept: basis.kept,
      isAnew: (path) => this.isAnew(path, signs),
      isUnchanged: this.isUnchanged,
      head: () => ({ ...this.keptHead(signs), reports, told }),
    });
  }

  private keptHead(signs: Signs): Omit<KeptHead, "reports" | "told"> {
    const { path, lines } = this.config;
    const problems = this.configProblems().map((problem) => rowOf(problem, {}, signs));
    return {
      vault: this.request.cache.vault,
      maker: this.request.cache.maker,
      settings: this.basis.settings,
      rules: this.rulesOn(),
      signs: signs.all,
      config: { path, lines: packLines(lines), problems },
    };
  }

  private keptRows(path: string, signs: Signs): readonly ProblemRow[] {
    const said = this.said.get(path);
    if (said) return said.map((problem) => rowOf(problem, this.memory.of(problem), signs));
    return this.rowsAt(path);
  }

  private reportsKnown(isWhole: boolean): readonly string[] {
    const { report } = this.request;
    const known = this.isUnchanged ? this.head.reports : [];
    if (!isWhole || this.isTextLost || report === null || known.includes(report)) return known;
    return [...known, report].slice(-MOST_REPORTS);
  }

  /** The reports that may be told again. What could not be read may be so for another reason next time. */
  private reportsTold(told: ToldReport | null, reports: readonly string[]): KeptHead["told"] {
    const { report, shownAs } = this.request;
    const others = this.isUnchanged ? this.head.told : [];
    if (told === null || report === null || shownAs === null || !reports.includes(report)) return others;
    if (this.isTextLost || this.unread.length > 0) return others;
    return [...others, { ...told, report, shownAs }].slice(-MOST_REPORTS);
  }

  private configProblems(): readonly Diagnostic[] {
    const { config } = this.basis;
    if (config) return problemsOfConfig(config, this.files);
    const { path, problems } = this.head.config;
    return problems.map((row) => problemOf(row, path, this.head.signs, noRepairs));
  }

  /** The problems in these files that are asked about. All are found, since all are to be kept. */
  private *problemsAt(paths: readonly string[], selection: Selection): Generator<Diagnostic> {
    for (const [done, path] of paths.entries()) {
      this.progress.step("Linted", done, paths.length);
      const isSelected = selection.has(path);
      if (!isSelected && !this.isStale(path)) continue;
      const problems = this.problemsOf(path);
      this.said.set(path, compact(problems));
      if (isSelected) for (const problem of problems) if (this.isAsked(problem.rule)) yield problem;
    }
  }

  private problemsOf(path: string): readonly Diagnostic[] {
    if (this.isStale(path)) return this.lint(path);
    return this.rowsAt(path).map((row) => {
      const problem = problemOf(row, path, this.head.signs, this.memory);
      const known = knownOf(row);
      if (known !== null) this.memory.add(problem, known);
      return problem;
    });
  }

  /** What was kept of the problems of a file, as far as it holds. */
  private rowsAt(path: string): readonly ProblemRow[] {
    const rows = this.rowsBefore(path);
    const { signs } = this.head;
    const holds = this.isUnchanged || !rows.some((row) => isFromAfar(row, signs));
    return holds ? rows : rows.map((row) => unaffected(row, signs));
  }

  private rowsBefore(path: string): readonly ProblemRow[] {
    return this.before.at(path)?.rows() ?? [];
  }

  /** Whether the problems of a file, or what is known of their repairs, are others than were kept. */
  private isAnew(path: string, signs: Signs): boolean {
    if (!this.isStale(path)) return this.memory.foundIn.has(path);
    const [now, before] = [this.keptRows(path, signs), this.rowsBefore(path)];
    return now.length !== before.length || (now.length > 0 && JSON.stringify(now) !== JSON.stringify(before));
  }

  private lint(path: string): readonly Diagnostic[] {
    const note = this.index().note(path);
    if (note) return this.linter().lint(note, this.index(), this.memory);
    return isNotePath(path) ? [] : this.linter().lintFile(path, this.index(), this.memory);
  }

  private linter(): Linter {
    this.knownLinter ??= new Linter(allRules, this.requireConfig().conventions);
    return this.knownLinter;
  }

  private rulesOn(): readonly string[] {
    return this.isUnchanged ? this.head.rules : this.linter().ruleIds;
  }

  private isAsked(rule: string): boolean {
    return this.request.only?.includes(rule) ?? true;
  }

  /** @throws Error where it was not expected to be needed: a mistake of the program's */
  private requireConfig(): Config {
    if (this.basis.config) return this.basis.config;
    throw new Error("The config was not read, expected all repairs of this report to be known");
  }

  /** May the problems of a file be others than were kept? What is said of files that are no notes is said soon enough anew. */
  private isStale(path: string): boolean {
    const { affected } = this.basis;
    return affected === null || (affected.size > 0 && (affected.has(path) || !isNotePath(path)));
  }
}
