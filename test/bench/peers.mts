import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "./measure-process.mts";

/** Where the other tools are installed: apart, since nothing else needs them. */
const folder = resolve("test/bench/peers");

/** The most notes that a tool is measured with which needs minutes for more. */
const mostForSlow = 10_000;

/** Install the other tools if they are not there. Gives whether they are. */
export function installPeers(): boolean {
  if (existsSync(join(folder, "node_modules"))) return true;
  // By the exact versions in their package.json: a lock file would have to know rumdl's builds for all systems.
  const args = ["install", "--no-package-lock", "--prefix", folder];
  const { status } = spawnSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
  return status === 0;
}

/** The other tools on a vault of so many notes. All of them print what they find. */
export function peersOn(vault: string, notes: number): readonly Command[] {
  const rumdl = (name: string, more: readonly string[]): Command => ({
    name,
    file: rumdlBinary(),
    args: ["check", "--no-cache", "--no-config", "--flavor", "obsidian", ...more, "."],
    cwd: vault,
  });
  const fast = [
    rumdl("rumdl, link and frontmatter rules", ["--enable", "MD057,MD042,MD051,MD071"]),
    rumdl("rumdl, its defaults", []),
  ];
  if (notes > mostForSlow) return fast;
  return [
    ...fast,
    {
      name: "markdownlint-cli2",
      file: process.execPath,
      args: [join(folder, "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs"), "**/*.md"],
      cwd: vault,
    },
    {
      name: "remark, frontmatter schema",
      file: process.execPath,
      args: [
        join(folder, "node_modules/remark-cli/cli.js"),
        "--no-stdout",
        "--quiet",
        "--rc-path",
        join(folder, "remark.config.mjs"),
        ".",
      ],
      cwd: vault,
    },
  ];
}

/** The program itself and not its start by Node, which would count against it. */
function rumdlBinary(): string {
  const { platform, arch } = process;
  const libc = platform === "linux" ? "-gnu" : platform === "win32" ? "-msvc" : "";
  const file = platform === "win32" ? "rumdl.exe" : "rumdl";
  const names = [`cli-${platform}-${arch}${libc}`, `cli-${platform}-${arch}`];
  const found = names
    .flatMap((name) => [
      join(folder, "node_modules/@rumdl", name, file),
      join(folder, "node_modules/@rumdl", name, "bin", file),
    ])
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no rumdl for ${platform} ${arch}`);
  return found;
}
