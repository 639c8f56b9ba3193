/** A text as an editor shows it: each line end is one line feed (the app's editor knows no other). */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The offset in `text` of what is at the offset `at` in `other`: two texts that are the same but for their line ends. */
export function offsetIn(text: string, other: string, at: number): number {
  const wanted = withLineFeeds(other.slice(0, at)).length;
  let units = 0;
  let offset = 0;
  while (units < wanted && offset < text.length) {
    offset += text.startsWith("\r\n", offset) ? 2 : 1;
    units++;
  }
  return offset;
}
