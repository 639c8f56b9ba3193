import { Component, TFile, TFolder, type TAbstractFile, Vault } from "obsidian";
import { configName } from "../journal/conventions.ts";

/** How long the vault must be quiet before its changes are told, and how long they wait at most, in milliseconds. */
const QUIET = 100;
const MOST_WAIT = 1000;

/** What may have changed in a vault. Whoever follows it looks at what is there now: the order of events does not matter. */
export interface ChangedFiles {
  /** Paths of files that may have come, gone or changed. */
  readonly files: ReadonlySet<string>;
  /** Folders that are gone, with all in them: deleted, or known by another path now. */
  readonly goneFolders: ReadonlySet<string>;
  /** The config may have changed. */
  readonly config: boolean;
}

/**
 * Gathers what happens in the vault while it is loaded, and tells that there is something when the vault has been quiet for
 * a moment, so that 500 files that sync brings are one change.
 *
 * The app's documentation leaves open whether the folder alone is told of when it is renamed or deleted, or each file in it
 * too, so both will do. The config is followed by the vault's own events and whenever the user comes back to the app: changes
 * of files that the app does not load are told by no public event.
 */
export class VaultChanges extends Component {
  private readonly vault: Vault;
  private readonly tell: () => void;
  private files = new Set<string>();
  private goneFolders = new Set<string>();
  private newFolders = new Set<string>();
  private config = false;
  private timer = 0;
  private since: number | null = null;

  constructor(vault: Vault, tell: () => void) {
    super();
    this.vault = vault;
    this.tell = tell;
  }

  override onload(): void {
    const touch = (file: TAbstractFile): void => {
      this.touch(file);
    };
    this.registerEvent(this.vault.on("create", touch));
    this.registerEvent(this.vault.on("modify", touch));
    this.registerEvent(
      this.vault.on("delete", (file) => {
        this.leave(file, file.path);
      }),
    );
    this.registerEvent(
      this.vault.on("rename", (file, oldPath) => {
        this.leave(file, oldPath);
        this.touch(file);
      }),
    );
    const lookAtConfig = (): void => {
      this.lookAtConfig();
    };
    this.registerDomEvent(window, "focus", lookAtConfig);
    // On phones the app comes back without a focus event.
    this.registerDomEvent(activeDocument, "visibilitychange", lookAtConfig);
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
  }

  /** The config may have changed: whoever writes it says so. */
  lookAtConfig(): void {
    this.touchPath(configName);
  }

  /** All changes since they were last taken. */
  take(): ChangedFiles {
    for (const path of this.newFolders) {
      const folder = this.vault.getFolderByPath(path);
      if (folder) Vault.recurseChildren(folder, (file) => file instanceof TFile && this.files.add(file.path));
    }
    const { files, goneFolders, config } = this;
    this.files = new Set();
    this.goneFolders = new Set();
    this.newFolders = new Set();
    this.config = false;
    this.since = null;
    window.clearTimeout(this.timer);
    return { files, goneFolders, config };
  }

  private touch(file: TAbstractFile): void {
    if (file instanceof TFolder) {
      this.newFolders.add(file.path);
      this.wait();
    } else this.touchPath(file.path);
  }

  private leave(file: TAbstractFile, path: string): void {
    if (file instanceof TFolder) {
      this.goneFolders.add(path);
      this.wait();
    } else this.touchPath(path);
  }

  private touchPath(path: string): void {
    if (path === configName) this.config = true;
    else this.files.add(path);
    this.wait();
  }

  private wait(): void {
    const now = performance.now();
    this.since ??= now;
    window.clearTimeout(this.timer);
    const delay = Math.max(0, Math.min(QUIET, this.since + MOST_WAIT - now));
    this.timer = window.setTimeout(this.tell, delay);
  }
}
