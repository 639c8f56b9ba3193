import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildHost } from "./build.mts";
import { openBrowser } from "./open-browser.mts";
import { readVault } from "./read-vault.mts";
import { serveHost, type Shown } from "./server.mts";

/**
 * Serve the host with a vault, the sample vault unless one is named, and open it, until the process is stopped. What is written
 * there is written nowhere else.
 */
async function main([folder]: readonly string[]): Promise<void> {
  // The path is meant from where npm was called, which is not where it runs this.
  const from = folder === undefined ? process.cwd() : (process.env["INIT_CWD"] ?? process.cwd());
  const vault = readAsked(resolve(from, folder ?? "test/vaults/journal"));
  if (!vault) return;
  const built = mkdtempSync(join(tmpdir(), "linkage-preview-"));
  process.on("exit", () => {
    rmSync(built, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(0));
  await buildHost(built);
  const { url } = await serveHost({ built, vault });
  process.stdout.write(
    `Open ${url} in Chromium or Chrome: "${vault.name}", ${String(vault.files.length)} files\n` +
      `On a phone: ${url}?device=phone   Light: ${url}?theme=light\n` +
      `What you write stays in the page. Stop with Ctrl-C.\n`,
  );
  if (process.stdout.isTTY) openBrowser(url);
}

/** The vault in a folder; null where there is none, or it cannot be read, which is said. */
function readAsked(folder: string): Shown["vault"] | null {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return readVault(folder);
    process.stderr.write(`There is no folder "${folder}"\n`);
  } catch (error) {
    process.stderr.write(`"${folder}" cannot be read: ${String(error)}\n`);
  }
  process.exitCode = 2;
  return null;
}

await main(process.argv.slice(2));
