import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";

/** The environment variables of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Where something of a vault is kept outside of it. */
export interface VaultPlace {
  /** The vault's folder, without symbolic links. */
  readonly vault: string;
  /** The folder that is the vault's own among those of other vaults. */
  readonly folder: string;
}

/**
 * Where Linkage keeps what it must remember between runs, absolute: as the XDG Base Directory Specification says, with the defaults
 * that macOS and Windows have instead. Null if the environment does not tell.
 */
export function stateFolder(env: Env, platform: NodeJS.Platform): string | null {
  const { XDG_STATE_HOME: named, HOME: home, LOCALAPPDATA: appData } = env;
  // "All paths set in these environment variables must be absolute": others are to be ignored.
  if (named !== undefined && isAbsolute(named)) return join(named, "linkage");
  if (platform === "win32") return appData ? join(appData, "linkage", "state") : null;
  if (home === undefined || !isAbsolute(home)) return null;
  if (platform === "darwin") return join(home, "Library", "Application Support", "linkage");
  return join(home, ".local", "state", "linkage");
}

/** The same for what may be thrown away at any time, since it only saves work. */
export function cacheFolder(env: Env, platform: NodeJS.Platform): string | null {
  const { XDG_CACHE_HOME: named, HOME: home, LOCALAPPDATA: appData } = env;
  if (named !== undefined && isAbsolute(named)) return join(named, "linkage");
  if (platform === "win32") return appData ? join(appData, "linkage", "cache") : null;
  if (home === undefined || !isAbsolute(home)) return null;
  return platform === "darwin" ? join(home, "Library", "Caches", "linkage") : join(home, ".cache", "linkage");
}

/**
 * The place in the folder `kept` for the vault in the folder `vault`; nothing is made yet. It goes by the vault's real path, so that
 * all ways to one vault lead to one place. Null where there is no such folder, or the place would lie among the notes.
 */
export function placeFor(vault: string, kept: string | null): VaultPlace | null {
  if (kept === null) return null;
  const real = realpathSync.native(vault);
  const key = createHash("sha256").update(real).digest("hex").slice(0, 16);
  const folder = join(kept, `${basename(real).slice(0, 40)}-${key}`);
  // What starts with a dot is no part of the vault; neither is what ".." leads to.
  const way = relative(real, realPathOf(folder));
  if (!isAbsolute(way) && !way.split(sep).some((name) => name.startsWith("."))) return null;
  return { vault: real, folder };
}

/** A path without symbolic links, as far as it is there: some of them may lead into a vault. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOf(parent), basename(path));
  }
}
