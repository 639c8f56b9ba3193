import stringWidth from "fast-string-width";

/** Characters of one column each, as most texts have no others. */
const plain = /^[ -~]*$/;

/** Columns that `text` takes on a terminal: wide characters two, marks none. */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

/**
 * Break `text` at blanks into lines of at most `width` columns. A word that is wider has a line of its own, uncut;
 * so what can be clicked or copied stays whole. No line that is broken off ends in a blank.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (width === Infinity || widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Cut `text` to at most `width` columns; an ellipsis stands for what is gone. */
export function cut(text: string, width: number): string {
  if (width === Infinity || widthOf(text) <= width) return text;
  let kept = "";
  let columns = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    columns += widthOf(segment);
    if (columns > width) break;
    kept += segment;
  }
  return `${kept}…`;
}
