import type { Link, Note } from "../note/note.ts";

/** The links of a note by whether anybody can follow them, each list in text order. */
export interface SplitLinks {
  /**
   * Those that a reader can follow or is meant to: all that the app knows, and those in linkage blocks. Other wikilinks in raw
   * HTML are plain text, and `<a href>` addresses the site.
   */
  readonly checked: readonly Link[];
  /** The wikilinks in raw HTML that is no linkage block. */
  readonly plain: readonly Link[];
}

/** The links of a note, apart from `<a href>`. */
export function splitLinks(note: Note): SplitLinks {
  const checked: Link[] = [];
  const plain: Link[] = [];
  const isShown = linkageFinder(note);
  for (const link of note.links) {
    if (link.kind === "href") continue;
    if (link.kind === "html" && !isShown(link)) plain.push(link);
    else checked.push(link);
  }
  return { checked, plain };
}

/**
 * A test for links that the published note shows: none in a comment, though the app knows those too (obsidian.md A9). To be
 * asked in text order, in which the comments are, too.
 */
export function publishedFinder({ comments }: Note): (link: Link) => boolean {
  let next = 0;
  return ({ from }) => {
    for (let comment = comments[next]; comment && comment.to <= from; comment = comments[next]) next++;
    const comment = comments[next];
    return comment === undefined || from < comment.from;
  };
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
