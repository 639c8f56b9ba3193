import type { CachedMetadata } from "obsidian";
import { Events } from "../app/events.ts";
import { TFile, type TAbstractFile } from "../vault/files.ts";
import type { Vault } from "../vault/vault.ts";
import { fileMetadata } from "./file-metadata.ts";
import { LinkResolver } from "./resolve.ts";

/** Larger files are not indexed, in bytes (obsidian.md A17). */
const LARGEST = 2 * 1024 * 1024;

/** How long the cache may work at once, in milliseconds. */
const SLICE = 8;

type LinkCounts = Record<string, Record<string, number>>;

/**
 * What the app knows of all notes. A note that is made or changed is read a moment later: `changed` comes for it, then
 * `resolve`; `resolved` when nothing is left to do. A renamed note is not `changed` (host.md).
 */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  private readonly vault: Vault;
  private readonly names = new LinkResolver();
  private readonly caches = new Map<string, CachedMetadata>();
  private readonly unread = new Set<TFile>();
  private readonly unresolved = new Set<TFile>();
  private isWorking = false;
  private isOff = false;

  constructor(vault: Vault) {
    super();
    this.vault = vault;
    vault.on("create", (file: TAbstractFile) => {
      this.enter(file);
    });
    vault.on("modify", (file: TAbstractFile) => {
      if (file instanceof TFile) this.readLater(file);
    });
    vault.on("delete", (file: TAbstractFile) => {
      this.leave(file);
    });
    vault.on("rename", (file: TAbstractFile, oldPath: string) => {
      this.move(file, oldPath);
    });
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const path = this.names.resolve(linkpath, sourcePath);
    return path === null ? null : this.vault.getFileByPath(path);
  }

  /** The shortest text that leads to a file: its name if that is unique, else its path (obsidian.md C8). */
  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const without = (text: string): string =>
      omitMdExtension && file.extension === "md" ? text.replace(/\.md$/i, "") : text;
    const isOnly = this.vault.getFiles().every((each) => each === file || each.name !== file.name);
    return without(
      isOnly && this.getFirstLinkpathDest(file.name, sourcePath) === file ? file.name : file.path,
    );
  }

  /** Whether all notes are read and all links resolved. */
  isIdle(): boolean {
    return this.unread.size === 0 && this.unresolved.size === 0 && !this.isWorking;
  }

  /** Read nothing from now on, as for measuring what a plugin does without what the app does at the same time. */
  turnOff(): void {
    this.isOff = true;
  }

  private enter(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.names.add(file.path);
    this.readLater(file);
    this.resolveAllLater();
  }

  private leave(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const { path } = file;
    const before = this.caches.get(path) ?? null;
    this.names.remove(path);
    this.caches.delete(path);
    this.unread.delete(file);
    this.unresolved.delete(file);
    this.resolvedLinks = without(this.resolvedLinks, path);
    this.unresolvedLinks = without(this.unresolvedLinks, path);
    this.trigger("deleted", file, before);
    this.resolveAllLater();
  }

  private move(file: TAbstractFile, oldPath: string): void {
    if (!(file instanceof TFile)) return;
    this.names.remove(oldPath);
    this.names.add(file.path);
    const cache = this.caches.get(oldPath);
    this.caches.delete(oldPath);
    if (cache) this.caches.set(file.path, cache);
    this.resolvedLinks = without(this.resolvedLinks, oldPath);
    this.unresolvedLinks = without(this.unresolvedLinks, oldPath);
    this.resolveAllLater();
  }

  private readLater(file: TFile): void {
    if (file.extension !== "md") return;
    this.unread.add(file);
    this.work();
  }

  private resolveAllLater(): void {
    for (const path of this.caches.keys()) {
      const file = this.vault.getFileByPath(path);
      if (file) this.unresolved.add(file);
    }
    this.work();
  }

  private work(): void {
    if (this.isWorking || this.isOff) return;
    this.isWorking = true;
    window.setTimeout(() => void this.workOn(), 0);
  }

  private async workOn(): Promise<void> {
    let began = performance.now();
    const rest = async (): Promise<void> => {
      if (performance.now() - began < SLICE) return;
      await new Promise((resolve) => window.setTimeout(resolve, 0));
      began = performance.now();
    };
    while (this.unread.size > 0 || this.unresolved.size > 0) {
      for (const file of this.unread) {
        this.unread.delete(file);
        await this.read(file);
        await rest();
      }
      for (const file of this.unresolved) {
        this.unresolved.delete(file);
        this.countLinks(file);
        this.trigger("resolve", file);
        await rest();
        if (this.unread.size > 0) break;
      }
    }
    this.isWorking = false;
    this.trigger("resolved");
  }

  private async read(file: TFile): Promise<void> {
    if (file.stat.size > LARGEST) return;
    const text = await this.vault.cachedRead(file).catch(() => null);
    // It may be gone by now.
    if (text === null || this.vault.getFileByPath(file.path) !== file) return;
    const cache = fileMetadata(text);
    this.caches.set(file.path, cache);
    this.unresolved.add(file);
    this.trigger("changed", file, text, cache);
  }

  private countLinks({ path }: TFile): void {
    const cache = this.caches.get(path);
    if (!cache) return;
    const [resolved, unresolved]: [Record<string, number>, Record<string, number>] = [{}, {}];
    for (const { link } of [
      ...(cache.links ?? []),
      ...(cache.embeds ?? []),
      ...(cache.frontmatterLinks ?? []),
    ]) {
      const linkpath = link.split("#")[0] ?? "";
      const to = this.names.resolve(linkpath, path);
      if (to !== null) resolved[to] = (resolved[to] ?? 0) + 1;
      else {
        const name = linkpath.replace(/\.md$/i, "");
        unresolved[name] = (unresolved[name] ?? 0) + 1;
      }
    }
    this.resolvedLinks[path] = resolved;
    this.unresolvedLinks[path] = unresolved;
  }
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return rest;
}
