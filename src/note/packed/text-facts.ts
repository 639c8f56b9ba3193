import type { Note } from "../note.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";

/** What is told of a note's text itself. */
type TextFacts = Pick<Note, "length" | "lines">;

/** Write the length and the lines, which are told by their lengths. */
export function writeText(writer: MarkWriter, { length, lines }: TextFacts): void {
  writer.number(length);
  let last = 0;
  writer.list(lines, (_, start) => {
    writer.number(start - last);
    last = start;
  });
}

/** What {@link writeText} wrote. */
export function readText(reader: MarkReader): TextFacts {
  const length = reader.number();
  let last = 0;
  const lines = reader.list(() => (last += reader.number()));
  return { length, lines };
}
