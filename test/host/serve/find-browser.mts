import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** How a browser is started: without a window, and without calling home. */
export const browserArguments = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
];

/** The Chromium or Chrome of this machine: what `CHROMIUM` or `CHROME_PATH` says, or else the first on the path; null if there is none. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const said = environment["CHROMIUM"] ?? environment["CHROME_PATH"];
  if (said !== undefined && said !== "") return said;
  const folders = (environment["PATH"] ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(canRun) ?? null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
