import type { App } from "../app/app.ts";
import type { Component } from "../app/component.ts";
import { MarkdownRenderChild, runPostProcessors } from "./post-process.ts";
import { renderMarkdown } from "./render.ts";

/** Renders Markdown into any element, post processors included. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  static render(
    app: App,
    text: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    for (const section of renderMarkdown(text, sourcePath, app)) {
      el.append(...Array.from(section.el.childNodes));
      runPostProcessors({ ...section, el }, { text, sourcePath, app, component });
    }
    return Promise.resolve();
  }
}
