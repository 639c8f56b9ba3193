import type { Inference, TypeEvidence } from "../inference/inference.ts";
import { otherCodesOf } from "./conventions-file.ts";
import { countOf, formatCount } from "./count.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { shareTables } from "./share-table.ts";
import { signsText } from "./signs-text.ts";
import { wrap } from "./wrap.ts";

/** What has been inferred, line by line: each note type and what tells it, then what share of its notes has what. */
export function* inferenceLines(inference: Inference, screen: Screen): Generator<string> {
  const { types, typed, notes, otherCodes } = inference;
  const { style, width } = screen;
  if (types.length === 0) {
    yield* wrap(`No note types in ${countOf(notes, "note")}, expected 5 or more that go together`, width);
    return;
  }
  const without = notes - typed;
  const none = without === 0 ? "" : `; ${formatCount(without)} ${without === 1 ? "has" : "have"} none`;
  yield style.strong(`${countOf(types.length, "note type")} in ${countOf(notes, "note")}${none}`);
  yield "";
  for (const evidence of types) yield* signLines(evidence, columnsOf(types), screen);
  yield* shareTables(types, screen);
  for (const folder of otherCodes) yield* ["", ...wrap(printable(otherCodesOf(folder)), width)];
}

interface Columns {
  readonly code: number;
  readonly notes: number;
}

function columnsOf(types: readonly TypeEvidence[]): Columns {
  return {
    code: Math.max(...types.map(({ type }) => type.code.length)),
    notes: Math.max(...types.map(({ notes }) => formatCount(notes).length)),
  };
}

/** `GN  426  class general-note; tags general-note, generalnote; folder Notes/General_Notes` */
function* signLines(
  { type, notes }: TypeEvidence,
  columns: Columns,
  { style, width }: Screen,
): Generator<string> {
  const margin = columns.code + 2 + columns.notes + 2;
  const code = type.code.padEnd(columns.code);
  for (const [at, line] of wrap(signsText(type), width - margin).entries()) {
    const head = `${style.strong(code)}  ${formatCount(notes).padStart(columns.notes)}  `;
    yield (at === 0 ? head : " ".repeat(margin)) + line;
  }
}
