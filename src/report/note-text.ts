import type { Diagnostic } from "../lint/diagnostic.ts";
import { positionAt } from "../text/lines.ts";
import { groupByNote } from "./groups.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { widthOf, wrap } from "./wrap.ts";

/** The part of a text report that lists problems file by file, each file's in the order of its text. Nothing is cut. */
export function* noteLines(
  report: { readonly diagnostics: readonly Diagnostic[] },
  sources: Sources,
  screen: Screen,
): Generator<string> {
  for (const group of groupByNote(report.diagnostics)) {
    yield screen.style.strong(printable(screen.place(group.path)));
    const starts = sources.lines(group.path);
    const rows = group.diagnostics
      .toSorted((a, b) => a.range.from - b.range.from)
      .map((diagnostic) => {
        const { line, column } = positionAt(starts, diagnostic.range.from);
        return { diagnostic, at: `${String(line)}:${String(column)}` };
      });
    const atWidth = rows.reduce((width, { at }) => Math.max(width, at.length), 0);
    for (const { diagnostic, at } of rows) yield* rowLines(diagnostic, at.padStart(atWidth), screen);
    yield "";
  }
}

function* rowLines({ severity, message, rule }: Diagnostic, at: string, screen: Screen): Generator<string> {
  const { style, width } = screen;
  const label = severity.padEnd("warning".length);
  const margin = `  ${at}  ${label}  `.length;
  const lines = [...wrap(printable(message), width - margin)];
  const last = lines.at(-1) ?? "";
  const fits = margin + widthOf(last) + 2 + rule.length <= width;
  if (fits) lines.splice(-1, 1, `${last}  ${style.faint(rule)}`);
  else lines.push(style.faint(rule));
  for (const [index, line] of lines.entries()) {
    yield index === 0
      ? `  ${style.faint(at)}  ${style[severity](label)}  ${line}`
      : " ".repeat(margin) + line;
  }
}
