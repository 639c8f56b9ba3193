import { randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { readPieces, writePieces } from "../cache/pieces.mts";
import { isCoded } from "../reason.mts";
import { cacheFolder, type Env } from "../user-folders.mts";
import type { Disk } from "../write/disk.mts";
import { ownDisk } from "./own-disk.mts";

/** Where the code that V8 has compiled of the program lies for the next run. It may be thrown away at any time. */
export interface CodePlace {
  /** Made when something is first kept. */
  readonly folder: string;
  /** The file in it. It names all that the code depends on. */
  readonly name: string;
  readonly disk: Disk;
}

/**
 * How many files are kept, of some 2 MB each: of several versions of Linkage and of Node that are used in turn none throws away another's,
 * and those of old ones go in time.
 */
const MOST_FILES = 8;

const FILE_NAME = /^program-[\w.-]+\.code(?:\.\w+\.draft)?$/;

/**
 * The place for the code of the program that `build` names, in this Node with the flags that it has now; nothing is made yet. Null
 * where there is none, or where NODE_DISABLE_COMPILE_CACHE says that there is to be none: Node's own name for turning off its own
 * cache of code, https://nodejs.org/docs/latest-v22.x/api/cli.html#node_disable_compile_cache1.
 */
export function placeForCode(build: string, env: Env, disk = ownDisk): CodePlace | null {
  const caches = cacheFolder(env, process.platform);
  if (caches === null || env["NODE_DISABLE_COMPILE_CACHE"]) return null;
  // V8 asks itself whether version and flags are the same, but of the program only whether it is as long.
  const name = ["program", build, process.version, process.arch, cachedDataVersionTag().toString(16)].join(
    "-",
  );
  return { folder: join(caches, "code"), name: `${name}.code`, disk };
}

/** The code that an earlier run has kept. Null if there is none, or it is damaged, or it may be somebody else's. */
export function keptCode({ disk, folder, name }: CodePlace): Buffer | null {
  const [first, code] = readPieces(disk, join(folder, name)) ?? [];
  return first?.toString() === name ? (code ?? null) : null;
}

/**
 * Keep what `compile` gives, which is asked only where a file can be written. What the disk refuses is not kept; no run needs it.
 */
export function keepCode(place: CodePlace, compile: () => Buffer): void {
  const { disk, folder, name } = place;
  const draft = join(folder, `${name}.${randomBytes(8).toString("hex")}.draft`);
  function* pieces(): Generator<Uint8Array> {
    yield Buffer.from(name);
    yield compile();
  }
  try {
    disk.makeFolder(folder, 0o700);
    writePieces(disk, join(folder, name), draft, pieces());
    clear(place);
  } catch (error) {
    if (!isCoded(error)) throw error;
    forget(disk, draft);
  }
}

/** Code that V8 does not take is of no use. */
export function forgetCode({ disk, folder, name }: CodePlace): void {
  forget(disk, join(folder, name));
}

function clear({ disk, folder }: CodePlace): void {
  const files = readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(MOST_FILES)) disk.remove(path);
}

function forget(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch (error) {
    if (!isCoded(error)) throw error;
  }
}
