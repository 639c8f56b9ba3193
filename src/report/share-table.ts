import {
  REQUIRED_BLOCK,
  REQUIRED_PROPERTY,
  REQUIRED_SECTION,
  type Share,
  type TypeEvidence,
} from "../inference/inference.ts";
import { percentOf } from "./percent.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { cut, widthOf } from "./wrap.ts";

/** What fewer than half of the notes of every type have is not shown. */
const SHOWN = 0.5;

/** Columns of a type's share, blanks in front and all: `  (90%)`. */
const CELL = 7;

/** Columns of what the shares are of. */
const LABEL = 24;

/**
 * What share of each type's notes has which property and section, a linkage block and the type's ending: a row each, the
 * types beside each other, as many as the screen is wide for, the others in a further table. What is not required of every
 * note stands in brackets. A blank line comes first; nothing at all comes where there is nothing to show.
 */
export function* shareTables(types: readonly TypeEvidence[], screen: Screen): Generator<string> {
  const rows = rowsOf(types);
  if (rows.length === 0) return;
  yield "";
  const label = Math.min(LABEL, Math.max(...rows.map(({ name }) => widthOf(name))));
  const fit = Math.max(1, Math.floor((screen.width - label) / CELL));
  for (let from = 0; from < types.length; from += fit) {
    if (from > 0) yield "";
    const codes = types.slice(from, from + fit).map(({ type }) => type.code);
    yield screen.style
      .strong(" ".repeat(label) + codes.map((code) => `${code.padStart(CELL - 1)} `).join(""))
      .trimEnd();
    for (const { name, cells } of rows) {
      const shown = cut(name, label);
      const shares = cells.slice(from, from + fit).map((cell) => cellText(cell, screen));
      yield (shown + " ".repeat(label - widthOf(shown)) + shares.join("")).trimEnd();
    }
  }
  if (rows.every(({ cells }) => cells.every((cell) => cell?.isRequired !== false))) return;
  yield "";
  yield screen.style.faint("In brackets: not required, too few notes of the type have it");
}

interface Row {
  readonly name: string;
  /** One for each type; null where next to no note has it. */
  readonly cells: readonly (Cell | null)[];
}

interface Cell {
  readonly part: number;
  readonly whole: number;
  readonly isRequired: boolean;
}

function rowsOf(types: readonly TypeEvidence[]): readonly Row[] {
  const properties = namesIn(types.map((each) => each.properties)).map((name) =>
    row(name, types, (each) => cellOf(name, each.properties, each.readable, REQUIRED_PROPERTY)),
  );
  const sections = namesIn(types.map((each) => each.sections)).map((name) =>
    row(`## ${name}`, types, (each) => cellOf(name, each.sections, each.notes, REQUIRED_SECTION)),
  );
  const blocks = row("a linkage block", types, ({ blocks: part, notes: whole }) =>
    part === 0 ? null : { part, whole, isRequired: part >= REQUIRED_BLOCK * whole },
  );
  const endings = row(
    "the same last line",
    types,
    ({ ending, notes, type }) =>
      ending && { part: ending.notes, whole: notes, isRequired: type.ending !== null },
  );
  return [...properties, ...sections, blocks, endings].filter(({ cells }) =>
    cells.some((cell) => cell !== null && cell.part >= SHOWN * cell.whole),
  );
}

function row(
  name: string,
  types: readonly TypeEvidence[],
  cell: (evidence: TypeEvidence) => Cell | null,
): Row {
  return { name: printable(name), cells: types.map(cell) };
}

/** The names of all types, each once: in the order of the first type that has it. */
function namesIn(lists: readonly (readonly Share[])[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { name } of lists.flat())
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  return [...names.values()];
}

function cellOf(name: string, shares: readonly Share[], whole: number, bound: number): Cell | null {
  const share = shares.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return share === undefined ? null : { part: share.notes, whole, isRequired: share.notes >= bound * whole };
}

function cellText(cell: Cell | null, { style }: Screen): string {
  if (cell === null) return "– ".padStart(CELL);
  const share = percentOf(cell.part, cell.whole);
  const text = cell.isRequired ? `${share} ` : `(${share})`;
  const blanks = " ".repeat(CELL - text.length);
  return blanks + (cell.isRequired ? text : style.faint(text));
}
