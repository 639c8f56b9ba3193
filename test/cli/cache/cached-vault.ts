import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderOf, linkage, type Outcome } from "../command-line.ts";

/** A vault on the disk, and a place for its cache. */
export interface CachedVault {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The folder that holds the cache's own. */
  readonly caches: string;
  readonly put: (path: string, content: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Lint with the cache. */
  readonly lint: (...args: readonly string[]) => Promise<Outcome>;
  /** Lint as if there were none. */
  readonly lintAnew: (...args: readonly string[]) => Promise<Outcome>;
}

/** A vault with these files. */
export function cachedVault(files: Readonly<Record<string, string | Uint8Array>>): CachedVault {
  const root = folderOf({ "vault/": "", probe: "" });
  const folder = join(root, "vault");
  const caches = join(root, "caches");
  const env = { XDG_CACHE_HOME: caches };
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const run = (args: readonly string[]): Promise<Outcome> =>
    linkage(["lint", ...args], { cwd: folder, env, build: "this build" });
  return {
    folder,
    env,
    caches: join(caches, "linkage"),
    put: (path, content) => {
      waitForTick(join(root, "probe"));
      write(path, content);
    },
    remove: (path) => {
      rmSync(join(folder, path), { force: true, recursive: true });
    },
    lint: (...args) => run(args),
    lintAnew: (...args) => run([...args, "--no-cache"]),
  };
}

/** The files of a vault's cache, absolute; none before something is kept. */
export function filesOf({ caches }: CachedVault): readonly string[] {
  if (!existsSync(caches)) return [];
  return readdirSync(caches, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * Wait until the clock of the file system has moved: it goes in steps of some milliseconds, and tests that say what the time is change
 * files faster than anybody would.
 */
function waitForTick(probe: string): void {
  const before = touched(probe);
  while (touched(probe) === before);
}

function touched(path: string): number {
  writeFileSync(path, "");
  return statSync(path).mtimeMs;
}
