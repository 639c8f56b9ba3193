import { extensionOf, nameOf } from "./paths.ts";
import type { Vault } from "./vault.ts";

/** A file or a folder of the vault. The object stays the same when it is renamed. */
export abstract class TAbstractFile {
  readonly vault: Vault;
  path: string;
  name: string;
  parent: TFolder | null;

  constructor(vault: Vault, path: string, parent: TFolder | null) {
    this.vault = vault;
    this.path = path;
    this.name = nameOf(path);
    this.parent = parent;
  }

  /** Give it another path. Its place in the tree is the vault's business. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export interface FileStats {
  ctime: number;
  mtime: number;
  size: number;
}

export class TFile extends TAbstractFile {
  stat: FileStats;
  basename = "";
  extension = "";

  constructor(vault: Vault, path: string, parent: TFolder | null, stat: FileStats) {
    super(vault, path, parent);
    this.stat = stat;
    this.setPath(path);
  }

  override setPath(path: string): void {
    super.setPath(path);
    this.extension = extensionOf(path).toLowerCase();
    const hasExtension = extensionOf(path) !== "" || this.name.endsWith(".");
    this.basename = hasExtension ? this.name.slice(0, this.name.lastIndexOf(".")) : this.name;
  }
}

export class TFolder extends TAbstractFile {
  readonly children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === "/";
  }
}
