/** A heading's text as a reader sees it, or nearly: on one line, without emphasis, code marks, backslashes and link targets. */
export function shownHeading(text: string): string {
  return (marks.test(text) ? withoutMarks(text) : text).replace(/\s+/g, " ").trim();
}

/** What headings and titles are compared by: as a reader sees them, with straight quotes. */
export function plainHeading(text: string): string {
  return shownHeading(text)
    .normalize("NFC")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
}

const marks = /[*_~=`\\[\]]/;

function withoutMarks(text: string): string {
  return text
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, "$1")
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(
      signs,
      (run: string, escaped: string | undefined, at: number, whole: string) =>
        escaped ??
        (/^[*_]/.test(run) && isText(run, whole.charAt(at - 1), whole.charAt(at + run.length)) ? run : ""),
    );
}

/** An escaped sign, which stands for itself; marks of code, strikethrough, highlight, emphasis. */
const signs = /\\([!-/:-@[-`{-~])|`+|~~|==|\*+|_+/g;

/** A run of `*` or `_` is no mark: it stands between blanks, or is `_` inside a word. */
function isText(run: string, before: string, after: string): boolean {
  const isLoose = before.trim() === "" && after.trim() === "";
  return isLoose || (run.startsWith("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
}

/** What required sections and headings are compared by: as readers see them, letter case and a colon behind them aside. */
export function sectionKey(text: string): string {
  return plainHeading(text).replace(/ ?:$/, "").toLowerCase();
}
