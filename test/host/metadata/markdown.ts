import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Span } from "./wikilinks.ts";

/** What is needed of a node of mdast. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
  readonly depth?: number;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null | undefined;
  readonly alt?: string | null | undefined;
  readonly identifier?: string;
  readonly label?: string | null | undefined;
  readonly lang?: string | null | undefined;
  readonly ordered?: boolean | null | undefined;
  readonly start?: number | null | undefined;
}

/** Markdown read by a general parser, with tables: not by that of Linkage, which it is compared with. */
export function parseMarkdown(text: string): MarkdownNode {
  return fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** Where a node stands in the text that was parsed. */
export function spanOf({ position }: MarkdownNode): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** A node and all below it, in text order. */
export function* nodesOf(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}
