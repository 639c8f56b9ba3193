import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVault, vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const note = "Notes/Tech_Journal/2026/the clock radio runs zephyr.md";
const nothing = vaultOfTexts("nothing", {});

/** A preview that runs: where it is, and how it ends. */
interface Preview {
  readonly url: string;
  /** Press Ctrl-C; gives the exit code and what has been complained of. */
  stop(): Promise<readonly [code: number | null, complaints: string]>;
}

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linkage-story-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm run preview` runs, with a folder of its own for what is built. */
function run(vault: string): ChildProcess {
  const temporary = mkdtempSync(join(folder, "tmp-"));
  return spawn(process.execPath, ["test/host/run.mjs", "preview", vault], {
    env: { ...process.env, TMPDIR: temporary, INIT_CWD: folder },
  });
}

/** Wait until a process is over; gives its exit code and what it has complained of. */
function endOf(child: ChildProcess): Promise<readonly [code: number | null, complaints: string]> {
  let complaints = "";
  child.stderr?.on("data", (said: Buffer) => {
    complaints += said.toString();
  });
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve([code, complaints]);
    });
  });
}

/** Start a preview and wait until it can be opened. */
async function preview(vault: string): Promise<Preview> {
  const child = run(vault);
  const end = endOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (said: Buffer) => {
      const [, found] = /Open (\S+)/.exec(said.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
    void end.then(([, complaints]) => {
      reject(new Error(`The preview ended: ${complaints}`));
    });
  });
  return {
    url,
    stop: () => {
      child.kill("SIGINT");
      return end;
    },
  };
}

/** All that is in a folder, with when it was written. */
function contentOf(path: string): readonly unknown[] {
  return [readVault(path), statSync(path).mtimeMs, readdirSync(path, { recursive: true }).sort()];
}

story("somebody tries it with a vault, and the vault stays as it is", { vault: nothing }, async (page) => {
  const vault = join(folder, "journal");
  cpSync("test/vaults/journal", vault, { recursive: true });
  const before = contentOf(vault);
  const shown = await preview("journal");
  await page.goto(shown.url);
  await page.waitForSelector("body[data-ready]");

  await openNote(page, note);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("On to [[a place of my own]].");
  await page.locator(".cm-lintRange", { hasText: "[[a place of my own]]" }).waitFor();

  await runCommand(page, "Fix problems in vault");
  const apply = page.getByRole("button", { name: /^Apply \d+ changes$/ });
  await apply.click();
  await page.getByText(/^Changed \d+ notes/).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await apply.waitFor();

  expect(await shown.stop()).toEqual([0, ""]);
  expect(contentOf(vault)).toEqual(before);
  // And nothing of what was built for it is left.
  for (const temporary of readdirSync(folder).filter((name) => name.startsWith("tmp-")))
    expect(readdirSync(join(folder, temporary))).toEqual([]);
});

story(
  "two previews at once show each its vault, with the styles that are shipped",
  { vault: nothing },
  async (page) => {
    const sample = join(process.cwd(), "test/vaults/journal");
    const both = await Promise.all([preview(sample), preview(join(sample, "Notes"))]);
    const names: string[] = [];
    for (const { url } of both) {
      await page.goto(url);
      await page.waitForSelector("body[data-ready]");
      names.push(await page.evaluate(() => window.host.app.vault.getName()));
      const { css } = (await (await page.request.get(`${url}host.json`)).json()) as { readonly css: string };
      expect(css).toBe(readFileSync("styles.css", "utf8"));
    }
    expect(names).toEqual(["journal", "Notes"]);
    for (const shown of both) expect(await shown.stop()).toEqual([0, ""]);
  },
);

test("a folder that is not there is told in one line", async () => {
  expect(await endOf(run("nowhere"))).toEqual([2, `There is no folder "${join(folder, "nowhere")}"\n`]);
});
