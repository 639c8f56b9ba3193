import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { buildCommand } from "../built-command.ts";
import { folderOf, linkage } from "../command-line.ts";
import { cachedVault, type CachedVault } from "./cached-vault.ts";

const cli = join(folderOf({}), "cli.cjs");

beforeAll(() => {
  buildCommand(cli);
}, 300_000);

/** What `linkage lint` prints in a process of its own, which may be killed so many milliseconds after the first word. */
async function lint(
  { folder, env }: CachedVault,
  args: readonly string[],
  killAfter?: number,
): Promise<string> {
  const child = spawn(process.execPath, [cli, "lint", "--format", "json", "--suggestions", ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (killAfter !== undefined)
    child.stdout.once("data", () => {
      void pause(killAfter).then(() => child.kill("SIGKILL"));
    });
  return text(child.stdout);
}

/** What a run says that keeps nothing: in this process, since nothing of it lasts. */
async function lintAnew({ folder, env }: CachedVault): Promise<string> {
  const args = ["lint", "--format", "json", "--suggestions", "--no-cache"];
  return (await linkage(args, { cwd: folder, env })).out;
}

function vaultOf(notes: number): CachedVault {
  return cachedVault(
    Object.fromEntries(
      Array.from({ length: notes }, (_, at) => [
        `${String(at)}.md`,
        `[[${String(at + 1)}]] [[Nowhere ${String(at % 7)}]]\n`,
      ]),
    ),
  );
}

test("several at once say what one says that keeps nothing", async () => {
  const vault = vaultOf(200);
  for (let round = 0; round < 3; round++) {
    vault.put(`${String(round)}.md`, `# ${String(round)}\n`);
    const expected = await lintAnew(vault);
    const said = await Promise.all(
      [[], [], ["--rule", "unresolved-link"], []].map((args) => lint(vault, args)),
    );
    expect(said.filter((_, at) => at !== 2)).toEqual([expected, expected, expected]);
    expect(await lint(vault, [])).toBe(expected);
  }
});

test.each([0, 3, 20])(
  "one that is killed %d ms after its report began leaves nothing wrong",
  async (delay) => {
    const vault = vaultOf(300);
    await lint(vault, [], delay);
    const expected = await lintAnew(vault);
    expect(await lint(vault, [])).toBe(expected);
    vault.put("1.md", "[[Nowhere 1]] [[2]]");
    await lint(vault, [], delay);
    const changed = await lintAnew(vault);
    expect(changed).not.toBe(expected);
    expect(await lint(vault, [])).toBe(changed);
  },
);
