import { cleanPath, parentOf } from "./paths.ts";

/** A file on the disk that is not there. */
interface Stored {
  bytes: Uint8Array<ArrayBuffer>;
  ctime: number;
  mtime: number;
}

/** A file as the page is given it: text, or bytes in base64 where they are no UTF-8. */
export interface GivenFile {
  readonly path: string;
  readonly text?: string;
  readonly base64?: string;
  readonly ctime: number;
  readonly mtime: number;
}

interface WriteOptions {
  readonly ctime?: number;
  readonly mtime?: number;
}

/** The files of a vault in memory, hidden ones and the config folder among them. Nothing is ever written to a disk. */
export class MemoryAdapter {
  private readonly files = new Map<string, Stored>();
  private readonly folders = new Set<string>();
  private readonly vaultName: string;

  constructor(name: string, given: readonly GivenFile[]) {
    this.vaultName = name;
    for (const { path, text, base64, ctime, mtime } of given) {
      const bytes = base64 === undefined ? encode(text ?? "") : fromBase64(base64);
      this.put(path, { bytes, ctime, mtime });
    }
  }

  getName(): string {
    return this.vaultName;
  }

  exists(path: string): Promise<boolean> {
    return later(() => this.has(cleanPath(path)));
  }

  stat(
    path: string,
  ): Promise<{ type: "file" | "folder"; ctime: number; mtime: number; size: number } | null> {
    return later(() => {
      const file = this.files.get(cleanPath(path));
      if (file) return { type: "file", ctime: file.ctime, mtime: file.mtime, size: file.bytes.length };
      return this.has(cleanPath(path)) ? { type: "folder", ctime: 0, mtime: 0, size: 0 } : null;
    });
  }

  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    return later(() => {
      const folder = cleanPath(path);
      const isIn = (each: string): boolean => parentOf(each) === folder;
      return { files: [...this.files.keys()].filter(isIn), folders: [...this.folders].filter(isIn) };
    });
  }

  /** Decodes UTF-8; a byte order mark is left out (obsidian.md F1), and what is no UTF-8 becomes U+FFFD. */
  read(path: string): Promise<string> {
    return later(() => new TextDecoder().decode(this.get(path).bytes));
  }

  readBinary(path: string): Promise<ArrayBuffer> {
    return later(() => this.get(path).bytes.slice().buffer);
  }

  write(path: string, data: string, options?: WriteOptions): Promise<void> {
    return later(() => {
      this.store(path, encode(data), options);
    });
  }

  writeBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    return later(() => {
      this.store(path, new Uint8Array(data.slice(0)), options);
    });
  }

  async append(path: string, data: string, options?: WriteOptions): Promise<void> {
    const before = (await this.exists(path)) ? await this.read(path) : "";
    await this.write(path, before + data, options);
  }

  /** Reads, changes and writes with nothing in between. */
  process(path: string, change: (data: string) => string, options?: WriteOptions): Promise<string> {
    return later(() => {
      const data = change(new TextDecoder().decode(this.get(path).bytes));
      this.store(path, encode(data), options);
      return data;
    });
  }

  getResourcePath(path: string): string {
    return URL.createObjectURL(new Blob([this.get(path).bytes]));
  }

  mkdir(path: string): Promise<void> {
    return later(() => {
      this.addFolder(cleanPath(path));
    });
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.remove(path);
    return true;
  }

  async trashLocal(path: string): Promise<void> {
    await this.rename(path, `.trash/${cleanPath(path)}`);
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return later(() => {
      const inside = this.below(cleanPath(path));
      if (inside.length > 0 && !recursive) throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
      for (const each of [cleanPath(path), ...inside]) this.drop(each);
    });
  }

  remove(path: string): Promise<void> {
    return later(() => {
      this.get(path);
      this.drop(cleanPath(path));
    });
  }

  rename(path: string, newPath: string): Promise<void> {
    return later(() => {
      const [from, to] = [cleanPath(path), cleanPath(newPath)];
      if (!this.has(from)) throw notFound(path);
      if (this.has(to) && to.toLowerCase() !== from.toLowerCase())
        throw new Error("Destination file already exists!");
      for (const each of [from, ...this.below(from)]) {
        const file = this.files.get(each);
        const target = to + each.slice(from.length);
        this.drop(each);
        if (file) this.put(target, file);
        else this.addFolder(target);
      }
    });
  }

  copy(path: string, newPath: string): Promise<void> {
    return later(() => {
      if (this.has(cleanPath(newPath))) throw new Error("Destination file already exists!");
      this.store(newPath, this.get(path).bytes.slice(), {});
    });
  }

  /** All paths of files and of folders, the hidden ones too. */
  paths(): { readonly files: Iterable<string>; readonly folders: Iterable<string> } {
    return { files: this.files.keys(), folders: this.folders };
  }

  /** What the vault keeps of a file. */
  statNow(path: string): { ctime: number; mtime: number; size: number } {
    const { ctime, mtime, bytes } = this.get(path);
    return { ctime, mtime, size: bytes.length };
  }

  private has(path: string): boolean {
    return path === "" || this.files.has(path) || this.folders.has(path);
  }

  private get(path: string): Stored {
    const file = this.files.get(cleanPath(path));
    if (!file) throw notFound(path);
    return file;
  }

  private store(path: string, bytes: Uint8Array<ArrayBuffer>, options: WriteOptions = {}): void {
    const at = cleanPath(path);
    if (this.folders.has(at)) throw new Error(`EISDIR: illegal operation on a directory, open '${path}'`);
    if (parentOf(at) !== "" && !this.folders.has(parentOf(at))) throw notFound(path);
    const now = Date.now();
    const ctime = options.ctime ?? this.files.get(at)?.ctime ?? now;
    this.files.set(at, { bytes, ctime, mtime: options.mtime ?? now });
  }

  private put(path: string, file: Stored): void {
    this.addFolder(parentOf(path));
    this.files.set(path, file);
  }

  private addFolder(path: string): void {
    for (let each = path; each !== "" && !this.folders.has(each); each = parentOf(each))
      this.folders.add(each);
  }

  private drop(path: string): void {
    this.files.delete(path);
    this.folders.delete(path);
  }

  private below(path: string): string[] {
    return [...this.folders, ...this.files.keys()].filter((each) => each.startsWith(`${path}/`));
  }
}

/** A disk answers later, never at once. */
async function later<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  return work();
}

function notFound(path: string): Error {
  return new Error(`ENOENT: no such file or directory, open '${path}'`);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
