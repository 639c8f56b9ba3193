import type { Editor } from "../editor/editor.ts";
import { MarkdownView } from "../editor/markdown-view.ts";
import { FuzzySuggestModal } from "../ui/suggest-modal.ts";
import type { App } from "./app.ts";
import { Platform } from "./platform.ts";

export interface Command {
  id: string;
  name: string;
  icon?: string;
  mobileOnly?: boolean;
  repeatable?: boolean;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | undefined;
  editorCallback?: (editor: Editor, view: MarkdownView) => unknown;
  editorCheckCallback?: (checking: boolean, editor: Editor, view: MarkdownView) => boolean | undefined;
  hotkeys?: { modifiers: string[]; key: string }[];
}

/** All commands by their full id, and the palette that runs them. */
export class Commands {
  private readonly app: App;
  private readonly commands = new Map<string, Command>();

  constructor(app: App) {
    this.app = app;
    app.scope.register(["Mod"], "p", () => {
      this.openPalette();
      return false;
    });
  }

  add(command: Command): void {
    this.commands.set(command.id, command);
  }

  remove(id: string): void {
    this.commands.delete(id);
  }

  /** The commands that can be run now: those for an editor only where there is one, in source mode or live preview. */
  available(): Command[] {
    return [...this.commands.values()].filter((command) => this.run(command, true));
  }

  /** Run a command by its full id; gives whether it was there to run. */
  executeCommandById(id: string): boolean {
    const command = this.commands.get(id);
    return command !== undefined && this.run(command, true) && this.run(command, false);
  }

  openPalette(): void {
    new CommandPalette(this.app).open();
  }

  private run(command: Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !Platform.isMobile) return false;
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    const inEditor = view?.getMode() === "source" ? view : null;
    if (command.editorCheckCallback)
      return inEditor !== null && command.editorCheckCallback(checking, inEditor.editor, inEditor) === true;
    if (command.editorCallback) {
      if (inEditor && !checking) command.editorCallback(inEditor.editor, inEditor);
      return inEditor !== null;
    }
    if (command.checkCallback) return command.checkCallback(checking) !== false;
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }
}

class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder("Select a command…");
  }

  getItems(): Command[] {
    return this.app.commands.available().sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  onChooseItem({ id }: Command): void {
    this.app.commands.executeCommandById(id);
  }
}
