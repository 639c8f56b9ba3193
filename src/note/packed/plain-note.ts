import type { Note } from "../note.ts";

/** The note with all its facts as members of its own, in whatever form it is kept: to be spread. */
export function plainNote(note: Note): Note {
  return {
    path: note.path,
    length: note.length,
    lines: note.lines,
    frontmatter: note.frontmatter,
    headings: note.headings,
    comments: note.comments,
    links: note.links,
    externalLinks: note.externalLinks,
    malformedLinks: note.malformedLinks,
    linkedHtml: note.linkedHtml,
    tags: note.tags,
    blockIds: note.blockIds,
    linkageBlocks: note.linkageBlocks,
    seeAlso: note.seeAlso,
    suppressions: note.suppressions,
  };
}
