import { Events } from "../app/events.ts";
import type { MemoryAdapter } from "./adapter.ts";
import { TFile, TFolder, type TAbstractFile } from "./files.ts";
import { isHidden, normalizePath, parentOf } from "./paths.ts";

interface WriteOptions {
  readonly ctime?: number;
  readonly mtime?: number;
}

/**
 * The vault of the app over files in memory. Events come when the work is done: `create`, `modify`, `delete`, and `rename`
 * with the old path. A folder that is renamed is told of before what lies in it, one that is deleted after.
 */
export class Vault extends Events {
  readonly adapter: MemoryAdapter;
  readonly configDir = ".obsidian";
  private readonly root = new TFolder(this, "/", null);
  private readonly byPath = new Map<string, TAbstractFile>();

  constructor(adapter: MemoryAdapter) {
    super();
    this.adapter = adapter;
    this.root.name = "";
    this.byPath.set("/", this.root);
  }

  /** Find the files there are. As in the app each is told of as if it had just been made. */
  loadFiles(): void {
    const { files, folders } = this.adapter.paths();
    for (const path of [...folders].sort()) if (!isHidden(path)) this.addFolder(path);
    for (const path of files) if (!isHidden(path)) this.addFile(path);
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.byPath.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.byPath.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const file = this.byPath.get(path);
    return file instanceof TFolder ? file : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.byPath.values()];
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(({ extension }) => extension === "md");
  }

  getAllFolders(includeRoot = false): TFolder[] {
    const folders = this.getAllLoadedFiles().filter((file) => file instanceof TFolder);
    return includeRoot ? folders : folders.filter((folder) => !folder.isRoot());
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of [...root.children]) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  async create(path: string, data: string, options?: WriteOptions): Promise<TFile> {
    await this.expectFree(path);
    await this.adapter.write(path, data, options);
    return this.addFile(normalizePath(path));
  }

  async createBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<TFile> {
    await this.expectFree(path);
    await this.adapter.writeBinary(path, data, options);
    return this.addFile(normalizePath(path));
  }

  async createFolder(path: string): Promise<TFolder> {
    if (await this.adapter.exists(path)) throw new Error("Folder already exists.");
    await this.adapter.mkdir(path);
    return this.addFolder(normalizePath(path));
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  cachedRead(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async modify(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    await this.adapter.write(file.path, data, options);
    this.tellModified(file);
  }

  async modifyBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    await this.adapter.writeBinary(file.path, data, options);
    this.tellModified(file);
  }

  async append(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    await this.adapter.append(file.path, data, options);
    this.tellModified(file);
  }

  async process(file: TFile, change: (data: string) => string, options?: WriteOptions): Promise<string> {
    const data = await this.adapter.process(file.path, change, options);
    this.tellModified(file);
    return data;
  }

  async delete(file: TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force || file.children.length > 0);
    else await this.adapter.remove(file.path);
    this.forget(file);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system) await this.delete(file, true);
    else {
      await this.adapter.trashLocal(file.path);
      this.forget(file);
    }
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const to = normalizePath(newPath);
    if (parentOf(to) !== "" && !this.getFolderByPath(parentOf(to)))
      throw new Error(`ENOENT: no such file or directory, rename '${file.path}' -> '${to}'`);
    await this.adapter.rename(file.path, to);
    this.move(file, to);
  }

  async copy(file: TAbstractFile, newPath: string): Promise<TAbstractFile> {
    if (!(file instanceof TFile)) throw new Error("The host copies files only");
    await this.adapter.copy(file.path, newPath);
    return this.addFile(normalizePath(newPath));
  }

  private async expectFree(path: string): Promise<void> {
    if (await this.adapter.exists(path)) throw new Error("File already exists.");
  }

  private addFolder(path: string): TFolder {
    const there = this.getFolderByPath(path);
    if (there) return there;
    const parent = parentOf(path) === "" ? this.root : this.addFolder(parentOf(path));
    return this.enter(new TFolder(this, path, parent), parent);
  }

  private addFile(path: string): TFile {
    const parent = parentOf(path) === "" ? this.root : this.addFolder(parentOf(path));
    return this.enter(new TFile(this, path, parent, this.adapter.statNow(path)), parent);
  }

  private enter<T extends TAbstractFile>(file: T, parent: TFolder): T {
    parent.children.push(file);
    this.byPath.set(file.path, file);
    this.trigger("create", file);
    return file;
  }

  private tellModified(file: TFile): void {
    file.stat = this.adapter.statNow(file.path);
    this.trigger("modify", file);
  }

  private forget(file: TAbstractFile): void {
    if (file instanceof TFolder) for (const child of [...file.children]) this.forget(child);
    this.leaveParent(file);
    this.byPath.delete(file.path);
    this.trigger("delete", file);
  }

  private move(file: TAbstractFile, to: string): void {
    const from = file.path;
    this.leaveParent(file);
    const parent = parentOf(to) === "" ? this.root : this.addFolder(parentOf(to));
    file.parent = parent;
    parent.children.push(file);
    this.moveAll(file, from, to);
  }

  private moveAll(file: TAbstractFile, from: string, to: string): void {
    const oldPath = file.path;
    this.byPath.delete(oldPath);
    file.setPath(to + oldPath.slice(from.length));
    this.byPath.set(file.path, file);
    this.trigger("rename", file, oldPath);
    if (file instanceof TFolder) for (const child of [...file.children]) this.moveAll(child, from, to);
  }

  private leaveParent({ parent, path }: TAbstractFile): void {
    const at = parent?.children.findIndex((child) => child.path === path) ?? -1;
    if (at >= 0) parent?.children.splice(at, 1);
  }
}
