import type { TextEdit, TextRange } from "../text/range.ts";
import { RangeMap } from "../text/range-map.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** What of a diagnostic tells whether it was there before. */
interface Sign {
  readonly rule: string;
  readonly message: string;
  /** In the text after the edits. */
  readonly range: TextRange;
}

/**
 * The diagnostics of a text that were not there before edits to it. One that was there says the same, or is of the same rule
 * at the same place: what it counts or names may have changed. Of several that say the same, as many count as there were.
 * @param before those that may still be there: without those whose repair has been made
 */
export function newDiagnostics(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  edits: readonly TextEdit[],
): readonly Diagnostic[] {
  const ranges = new RangeMap(edits);
  let old: readonly Sign[] = before.map(({ rule, message, range }) => ({
    rule,
    message,
    range: ranges.moved(range),
  }));
  let now = after;
  for (const keyOf of [sameEverywhere, sameWords, samePlace]) ({ old, now } = unmatched(old, now, keyOf));
  return now;
}

function sameEverywhere(sign: Sign): string {
  return `${samePlace(sign)} ${sign.message}`;
}

function sameWords({ rule, message }: Sign): string {
  return `${rule} ${message}`;
}

function samePlace({ rule, range }: Sign): string {
  return `${rule} ${String(range.from)}-${String(range.to)}`;
}

/** What is left of both when each of the one is put to one of the other with the same key. */
function unmatched<Now extends Sign>(
  old: readonly Sign[],
  now: readonly Now[],
  keyOf: (sign: Sign) => string,
): { readonly old: readonly Sign[]; readonly now: readonly Now[] } {
  const open = new Map<string, Sign[]>();
  for (const sign of old) {
    const others = open.get(keyOf(sign));
    if (others) others.push(sign);
    else open.set(keyOf(sign), [sign]);
  }
  const left = now.filter((sign) => open.get(keyOf(sign))?.pop() === undefined);
  return { old: [...open.values()].flat(), now: left };
}
