import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder, placeFor, stateFolder } from "../../src/cli/user-folders.mts";

test.each<readonly [NodeJS.Platform, Readonly<Record<string, string>>, string | null]>([
  ["linux", { XDG_STATE_HOME: "/state", HOME: "/home/me" }, "/state/linkage"],
  ["linux", { XDG_STATE_HOME: "state", HOME: "/home/me" }, "/home/me/.local/state/linkage"],
  ["linux", { XDG_STATE_HOME: "", HOME: "/home/me" }, "/home/me/.local/state/linkage"],
  ["linux", {}, null],
  ["linux", { HOME: "" }, null],
  ["darwin", { HOME: "/Users/me" }, "/Users/me/Library/Application Support/linkage"],
  ["win32", { LOCALAPPDATA: "/AppData/Local", HOME: "/me" }, "/AppData/Local/linkage/state"],
  ["win32", {}, null],
])("the state folder on %s with %j", (platform, env, expected) => {
  expect(stateFolder(env, platform)).toBe(expected);
});

test.each<readonly [NodeJS.Platform, Readonly<Record<string, string>>, string | null]>([
  ["linux", { XDG_CACHE_HOME: "/cache", HOME: "/home/me" }, "/cache/linkage"],
  ["linux", { XDG_CACHE_HOME: "cache", HOME: "/home/me" }, "/home/me/.cache/linkage"],
  ["linux", { XDG_STATE_HOME: "/state" }, null],
  ["linux", { HOME: "home" }, null],
  ["darwin", { HOME: "/Users/me" }, "/Users/me/Library/Caches/linkage"],
  ["win32", { LOCALAPPDATA: "/AppData/Local", HOME: "/me" }, "/AppData/Local/linkage/cache"],
  ["win32", {}, null],
])("the cache folder on %s with %j", (platform, env, expected) => {
  expect(cacheFolder(env, platform)).toBe(expected);
});

describe("the place for a vault", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "linkage-places-")));
  const vault = join(folder, "vault");

  beforeAll(() => {
    mkdirSync(join(vault, "notes"), { recursive: true });
    mkdirSync(join(vault, ".hidden"));
    symlinkSync(join(vault, "notes"), join(folder, "to-notes"));
    symlinkSync(join(vault, ".hidden"), join(folder, "to-hidden"));
    symlinkSync(folder, join(folder, "home"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    ["beside", true],
    ["to-hidden", true],
    ["vault/.hidden/kept", true],
    ["vault/notes", false],
    ["to-notes", false],
    ["to-notes/not/there/yet", false],
    ["home/vault/kept", false],
  ])("in %s: %j", (kept, isThere) => {
    expect(placeFor(vault, join(folder, kept)) !== null).toBe(isThere);
  });
});
