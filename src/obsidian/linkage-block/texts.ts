import { countOf } from "../../report/count.ts";
import type { Linkage } from "../../linkage/unshown.ts";

/** All that the commands on linkage blocks say, in sentence case. */
export const texts = {
  insert: "Insert linkage block",
  update: "Update linkage block",
  nothing: "The note has no tags and no links for a linkage block",
  noPlace: "There is no place for a linkage block: what stands above it would take it for text of its own",
  complete: "The linkage block shows every tag and link of the note",
  added: ({ tags, links }: Linkage): string =>
    `Added to the linkage block: ${[
      ...(tags.length > 0 ? [countOf(tags.length, "tag")] : []),
      ...(links.length > 0 ? [countOf(links.length, "link")] : []),
    ].join(" and ")}`,
  fault: (line: number, fault: string): string =>
    `The linkage block stays as it is. Line ${String(line)}: ${fault}`,
  noList: "The linkage block stays as it is: none of its lists can be told to be for what is missing",
  unclear: "The linkage block stays as it is: with what is missing it would no longer say all that it says",
  changed: "The note has changed meanwhile and stays as it is",
} as const;
