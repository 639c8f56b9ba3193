import type { App } from "../app/app.ts";
import { Component } from "../app/component.ts";
import { frontmatterBlock, readProperties } from "../metadata/frontmatter.ts";
import type { RenderedSection } from "./render.ts";

/** Something that lives as long as a rendered block is shown. */
export class MarkdownRenderChild extends Component {
  readonly containerEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.containerEl = containerEl;
  }
}

/** What a post processor is told of the block that it is given. */
export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: Record<string, unknown> | null | undefined;
  addChild(child: MarkdownRenderChild): void;
  getSectionInfo(el: HTMLElement): { text: string; lineStart: number; lineEnd: number } | null;
}

export interface PostProcessor {
  (el: HTMLElement, context: PostProcessorContext): unknown;
  sortOrder?: number;
}

const processors: PostProcessor[] = [];

/** Those with a lower order run first. */
export function addPostProcessor(processor: PostProcessor): void {
  processors.push(processor);
  processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
}

export function removePostProcessor(processor: PostProcessor): void {
  const at = processors.indexOf(processor);
  if (at >= 0) processors.splice(at, 1);
}

/** Let the plugins change a rendered block. */
export function runPostProcessors(
  { el, lineStart, lineEnd }: RenderedSection,
  note: {
    readonly text: string;
    readonly sourcePath: string;
    readonly app: App;
    readonly component: Component;
  },
): void {
  const { text, sourcePath, component } = note;
  const block = frontmatterBlock(text);
  const context: PostProcessorContext = {
    docId: sourcePath,
    sourcePath,
    frontmatter: block ? readProperties(block.yaml) : null,
    addChild: (child) => {
      component.addChild(child);
    },
    getSectionInfo: (inner) => (el.contains(inner) ? { text, lineStart, lineEnd } : null),
  };
  for (const processor of processors) processor(el, context);
}
