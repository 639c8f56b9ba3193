/** A text as an editor shows it: each line end is one line feed (the app's editor knows no other). */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
