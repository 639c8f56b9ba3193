import { addDomHelpers } from "../ui/dom.ts";
import { showTooltips } from "../ui/tooltip.ts";
import { WorkspaceWindow } from "./containers.ts";
import type { Workspace } from "./workspace.ts";

/** Open a second window with its own document, classes and styles. Its leaves are closed with it. */
export function openWindow(workspace: Workspace): WorkspaceWindow {
  const win = window.open("about:blank", "_blank", "popup,width=600,height=600");
  if (!win) throw new Error("The browser did not open a window");
  addDomHelpers(win as Window & typeof globalThis);
  const { document: doc } = win;
  for (const style of document.head.querySelectorAll("style, link[rel=stylesheet]"))
    doc.head.appendChild(doc.importNode(style, true));
  doc.body.className = `${document.body.className} is-popout-window`;
  showTooltips(doc);
  const container = new WorkspaceWindow(workspace, win);
  doc.body.createDiv("app-container").createDiv("workspace").appendChild(container.containerEl);
  workspace.floatingSplit.children.push(container);
  container.setParent(workspace.floatingSplit);
  workspace.app.addWindow(win);
  new ResizeObserver(() => {
    workspace.onResize();
  }).observe(container.containerEl);
  win.addEventListener("beforeunload", () => {
    workspace.iterateAllLeaves((leaf) => {
      if (leaf.getContainer() === container) leaf.detach();
    });
    workspace.floatingSplit.removeChild(container);
    workspace.app.removeWindow(win);
    workspace.trigger("window-close", container, win);
  });
  return container;
}
