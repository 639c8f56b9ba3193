import { Component, debounce, type App } from "obsidian";
import { isNotePath } from "../../vault/names.ts";
import type { TreeSource } from "./tree-source.ts";

/** How long a text rests before its tree is drawn anew, and how long changes of notes are gathered, in milliseconds. */
const WRITING = 150;
const GATHERING = 50;

/** What a view that follows the vault does. */
export interface FollowerHost {
  /** Another file may be active. */
  readonly active: () => void;
  /** Notes have changed. */
  readonly changed: () => void;
  /** A file has another path; told when the vault knows of it, before `changed`. */
  readonly renamed: (from: string, to: string) => void;
}

/** Tells a view of the active file, of changes in the vault, and of what is being written in editors. */
export class VaultFollower extends Component {
  private readonly app: App;
  private readonly source: TreeSource;
  private readonly host: FollowerHost;

  constructor(app: App, source: TreeSource, host: FollowerHost) {
    super();
    this.app = app;
    this.source = source;
    this.host = host;
  }

  override onload(): void {
    const { workspace, vault } = this.app;
    const { host, source } = this;
    const renames: (readonly [from: string, to: string])[] = [];
    const changed = debounce(() => {
      for (const rename of renames.splice(0)) host.renamed(...rename);
      host.changed();
    }, GATHERING);
    this.register(source.onChange(() => changed()));
    // The problems in the editor may be off, and then nobody else tells the vault what is written.
    const written = debounce(
      (path: string, text: string) => {
        source.setText(path, text);
      },
      WRITING,
      true,
    );
    this.registerEvent(
      workspace.on("editor-change", (editor, { file }) => {
        if (file && isNotePath(file.path)) written(file.path, editor.getValue());
      }),
    );
    this.registerEvent(workspace.on("file-open", host.active));
    this.registerEvent(workspace.on("active-leaf-change", host.active));
    this.registerEvent(
      vault.on("rename", (file, from) => {
        renames.push([from, file.path]);
      }),
    );
    this.register(() => {
      changed.cancel();
      written.cancel();
    });
  }
}
