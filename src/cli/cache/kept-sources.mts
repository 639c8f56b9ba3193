import type { LineStarts } from "../../text/lines.ts";
import type { Sources } from "../../report/sources.ts";
import { isNotePath } from "../../vault/names.ts";
import type { Config } from "../config.mts";
import { textOf } from "../load-vault.mts";
import { unpackLines } from "./line-lengths.mts";
import type { Survey } from "./survey.mts";

/**
 * What a report asks about the files of the vault in `folder`, from what is kept of them.
 * @param others files that are no notes and have lines that problems stand in
 * @param onLost told when a text can no longer be had
 */
export function keptSources(
  folder: string,
  { files, contents }: Survey,
  others: readonly Pick<Config, "path" | "lines">[],
  onLost: () => void,
): Sources {
  const notes = new Set(files.filter(isNotePath));
  // Who asks for a note's lines or text asks again for its next problem.
  let lastLines: { readonly path: string; readonly lines: LineStarts } | null = null;
  let lastText: { readonly path: string; readonly text: string | null } | null = null;
  const linesOf = (path: string): LineStarts => {
    const content = notes.has(path) ? contents.get(path) : undefined;
    return content ? unpackLines(content.lines) : (others.find((other) => other.path === path)?.lines ?? [0]);
  };
  const readNote = (path: string): string | null => {
    const content = notes.has(path) ? contents.get(path) : undefined;
    const text = content ? textOf({ path, length: content.length }, folder) : null;
    if (content && text === null) onLost();
    return text;
  };
  return {
    isNote: (path) => notes.has(path),
    lines: (path) => {
      if (lastLines?.path !== path) lastLines = { path, lines: linesOf(path) };
      return lastLines.lines;
    },
    text: (path) => {
      if (lastText?.path !== path) lastText = { path, text: readNote(path) };
      return lastText.text;
    },
  };
}
