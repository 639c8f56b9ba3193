import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../cli/command-line.ts";

/** Run `npm run install-plugin` with these arguments. */
function install(...args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/install-plugin.mjs", ...args], {
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

test("the plugin is built and copied into a vault's config folder", () => {
  const vault = folderOf({ ".obsidian/app.json": "{}", "a.md": "" });
  const { code, out, err } = install(vault);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Community plugins");
  const folder = join(vault, ".obsidian/plugins/linkage");
  expect(readdirSync(folder).sort()).toEqual(["main.js", "manifest.json", "styles.css"]);
  expect(readFileSync(join(folder, "main.js"), "utf8")).toBe(readFileSync("main.js", "utf8"));
  expect(readdirSync(vault).sort()).toEqual([".obsidian", "a.md"]);
});

test.each([
  ["what is no vault", () => [folderOf({ "a.md": "" })], /^".*" is no vault: .*\n$/],
  ["what is not there", () => ["/nowhere/at/all"], /^".*" is no vault: .*\n$/],
  ["nothing", () => [], /^Usage: .*\n$/],
])("%s is refused in one line", (_, args, said) => {
  const { code, out, err } = install(...args());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(said);
});
