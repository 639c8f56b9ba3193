import { wholeContent } from "../note/content.ts";
import { scanTag } from "../note/tags.ts";
import { scanWikilink, wikilink } from "../note/wikilink.ts";

/** A stretch of what a linkage block says where it is shown: a link, a tag with its `#`, or text. */
export type BlockPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tag"; readonly text: string }
  | {
      readonly kind: "link";
      /** What the link shows. */
      readonly text: string;
      readonly linkpath: string;
      /** Linkpath and subpath. */
      readonly linktext: string;
    };

/** The parts of a text of a linkage block, in order: joined, they show all of it. */
export function blockParts(text: string): readonly BlockPart[] {
  const parts: BlockPart[] = [];
  let done = 0;
  const add = (part: BlockPart, from: number, to: number): void => {
    if (from > done) parts.push({ kind: "text", text: text.slice(done, from) });
    parts.push(part);
    done = to;
  };
  for (const { 0: mark, index } of text.matchAll(/\[\[(?!\[)|#/g)) {
    if (index < done) continue;
    if (mark === "#") {
      const end = isApart(text, index) ? scanTag(text, index) : null;
      if (end !== null) add({ kind: "tag", text: text.slice(index, end) }, index, end);
      continue;
    }
    const inside = scanWikilink(text, index);
    if (inside) add(linkPart(text, index, inside), index, inside.to + 2);
  }
  if (done < text.length) parts.push({ kind: "text", text: text.slice(done) });
  return parts;
}

/** A `#` within a word begins no tag. */
function isApart(text: string, at: number): boolean {
  return at === 0 || /[\s,]/.test(text.charAt(at - 1));
}

/** A link shows its display text, or where it leads as the app says it: `note > heading`. */
function linkPart(
  text: string,
  from: number,
  inside: { readonly from: number; readonly to: number },
): BlockPart {
  const content = wholeContent(text, { from: 0, to: text.length });
  const link = wikilink(content, { from, to: inside.to + 2 }, inside, "html", false);
  const { linkpath, subpath, displayText } = link;
  const steps = [linkpath, ...subpath.split("#")].filter((step) => step !== "");
  return {
    kind: "link",
    text: displayText?.trim() ?? steps.join(" > "),
    linkpath,
    linktext: linkpath + subpath,
  };
}
