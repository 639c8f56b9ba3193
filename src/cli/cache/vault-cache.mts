import { randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { endianness } from "node:os";
import { dirname, join } from "node:path";
import type { Note } from "../../note/note.ts";
import type { KeptKeys } from "../../vault/kept-keys.ts";
import type { Io } from "../io.mts";
import { isCoded } from "../reason.mts";
import { cacheFolder, placeFor } from "../user-folders.mts";
import { statsOf } from "../vault-folder.mts";
import { realDisk, type Disk } from "../write/disk.mts";
import type { Content } from "./file-content.mts";
import { readKept, writeKept, type Found, type KeptVault } from "./kept-vault.mts";
import { keptKeys, type KeptShelf } from "./kept-tables.mts";
import { readTables, writeTables } from "./shelf-tables.mts";
import { NOTES_ON_SHELF, writeShelf } from "./shelf.mts";
import { ShelvedNotes } from "./shelved-notes.mts";

/**
 * Where what was found in a vault is kept for the next run: one file, and beside it the shelves that it names, with the facts of
 * notes, and for each shelf what an index takes up of these. The file is replaced whole, and shelves never change, so that runs may write and read at once: each reads what one of
 * them has found. All of it may be thrown away at any time.
 */
export interface VaultCache {
  /** The vault's folder, without symbolic links. */
  readonly vault: string;
  /** The cache's own. It is made when something is first kept. */
  readonly folder: string;
  /** Names the program, whose own findings alone are taken. */
  readonly maker: string;
  readonly disk: Disk;
}

/** The file, and how the names of shelves and drafts begin and end: the journals of some users lie in the same folder. */
const FILE_NAME = "found.cache";
const SHELF_NAME = /^(?:facts|keys)-\w+\.cache$/;
const DRAFT_NAME = /\.cache\.\w+\.draft$/;

/** A shelf of fewer notes that are still of use is cleared onto new ones, so that there are few. */
const FEW_NOTES = NOTES_ON_SHELF / 2;

/** How long another run may read a shelf that it has found named, or write a draft, in milliseconds. */
const LONGEST_RUN = 3_600_000;

/** For how long what was found in a vault is kept though nothing new has been, in milliseconds: a season. */
const LONGEST_UNUSED = 90 * 86_400_000;

/**
 * The cache of the vault in the folder `vault`; nothing is made yet. Null where there is no place for it, or it is not known which
 * program runs.
 */
export function findCache(
  vault: string,
  { env, build }: Pick<Io, "env" | "build">,
  disk = realDisk,
): VaultCache | null {
  const place = placeFor(vault, cacheFolder(env, process.platform));
  return place && build !== undefined ? { ...place, maker: makerOf(build), disk } : null;
}

/** Problems depend on the program, on what Unicode its Node knows, and on the order of the user's language; tables are read as the machine has numbers. */
function makerOf(build: string): string {
  const { locale } = new Intl.Collator().resolvedOptions();
  return [build, process.versions.unicode, locale, endianness()].join(" ");
}

/** What an earlier run of this program has found in the vault, or null. */
export function keptIn(cache: VaultCache): KeptVault | null {
  return readKept(cache.disk, join(cache.folder, FILE_NAME), cache);
}

/** How large what was found is, in bytes, without a look at what it is; 0 where nothing was. */
export function sizeOfKept({ folder }: VaultCache): number {
  return statsOf(join(folder, FILE_NAME))?.size ?? 0;
}

/** What earlier runs have kept of the notes of a vault. */
export interface KeptNotes {
  /** What an index takes up of those of them that count, as `keptKeys` says. */
  readonly keys: (counts: (path: string) => boolean, isIgnored: (path: string) => boolean) => KeptKeys;
  readonly notes: ShelvedNotes;
}

/** What is kept of all notes; null if not all of it can be had any more. */
export function notesKept({ disk, vault, folder }: VaultCache, { files }: KeptVault): KeptNotes | null {
  const shelfOf = new Map<string, string>();
  for (const { path, content } of files)
    if (typeof content?.facts === "string") shelfOf.set(path, content.facts);
  const shelves: KeptShelf[] = [];
  for (const name of new Set(shelfOf.values())) {
    const shelf = readTables(disk, join(folder, keysName(name)));
    if (shelf === null) return null;
    // Of a note that has changed since, another shelf has the facts.
    shelves.push({ shelf, paths: shelf.paths.map((path) => (shelfOf.get(path) === name ? path : null)) });
  }
  const notes = shelves.reduce((sum, { paths }) => sum + paths.filter((path) => path !== null).length, 0);
  if (notes < shelfOf.size) return null;
  return {
    keys: (counts, isIgnored) => keptKeys(shelves, counts, isIgnored),
    notes: new ShelvedNotes(disk, vault, folder, shelfOf),
  };
}

/** Keep what was found for the next run, if the disk lets that be done: it only saves work. */
export function keep(cache: VaultCache, found: Found): void {
  const { disk, folder } = cache;
  try {
    disk.makeFolder(folder, 0o700);
    const shelfOf = write(cache, found);
    clear(cache, shelvesOf(found.contents, shelfOf));
    forgetOthers(cache);
  } catch (error) {
    if (!isCoded(error)) throw error;
  }
}

/** Write all of it, or nothing that stays: where the shelves have room and what names them has not, each run would leave new ones. */
function write(cache: VaultCache, found: Found): ReadonlyMap<string, string> {
  const { disk, folder } = cache;
  const made: string[] = [];
  try {
    const shelfOf = shelve(cache, found, made);
    writeKept(disk, join(folder, FILE_NAME), draftOf(folder, FILE_NAME), found, shelfOf);
    return shelfOf;
  } catch (error) {
    if (isCoded(error)) for (const name of made) disk.remove(join(folder, name));
    throw error;
  }
}

/**
 * Put the facts of notes that are on no shelf yet on shelves, and with them those of shelves of few notes. Gives the new shelf of each.
 * @param made gets the names of the files that are written, each before it is
 */
function shelve(
  { disk, folder }: VaultCache,
  { files, contents, factsOf, lostShelves }: Found,
  made: string[],
): ReadonlyMap<string, string> {
  const shelfOf = new Map<string, string>();
  const counts = shelvesOf(contents, shelfOf);
  if (!counts.has("") && lostShelves.size === 0) return shelfOf;
  let load: Note[] = [];
  const unload = (): void => {
    const name = `facts-${randomName()}.cache`;
    made.push(name, keysName(name));
    writeTables(disk, join(folder, keysName(name)), draftOf(folder, keysName(name)), load);
    writeShelf(disk, join(folder, name), draftOf(folder, name), load);
    for (const { path } of load) shelfOf.set(path, name);
    load = [];
  };
  for (const path of files) {
    const shelf = contents.get(path)?.facts;
    if (typeof shelf !== "string") continue;
    if (shelf !== "" && !lostShelves.has(shelf) && (counts.get(shelf) ?? 0) >= FEW_NOTES) continue;
    const note = factsOf(path);
    if (note !== null && load.push(note) === NOTES_ON_SHELF) unload();
  }
  if (load.length > 0) unload();
  return shelfOf;
}

/** The names of shelves that notes are on, each with how many of them are. @param shelfOf by path: where it is not the one that is known */
function shelvesOf(
  contents: ReadonlyMap<string, Content>,
  shelfOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [path, content] of contents) {
    const shelf = shelfOf.get(path) ?? content.facts;
    if (typeof shelf === "string") counts.set(shelf, (counts.get(shelf) ?? 0) + 1);
  }
  return counts;
}

