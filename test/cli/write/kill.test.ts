import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { fc } from "@fast-check/jest";
import { requireJournal } from "../../../src/cli/write/journal.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import { folderOf, linkage, type Outcome } from "../command-line.ts";
import { journaledVault, journalFiles, type JournaledVault } from "./journaled-vault.ts";
import type { Step } from "./watched-disk.ts";
import { doTask, type WriterTask } from "./writer-task.ts";

// In memory where that can be had: nobody has to wait for a disk there, and what a killed process leaves is the same.
if (existsSync("/dev/shm")) process.env["TMPDIR"] = "/dev/shm";

const root = join(__dirname, "../../..");
const writer = join(folderOf({}), "writer.mjs");

beforeAll(() => {
  const options = {
    entryPoints: ["test/cli/write/writer-process.mts"],
    outfile: writer,
    bundle: true,
    format: "esm",
    platform: "node",
  };
  const script = `import { build } from "esbuild"; await build(${JSON.stringify(options)});`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
}, 300_000);

/** Notes that get longer, shorter, stay as long, and are large; with what must stay as it is. */
const notes: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "Longer.md": ["See [[Hoem]] é\r\n", "See [[Home]] and [[Other|é 𝄞]]\r\n"],
  "Mark.md": ["\ufeff---\r\ntags: [a]\n---\r[[Hoem]]", "\ufeff---\r\ntags: [a, b]\n---\r[[Home]]"],
  "Shorter.md": ["# A\n\ntext\n\n# A\n", "# A\n\ntext\n"],
  "in/Large.md": [`${"é[[Hoem]]\n".repeat(2000)}end`, `${"é[[Home]]\n".repeat(2000)}the end`],
  "in/Same.md": ["[[Hoem]]", "[[Home]]"],
};
const paths = Object.keys(notes);
const olds = Object.fromEntries(paths.map((path) => [path, notes[path]?.[0] ?? ""]));
const withoutMark = (text: string): string => text.replace(/^\ufeff/, "");
const changes = Object.entries(notes).map(([path, [before, after]]) => ({
  path,
  before: withoutMark(before),
  after: withoutMark(after),
}));

interface Circumstances {
  /** Kill it so many milliseconds after it began. */
  readonly delay?: number;
  /** The user that it runs as. */
  readonly uid?: number;
}

/** Let a process do its task. Gives the steps it took, or null if it died. */
async function run(task: WriterTask, { delay, uid }: Circumstances = {}): Promise<readonly string[] | null> {
  const child = spawn(process.execPath, [writer, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid }),
  });
  const exit = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on("exit", (_, signal) => {
      resolve(signal);
    });
  });
  const said = text(child.stdout);
  if (delay !== undefined) {
    child.stdout.once("data", () => {
      void pause(delay).then(() => child.kill("SIGKILL"));
    });
  }
  return (await exit) === null ? (JSON.parse((await said).replace("ready\n", "")) as string[]) : null;
}

/** What each note is: `old`, `new`, or else what it holds. */
function statesOf({ read }: JournaledVault): readonly string[] {
  return paths.map((path) => {
    const found = read(path);
    const at = notes[path]?.indexOf(found) ?? -1;
    return ["old", "new"][at] ?? found;
  });
}

/** A command that reads nothing of the vault, so that a run takes no longer than what it repairs first. */
function nextCommand({ folder, env }: JournaledVault): Promise<Outcome> {
  return linkage(["undo", "--list", folder], { env });
}

/** The next command repairs, tells so in one line, and then nothing is left to repair. */
async function expectRepaired(vault: JournaledVault): Promise<void> {
  const { code, err } = await nextCommand(vault);
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^(linkage: "fix" of .* was interrupted: .*\n)?$/) as string,
  });
  for (const state of statesOf(vault)) expect(["old", "new"]).toContain(state);
  expect(await nextCommand(vault)).toMatchObject({ code: 0, err: "" });
}

