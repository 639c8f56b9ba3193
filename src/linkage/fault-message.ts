import type { LinkageFault } from "../note/note.ts";

/** What is wrong with a linkage block, in a sentence for its author. */
export function faultMessage({ kind, tag }: LinkageFault): string {
  switch (kind) {
    case "blank-line":
    case "blank-beside-text":
      return "A blank line ends the HTML of the linkage block here, expected none inside";
    case "unclosed-tag":
      return `<${tag}> is not closed, expected </${tag}> in the linkage block`;
    case "unexpected-close":
      return `</${tag}> closes nothing, expected <${tag}> before it in the linkage block`;
  }
}
