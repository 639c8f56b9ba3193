import { fixIn, suggestionsIn, type Diagnostic } from "../lint/diagnostic.ts";
import type { Fix, RelatedPlace } from "../rules/rule.ts";
import { extentOf } from "./extent.ts";
import { jsonDocument } from "./json-document.ts";
import type { JsonDiagnostic } from "./json.ts";
import type { Sources } from "./sources.ts";
import type { Summary } from "./summary.ts";

/** The report of a lint as a JSON document in pieces; its form is `lintReportSchema`. `repairs`: with fixes and suggestions. */
export function lintJson(
  summary: Summary,
  diagnostics: Iterable<Diagnostic>,
  sources: Sources,
  repairs: boolean,
): Generator<string> {
  return jsonDocument({ version: 1, summary }, "diagnostics", jsonDiagnostics(diagnostics, sources, repairs));
}

function* jsonDiagnostics(
  diagnostics: Iterable<Diagnostic>,
  sources: Sources,
  repairs: boolean,
): Generator<JsonDiagnostic> {
  for (const diagnostic of diagnostics) {
    const said = jsonDiagnostic(diagnostic, sources);
    yield repairs ? { ...said, ...jsonRepairs(diagnostic, sources) } : said;
  }
}

/** Each member by its name, and without a value where there is none, which JSON leaves out: to spread objects takes as long as to write them. */
function jsonDiagnostic(
  { rule, severity, message, path, range, target, related }: Diagnostic,
  sources: Sources,
): JsonDiagnostic {
  const { line, column, endLine, endColumn, from, to } = extentOf(range, sources.lines(path));
  return {
    rule,
    severity,
    message,
    path,
    line,
    column,
    endLine,
    endColumn,
    from,
    to,
    target: target ?? undefined,
    related: related.length === 0 ? undefined : related.map((place) => jsonPlace(place, sources)),
  };
}

function jsonPlace(place: RelatedPlace, sources: Sources): NonNullable<JsonDiagnostic["related"]>[number] {
  return { path: place.path, message: place.message, ...extentOf(place, sources.lines(place.path)) };
}

function jsonRepairs(diagnostic: Diagnostic, sources: Sources): Pick<JsonDiagnostic, "fix" | "suggestions"> {
  const fix = fixIn(diagnostic, sources);
  const suggestions = suggestionsIn(diagnostic, sources).map(jsonFix);
  return { ...(fix ? { fix: jsonFix(fix) } : {}), ...(suggestions.length === 0 ? {} : { suggestions }) };
}

function jsonFix({ title, edits }: Fix): NonNullable<JsonDiagnostic["fix"]> {
  return { title, edits: edits.map(({ from, to, insert }) => ({ from, to, insert })) };
}
