import type { Link, Note } from "../note/note.ts";
import { lastNotAbove } from "../text/search.ts";

/** The checked links that the published note shows: none in a comment, though the app knows those too (obsidian.md A9). */
export function publishedLinks(note: Note): readonly Link[] {
  const starts = note.comments.map(({ from }) => from);
  return checkedLinks(note).filter(({ from }) => {
    const comment = note.comments[lastNotAbove(starts, from)];
    return comment === undefined || from >= comment.to;
  });
}

/**
 * The links that a reader can follow or is meant to: all that the app knows, and those in linkage blocks. Other wikilinks
 * in raw HTML are plain text, and `<a href>` addresses the site.
 */
export function checkedLinks(note: Note): readonly Link[] {
  const isShown = linkageFinder(note);
  return note.links.filter((link) => (link.kind === "html" ? isShown(link) : link.kind !== "href"));
}

/** The wikilinks in raw HTML that is no linkage block. */
export function plainHtmlLinks(note: Note): readonly Link[] {
  const isShown = linkageFinder(note);
  return note.links.filter((link) => link.kind === "html" && !isShown(link));
}

/** Whether a link lies in a linkage block. To be asked in text order, in which the blocks are, too. */
function linkageFinder({ linkageBlocks }: Note): (link: Link) => boolean {
  let next = 0;
  return ({ from, to }) => {
    for (let block = linkageBlocks[next]; block && block.to < to; block = linkageBlocks[next]) next++;
    const block = linkageBlocks[next];
    return block !== undefined && from >= block.from && to <= block.to;
  };
}
