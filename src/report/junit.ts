import type { Diagnostic } from "../lint/diagnostic.ts";
import { positionAt } from "../text/lines.ts";
import type { CiContext } from "./ci-context.ts";
import { countOf } from "./count.ts";
import { groupByNote } from "./groups.ts";
import { printable } from "./printable.ts";
import type { Sources } from "./sources.ts";
import { emptyElement, startTag, textElement } from "./xml.ts";

/** All problems of one rule in one file: a test case. */
interface TestCase {
  readonly rule: string;
  readonly problems: readonly Diagnostic[];
  /** The first of them that makes the run fail, or null. */
  readonly failing: Diagnostic | null;
}

/**
 * Problems as JUnit XML, line by line: a suite for each file, a case for each rule in it. Cases fail where the run does; milder
 * problems are the output of a case that passes. Where nothing was found, one case that passes stands for all notes.
 * @param notes how many were looked at
 */
export function* junitLines(
  diagnostics: readonly Diagnostic[],
  notes: number,
  sources: Sources,
  { place, fails }: Pick<CiContext, "place" | "fails">,
): Generator<string> {
  const suites = groupByNote(diagnostics).map(({ path, diagnostics: found }) => ({
    path,
    cases: casesOf(found, fails),
  }));
  const all = suites.flatMap(({ cases }) => cases);
  const name = "linkage";
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  if (all.length === 0) {
    yield startTag("testsuites", { name, tests: 1, failures: 0 });
    yield `  ${startTag("testsuite", { name, tests: 1, failures: 0 })}`;
    yield `    ${emptyElement("testcase", { classname: name, name: `No problems in ${countOf(notes, "note")}` })}`;
    yield "  </testsuite>";
  } else {
    yield startTag("testsuites", { name, ...countsOf(all) });
    for (const { path, cases } of suites) {
      yield `  ${startTag("testsuite", { name: place(path), ...countsOf(cases) })}`;
      for (const each of cases) yield* caseLines(each, place(path), sources);
      yield "  </testsuite>";
    }
  }
  yield "</testsuites>";
}

function casesOf(found: readonly Diagnostic[], fails: CiContext["fails"]): readonly TestCase[] {
  return [...new Set(found.map(({ rule }) => rule))].map((rule) => {
    const problems = found.filter((each) => each.rule === rule);
    return { rule, problems, failing: problems.find(({ severity }) => fails(severity)) ?? null };
  });
}

function countsOf(cases: readonly TestCase[]): Readonly<Record<"tests" | "failures", number>> {
  return { tests: cases.length, failures: cases.filter(({ failing }) => failing !== null).length };
}

function* caseLines(
  { rule, problems, failing }: TestCase,
  file: string,
  sources: Sources,
): Generator<string> {
  const said = problems.map((problem) => problemLine(problem, sources)).join("\n");
  const more = problems.length === 1 ? "" : ` (and ${String(problems.length - 1)} more)`;
  yield `    ${startTag("testcase", { classname: file, name: rule, file })}`;
  yield failing === null
    ? `      ${textElement("system-out", {}, said)}`
    : `      ${textElement("failure", { type: failing.severity, message: failing.message + more }, said)}`;
  yield "    </testcase>";
}

function problemLine({ path, range, severity, message }: Diagnostic, sources: Sources): string {
  const { line, column } = positionAt(sources.lines(path), range.from);
  // Breaks of the message itself would look like those between problems.
  return printable(`${String(line)}:${String(column)} ${severity}: ${message}`);
}