/** What was written can be undone, and then all is as it was. */
async function expectUndone(vault: JournaledVault): Promise<void> {
  const hasWritten = statesOf(vault).includes("new");
  const { code, err } = await linkage(["undo", vault.folder], { env: vault.env });
  expect({ hasWritten, code, err }).toEqual(
    hasWritten
      ? { hasWritten, code: 0, err: "" }
      : {
          hasWritten,
          code: expect.any(Number) as number,
          err: expect.stringMatching(/^(linkage: There is nothing to undo in this vault\n)?$/) as string,
        },
  );
  expect(statesOf(vault)).toEqual(paths.map(() => "old"));
  expect(journalFiles(vault.journal).filter((name) => !/\.(done|undone)$/.test(name))).toEqual([]);
}

/** Run all of `tasks`, two at a time. */
async function inPairs<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    [0, 1].map(async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
    }),
  );
}

type Death = Required<WriterTask>["death"];

/** Every death at these steps; a write also half done. */
function deathsIn(steps: readonly Step["name"][]): readonly Death[] {
  return steps.flatMap((name, step) =>
    (name === "write" ? [0, 0.5] : [0]).map((share): Death => ({ step, share })),
  );
}

/** Of these deaths one at each kind of step. */
function oneOfEachKind(deaths: readonly Death[], steps: readonly Step["name"][]): readonly Death[] {
  const kinds = deaths.map(({ step, share }) => `${steps[step] ?? ""} ${String(share)}`);
  return deaths.filter((_, at) => kinds.indexOf(kinds[at] ?? "") === at);
}

/** The steps of a task that nobody dies at. */
async function stepsOf(task: WriterTask): Promise<readonly Step["name"][]> {
  const steps: Step["name"][] = [];
  await doTask(task, steps, () => {
    throw new RangeError("Nobody was to die");
  });
  return steps;
}

/** Die in this process: from then on the disk does nothing any more. */
async function dieHere(task: WriterTask): Promise<void> {
  const steps: Step["name"][] = [];
  const done = doTask(task, steps, () => {
    throw new Error("dead");
  });
  await done.catch(() => undefined);
  expect(steps).toHaveLength(task.death?.step ?? -1);
}

/** Die in a process of its own, by the signal that nothing can be done about. */
async function dieInProcess(task: WriterTask): Promise<void> {
  expect(await run(task)).toBeNull();
}

function taskFor(act: WriterTask["act"], { folder, env }: JournaledVault): WriterTask {
  return { act, folder, env, changes };
}

/** A vault in which the batch has been written. */
async function writtenVault(): Promise<JournaledVault> {
  const vault = journaledVault(olds);
  await writeBatch(vault.journal, "fix", changes);
  return vault;
}

/** A vault in which a writer died in the middle of the large note. */
async function tornVault(): Promise<JournaledVault> {
  let writes = 0;
  const vault = journaledVault(olds, ({ name, path, writePart }) => {
    // Its first write makes it longer.
    if (name !== "write" || !path.endsWith("Large.md") || ++writes < 2) return;
    writePart(0.5);
    throw new Error("dead");
  });
  await expect(writeBatch(vault.journal, "fix", changes)).rejects.toThrow("dead");
  return { ...vault, journal: requireJournal(vault.folder, vault.env) };
}

/** What is done to a vault, and what must hold of one in which somebody died while doing it. */
interface Scene {
  readonly vault: () => Promise<JournaledVault>;
  readonly taskOf: (vault: JournaledVault) => WriterTask;
  readonly expectWhole: (vault: JournaledVault) => Promise<void>;
  /** A number that its deaths are more than. */
  readonly most: number;
}

async function expectWhole(vault: JournaledVault): Promise<void> {
  await expectRepaired(vault);
  await expectUndone(vault);
}

const move = { from: "in/Same.md", to: "new/in/Renamed.md" };

