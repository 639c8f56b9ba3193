import { printableJson } from "./printable.ts";

/**
 * A JSON object in pieces, for documents that are too long for one string: the members of `head`, then `list`, an array
 * with one item a line. Safe to show on a terminal.
 */
export function* jsonDocument(
  head: Readonly<Record<string, unknown>>,
  list: string,
  items: Iterable<unknown>,
): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(list)}:[`;
  let separator = "\n";
  for (const item of items) {
    yield separator + printableJson(JSON.stringify(item));
    separator = ",\n";
  }
  yield "\n]}\n";
}
