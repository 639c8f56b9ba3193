import { TFile, TFolder, Vault, type TAbstractFile } from "obsidian";

/** Where a file was. */
interface Way {
  /** When it was first renamed. */
  readonly origin: string;
  /** Before its last renaming. */
  readonly from: string;
}

/**
 * Gathers which files were renamed or moved, one after another or several at once, be it told of the folder around them, of each, or
 * both.
 */
export class RenamedFiles {
  /** By the path of now. */
  private readonly ways = new Map<string, Way>();
  private told = 0;

  /** How often anything has been told: as long as it is the same, so are the origins. */
  get count(): number {
    return this.told;
  }

  get isEmpty(): boolean {
    return this.ways.size === 0;
  }

  /** The app tells that a file or folder had another path. */
  add(file: TAbstractFile, oldPath: string): void {
    this.told++;
    if (file instanceof TFile) this.addFile(oldPath, file.path);
    if (!(file instanceof TFolder)) return;
    Vault.recurseChildren(file, (child) => {
      const { path } = child;
      // Whether what is in a folder has its new path by now is not documented.
      const folder = [file.path, oldPath].find((each) => path.startsWith(`${each}/`));
      if (!(child instanceof TFile) || folder === undefined) return;
      const rest = path.slice(folder.length);
      this.addFile(oldPath + rest, file.path + rest);
    });
  }

  /** Where each file that is not where it was has been at first, by its path of now. */
  origins(): ReadonlyMap<string, string> {
    return new Map(Array.from(this.ways, ([path, { origin }]) => [path, origin]));
  }

  /** Take up again what was known before. */
  restore(origins: ReadonlyMap<string, string>): void {
    for (const [path, origin] of origins) this.ways.set(path, { origin, from: origin });
  }

  clear(): void {
    this.ways.clear();
  }

  private addFile(from: string, to: string): void {
    // Told already, with its folder.
    if (this.ways.get(to)?.from === from) return;
    const origin = this.ways.get(from)?.origin ?? from;
    this.ways.delete(from);
    this.ways.set(to, { origin, from });
  }
}
