import type { Diagnostic } from "../lint/diagnostic.ts";
import type { CiContext } from "./ci-context.ts";
import { Fingerprints } from "./fingerprints.ts";
import { jsonDocument } from "./json-document.ts";
import { rootId, SarifResults, type SarifResult } from "./sarif-results.ts";
import { sarifRules } from "./sarif-rules.ts";
import type { Sources } from "./sources.ts";

/**
 * The report of a lint as a SARIF 2.1.0 log in pieces, one result a line. Columns and offsets count UTF-16 code units behind a byte
 * order mark (SARIF 3.30.3); files are named from the root of the repository, whose place on this disk is left out.
 */
export function* sarifLog(
  diagnostics: Iterable<Diagnostic>,
  sources: Sources,
  context: CiContext,
): Generator<string> {
  const rules = sarifRules(context.examples);
  const run = {
    tool: { driver: { name: "Linkage", version: context.version, semanticVersion: context.version, rules } },
    invocations: [{ executionSuccessful: true }],
    originalUriBaseIds: { [rootId]: { description: { text: "The root of the repository" } } },
    columnKind: "utf16CodeUnits",
    // A lone carriage return ends a line for Linkage, which is not so unless it is said.
    newlineSequences: ["\r\n", "\n", "\r"],
  };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[\n`;
  const results = new SarifResults(
    new Map(rules.map(({ id }, index) => [id, index])),
    sources,
    new Fingerprints(context.hash),
    context.place,
  );
  yield* jsonDocument(run, "results", resultsOf(diagnostics, results));
  yield "]}\n";
}

function* resultsOf(diagnostics: Iterable<Diagnostic>, results: SarifResults): Generator<SarifResult> {
  for (const diagnostic of diagnostics) yield results.of(diagnostic);
}
