import { reportProperty } from "../lint/report-note.ts";
import { isNotePath } from "../vault/names.ts";

/** How a report of each format starts. */
const starts: readonly RegExp[] = [
  /^\{"version":1,"summary":\{/,
  /^\{"\$schema":"[^"]*sarif-2\.1\.0\.json","version":"2\.1\.0","runs":\[\n\{"tool":\{"driver":\{"name":"Linkage"/,
  /^::(?:error|warning|notice) file=[^\n]*,title=[\w-]+::/,
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="linkage"/,
  /^[^\n]+ · [\d,]+ notes?\n\n/,
  /^No (?:problems|errors)[^\n]* in [\d,]+ notes?/,
];

const noteStart = `---\n${reportProperty}: true\n`;

/**
 * Does a file hold a report of ours, so that another may be written over it? A note does only if it is one that Linkage wrote.
 * @param start the first 1,000 or more characters of the file, or all
 */
export function isReport(start: string, path: string): boolean {
  return start.startsWith(noteStart) || (!isNotePath(path) && starts.some((form) => form.test(start)));
}
