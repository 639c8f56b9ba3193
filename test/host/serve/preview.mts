import { resolve } from "node:path";
import { buildHost } from "./build.mts";
import { readVault } from "./read-vault.mts";
import { serveHost } from "./server.mts";

/** Serve the host with a vault, the sample vault unless one is named, until the process is stopped. What is written there is written nowhere else. */
async function main([folder]: readonly string[]): Promise<void> {
  // The path is meant from where npm was called, which is not where it runs this.
  const from = folder === undefined ? process.cwd() : (process.env["INIT_CWD"] ?? process.cwd());
  const vault = readVault(resolve(from, folder ?? "test/vaults/journal"));
  await buildHost("dist/host/page");
  const { url } = await serveHost({ built: "dist/host/page", vault });
  process.stdout.write(
    `Open ${url} in Chromium or Chrome: "${vault.name}", ${String(vault.files.length)} files\n` +
      `On a phone: ${url}?device=phone   Light: ${url}?theme=light\n` +
      `What you write stays in the page. Stop with Ctrl-C.\n`,
  );
}

await main(process.argv.slice(2));