const scenes: readonly (readonly [string, Scene])[] = [
  [
    "a batch",
    {
      vault: () => Promise.resolve(journaledVault(olds)),
      taskOf: (vault) => taskFor("write", vault),
      expectWhole,
      most: 60,
    },
  ],
  ["an undo", { vault: writtenVault, taskOf: (vault) => taskFor("undo", vault), expectWhole, most: 30 }],
  [
    "a repair",
    {
      vault: async () => {
        const torn = await tornVault();
        expect(["old", "new"]).not.toContain(statesOf(torn)[3]);
        return torn;
      },
      taskOf: (vault) => taskFor("repair", vault),
      expectWhole,
      most: 20,
    },
  ],
  [
    "a rename, of which all is done or nothing",
    {
      vault: () => Promise.resolve(journaledVault(olds)),
      taskOf: (vault) => ({ ...taskFor("rename", vault), move }),
      expectWhole: expectRenamedOrNot,
      most: 60,
    },
  ],
];

async function expectRenamedOrNot(vault: JournaledVault): Promise<void> {
  expect(await nextCommand(vault)).toMatchObject({ code: 0 });
  const isNew = existsSync(join(vault.folder, move.to));
  for (const path of paths)
    expect(vault.read(isNew && path === move.from ? move.to : path)).toBe(notes[path]?.[isNew ? 1 : 0]);
  if (isNew) await linkage(["undo", vault.folder], { env: vault.env });
  expect(statesOf(vault)).toEqual(paths.map(() => "old"));
  expect(existsSync(join(vault.folder, "new"))).toBe(false);
}

describe("a process that dies leaves notes wholly old or wholly new after the next command, and undo works", () => {
  describe.each(scenes)("in the middle of %s", (_, { vault, taskOf, expectWhole, most }) => {
    let steps: readonly Step["name"][];
    let deaths: readonly Death[];

    beforeAll(async () => {
      steps = await stepsOf(taskOf(await vault()));
      deaths = deathsIn(steps);
    });

    async function expectWholeAfter(die: (task: WriterTask) => Promise<void>, death: Death): Promise<void> {
      const found = await vault();
      await die({ ...taskOf(found), death });
      await expectWhole(found);
    }

    test("in front of each step, and halfway through each write", async () => {
      expect(deaths.length).toBeGreaterThan(most);
      for (const death of deaths) await expectWholeAfter(dieHere, death);
    }, 300_000);

    // That nothing is done after the death but by another process: one at each kind of step shows that it makes no difference.
    test("killed", async () => {
      await inPairs(oneOfEachKind(deaths, steps), (death) => expectWholeAfter(dieInProcess, death));
    }, 300_000);
  });

  test("at random moments", async () => {
    const delays = fc.sample(fc.double({ min: 0, max: 60, noNaN: true }), 24);
    await inPairs(delays, async (delay) => {
      const vault = journaledVault(olds);
      await run(taskFor("write", vault), { delay });
      await expectRepaired(vault);
      await expectUndone(vault);
    });
  }, 300_000);
});

test("a note that this user may not write is left, and the rest is written", async () => {
  const vault = journaledVault(olds);
  chmodSync(join(vault.folder, "Shorter.md"), 0o444);
  // Permissions do not bind the superuser.
  const isRoot = process.getuid?.() === 0;
  const nobody = 65534;
  if (isRoot) {
    for (const folder of [dirname(vault.folder), dirname(writer)]) chownSync(folder, nobody, nobody);
    for (const path of ["", "in", ...paths]) chownSync(join(vault.folder, path), nobody, nobody);
  }
  expect(await run(taskFor("write", vault), isRoot ? { uid: nobody } : {})).not.toBeNull();
  expect(statesOf(vault)).toEqual(paths.map((path) => (path === "Shorter.md" ? "old" : "new")));
  expect(statSync(join(vault.folder, "Shorter.md")).mode & 0o777).toBe(0o444);
});