/** Throw away what is of no use to anybody any more. */
function clear({ disk, folder }: VaultCache, shelves: ReadonlyMap<string, number>): void {
  for (const name of readdirSync(folder)) {
    if (!isOurs(name) || name === FILE_NAME || shelves.has(name.replace(/^keys-/, "facts-"))) continue;
    const written = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (written < Date.now() - LONGEST_RUN) disk.remove(join(folder, name));
  }
}

/** Throw away what was found in other vaults long ago: they may be gone, and nobody else looks for it. */
function forgetOthers({ disk, folder }: VaultCache): void {
  const place = dirname(folder);
  for (const other of readdirSync(place).map((name) => join(place, name))) {
    const found = statSync(join(other, FILE_NAME), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (other === folder || found > Date.now() - LONGEST_UNUSED) continue;
    const names = readdirSync(other);
    for (const name of names.filter(isOurs)) disk.remove(join(other, name));
    if (names.every(isOurs)) disk.removeFolder(other);
  }
}

/** The file beside a shelf, with what an index takes up of its notes. */
function keysName(shelf: string): string {
  return shelf.replace(/^facts-/, "keys-");
}

function isOurs(name: string): boolean {
  return name === FILE_NAME || SHELF_NAME.test(name) || DRAFT_NAME.test(name);
}

function draftOf(folder: string, name: string): string {
  return join(folder, `${name}.${randomName()}.draft`);
}

function randomName(): string {
  return randomBytes(8).toString("hex");
}
