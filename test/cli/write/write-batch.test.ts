import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import type { NoteChange } from "../../../src/cli/write/prepare-batch.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import { mostBytes } from "../../../src/lint/host-problem.ts";
import type { BatchReport } from "../../../src/report/batch-report.ts";
import { folderOf } from "../command-line.ts";
import { journaledVault, journalFiles } from "./journaled-vault.ts";
import { refusal, type Step } from "./watched-disk.ts";

function changeOf(path: string, before = "old", after = "new"): NoteChange {
  return { path, before, after };
}

/** `path: why: message` of what was left. */
function leftOf({ left }: BatchReport): readonly string[] {
  return left.map(({ path, why, message }) => `${path}: ${why}: ${message}`);
}

test("a batch writes its notes, says so, and can be undone", async () => {
  const { journal, read } = journaledVault({ "A.md": "old", "in/B.md": "old", "C.md": "old" });
  expect(await writeBatch(journal, "fix", [changeOf("A.md"), changeOf("in/B.md")])).toEqual({
    written: ["A.md", "in/B.md"],
    left: [],
  });
  expect([read("A.md"), read("in/B.md"), read("C.md")]).toEqual(["new", "new", "old"]);
  expect(await undoLast(journal)).toMatchObject({
    command: "fix",
    written: ["A.md", "in/B.md"],
    left: [],
    lost: 0,
  });
  expect([read("A.md"), read("in/B.md"), read("C.md")]).toEqual(["old", "old", "old"]);
  await expect(undoLast(journal)).rejects.toThrow("There is nothing to undo in this vault");
});

describe("every byte that is not to change stays", () => {
  test.each<readonly [string, string | Uint8Array, string, string]>([
    ["CRLF", "a\r\nold\r\n", "a\r\nold\r\n", "a\r\nnew\r\n"],
    ["a byte order mark", "\ufeffold\n", "old\n", "new!\n"],
    ["two byte order marks", "\ufeff\ufeffold", "\ufeffold", "\ufeffnew"],
    ["mixed line ends", "a\rb\nc\r\nold\n\r", "a\rb\nc\r\nold\n\r", "a\rb\nc\r\nnew\n\r"],
    ["no line end at the end", "a\nold", "a\nold", "a\nnewer"],
    ["letters of several bytes", "é𝄞\u2028old\u0085", "é𝄞\u2028old\u0085", "é𝄢\u2028neue\u0085"],
    ["an empty note", "", "", "new"],
    ["a note that becomes empty", "old", "old", ""],
  ])("%s", async (_, content, before, after) => {
    const { journal, read } = journaledVault({ "A.md": content });
    const mark = read("A.md").slice(0, read("A.md").length - before.length);
    expect(leftOf(await writeBatch(journal, "fix", [changeOf("A.md", before, after)]))).toEqual([]);
    expect(read("A.md")).toBe(mark + after);
    await undoLast(journal);
    expect(read("A.md")).toBe(content);
  });

  test("the file stays the same: inode, mode, owner, times of birth; so do hard links", async () => {
    const { journal, folder, read } = journaledVault({ "A.md": "old" });
    const path = join(folder, "A.md");
    chmodSync(path, 0o640);
    linkSync(path, join(folder, "B.md"));
    const identityOf = () => {
      const { dev, ino, mode, uid, gid, nlink, birthtimeMs } = statSync(path);
      return { dev, ino, mode, uid, gid, nlink, birthtimeMs };
    };
    const before = identityOf();
    await writeBatch(journal, "fix", [changeOf("A.md", "old", "newer")]);
    expect(identityOf()).toEqual(before);
    expect(read("B.md")).toBe("newer");
    await undoLast(journal);
    expect(identityOf()).toEqual(before);
  });

  test("two paths of one file are written once, and both told of", async () => {
    const { journal, folder, read } = journaledVault({ "A.md": "old" });
    linkSync(join(folder, "A.md"), join(folder, "B.md"));
    const changes = [changeOf("A.md"), changeOf("B.md")];
    expect(await writeBatch(journal, "fix", changes)).toEqual({ written: ["A.md", "B.md"], left: [] });
    expect((await undoLast(journal)).written).toEqual(["A.md", "B.md"]);
    expect([read("A.md"), read("B.md")]).toEqual(["old", "old"]);
  });

  test("a symbolic link in the vault stays, and the note it leads to is written", async () => {
    const { journal, folder, read } = journaledVault({ "in/A.md": "old" });
    symlinkSync("in/A.md", join(folder, "B.md"));
    expect((await writeBatch(journal, "fix", [changeOf("B.md")])).written).toEqual(["B.md"]);
    expect(lstatSync(join(folder, "B.md")).isSymbolicLink()).toBe(true);
    expect(read("in/A.md")).toBe("new");
  });

  test("notes that do not change keep their time, are not told of, and leave no batch", async () => {
    const { journal, folder } = journaledVault({ "A.md": "old", "B.md": "other" });
    const times = () => ["A.md", "B.md"].map((path) => statSync(join(folder, path)).mtimeMs);
    for (const path of ["A.md", "B.md"]) utimesSync(join(folder, path), 1000, 1000);
    const report = await writeBatch(journal, "fix", [changeOf("A.md", "old", "old"), changeOf("B.md")]);
    expect(leftOf(report)).toEqual(["B.md: changed: This note has changed since"]);
    expect(times()).toEqual([1_000_000, 1_000_000]);
    expect(journalFiles(journal)).toEqual([]);
  });
});

/** What happens to `Bad.md`, which is in a batch between two others, and what is told of it. */
interface BadSituation {
  /** Before the batch begins. */
  readonly first?: (path: string, folder: string) => void;
  /** After the journal is complete, before the notes are written. */
  readonly meanwhile?: (path: string, folder: string) => void;
  /** In front of a step on it. */
  readonly step?: (step: Step) => void;
  readonly change?: Partial<NoteChange>;
  readonly told: string;
  /** What it holds then, unless that is what it did when the writing began. */
  readonly holds?: string;
}

const changed = "changed: This note has changed since";
const vanished = "vanished: This note is no longer there";
const outside = "elsewhere: This leads out of the vault, where nothing is written";

const badSituations: Readonly<Record<string, BadSituation>> = {
  "it was edited after it was read": {
    first: (path) => {
      writeFileSync(path, "mine");
    },
    told: changed,
  },
  "it was edited while others were written": {
    meanwhile: (path) => {
      writeFileSync(path, "mine");
    },
    told: changed,
  },
  "it was edited such that only the last byte differs": {
    meanwhile: (path) => {
      writeFileSync(path, "olD");
    },
    told: changed,
  },
  "it got a byte order mark while others were written": {
    meanwhile: (path) => {
      writeFileSync(path, "\ufeffold");
    },
    told: changed,
  },
  "it was saved anew by another program while it was written": {
    step: ({ name, path }) => {
      if (name !== "flush") return;
      writeFileSync(`${path}.tmp`, "mine");
      renameSync(`${path}.tmp`, path);
    },
    told: changed,
    holds: "mine",
  },
  "it vanished after it was read": {
    first: (path) => {
      rmSync(path);
    },
    told: vanished,
  },
  "it vanished while others were written": {
    meanwhile: (path) => {
      rmSync(path);
    },
    told: vanished,
  },
  "its folder became a file": {
    meanwhile: (_, folder) => {
      renameSync(join(folder, "in"), join(folder, "elsewhere"));
      writeFileSync(join(folder, "in"), "");
    },
    change: { path: "in/Bad.md" },
    told: vanished,
  },
  "it became a folder": {
    first: (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    told: "elsewhere: This is a folder, expected a note",
  },
  "it leads to a device": {
    meanwhile: (path) => {
      rmSync(path);
      symlinkSync("/dev/null", path);
    },
    told: "elsewhere: This is neither a file nor a folder, expected a note",
  },
  "it became a symbolic link out of the vault": {
    meanwhile: (path) => {
      rmSync(path);
      symlinkSync(join(folderOf({ "Other.md": "old" }), "Other.md"), path);
    },
    told: outside,
  },
  "it lies in a folder that is a symbolic link out of the vault": {
    first: (_, folder) => {
      rmSync(join(folder, "out"), { recursive: true });
      symlinkSync(folderOf({ "Bad.md": "old" }), join(folder, "out"));
    },
    change: { path: "out/Bad.md" },
    told: outside,
  },
  "its path leads out of the vault": {
    change: { path: "../Bad.md" },
    first: (_, folder) => {
      writeFileSync(join(folder, "../Bad.md"), "old");
    },
    told: outside,
  },
  "it is a symbolic link to itself": {
    first: (path) => {
      rmSync(path);
      symlinkSync("Bad.md", path);
    },
    told: "refused: This note cannot be written: too many symbolic links encountered",
  },
  "it may not be written": {
    step: ({ name }) => {
      if (name === "open") throw refusal("EACCES");
    },
    told: "refused: This note cannot be written: permission denied",
  },
  "it lies on a disk that only reads": {
    step: ({ name }) => {
      if (name === "open") throw refusal("EROFS");
    },
    told: "refused: This note cannot be written: read-only file system",
  },
  "the disk is full when it gets longer": {
    change: { after: "much newer" },
    step: ({ name, writePart }) => {
      if (name !== "write") return;
      writePart(0.5);
      throw refusal("ENOSPC");
    },
    told: "refused: This note cannot be written: no space left on device",
  },
  "the disk fails half way": {
    step: failOnce("write", "EIO"),
    told: "refused: This note cannot be written: i/o error",
  },
  "the disk fails to make it shorter": {
    change: { after: "n" },
    step: failOnce("truncate", "EIO"),
    told: "refused: This note cannot be written: i/o error",
  },
  "the disk fails when it is flushed": {
    step: failOnce("flush", "EIO"),
    told: "refused: This note cannot be written: i/o error",
  },
  "it is not UTF-8": {
    first: (path) => {
      writeFileSync(path, Uint8Array.of(0x6f, 0xe9));
    },
    change: { before: "o\ufffd" },
    told: "not-text: This file is not UTF-8, expected text in UTF-8",
  },
  "it holds NUL bytes": {
    first: (path) => {
      writeFileSync(path, "old\0");
    },
    change: { before: "old\0" },
    told: "not-text: This file holds NUL bytes, as no text does, expected text in UTF-8",
  },
  "it has become too large for a note": {
    first: (path) => {
      writeFileSync(path, "x".repeat(mostBytes + 1));
    },
    told: "not-text: This file has more than 2 MB, expected less",
  },
  "it would become too large for a note": {
    change: { after: "x".repeat(mostBytes + 1) },
    told: "not-text: The new text has more than 2 MB, expected less",
  },
  "its new text holds half a character": {
    change: { after: "new \ud83d" },
    told: "not-text: The new text holds half a character, which no file can, expected whole ones",
  },
};

/** Let the first step of this name fail, a write when half of it is done. */
function failOnce(name: Step["name"], code: "EIO"): (step: Step) => void {
  let hasFailed = false;
  return (step) => {
    if (step.name !== name || hasFailed) return;
    hasFailed = true;
    step.writePart(0.5);
    throw refusal(code);
  };
}

describe("what cannot be written is left as it is and told, and the rest is written", () => {
  test.each(Object.entries(badSituations))("%s", async (_, situation) => {
    const { first, meanwhile, step, change, told, holds } = situation;
    const path = change?.path ?? "Bad.md";
    let found: string | null = null;
    const { journal, folder, read } = journaledVault(
      { "A.md": "old", [path]: "old", "C.md": "old" },
      (each) => {
        if (each.path === join(folder, path)) step?.(each);
        if (each.name !== "rename" || !each.path.endsWith(".writing")) return;
        meanwhile?.(join(folder, path), folder);
        found = contentOf(join(folder, path));
      },
    );
    first?.(join(folder, path), folder);
    const changes = [changeOf("A.md"), { ...changeOf(path), ...change }, changeOf("C.md")];
    const report = await writeBatch(journal, "fix", changes);
    expect(leftOf(report)).toEqual([`${path}: ${told}`]);
    expect([read("A.md"), contentOf(join(folder, path)), read("C.md")]).toEqual([
      "new",
      holds ?? found,
      "new",
    ]);
    // Where it could be written another time, it is not half written now, and the rest can be undone.
    const undone = await undoLast(journal);
    expect(undone).toMatchObject({ written: ["A.md", "C.md"], left: [] });
    expect([read("A.md"), contentOf(join(folder, path)), read("C.md")]).toEqual([
      "old",
      holds ?? found,
      "old",
    ]);
  });
});

/** What a file holds; of what is none, what it is. */
function contentOf(path: string): string {
  const stats = statSync(dirname(path)).isDirectory()
    ? lstatSync(path, { throwIfNoEntry: false })
    : undefined;
  if (!stats) return "nothing";
  if (stats.isFile()) return readFileSync(path, "latin1");
  return stats.isSymbolicLink() ? `leads to ${readlinkSync(path)}` : "neither file nor link";
}

describe("a batch that cannot begin has touched no note", () => {
  const files = { "A.md": "old", "B.md": "old" };
  const changes = [changeOf("A.md"), changeOf("B.md")];

  test("it is too large for the journal", async () => {
    const { journal, read } = journaledVault(files);
    const small = { ...journal, mostBytes: 600 };
    await expect(
      writeBatch(small, "fix", [changeOf("A.md"), changeOf("B.md", "old", "x".repeat(600))]),
    ).rejects.toThrow(
      "So many changes do not fit into the journal, which holds 0 MB, and nothing was written, expected fewer notes at once",
    );
    expect([read("A.md"), journalFiles(journal)]).toEqual(["old", []]);
  });

  test.each(["makeFolder", "open", "write", "flush", "flushFolder", "rename"] as const)(
    "the journal's disk is full at %s",
    async (name) => {
      const { journal, read } = journaledVault(files, (step, folder) => {
        if (step.name === name && !step.path.startsWith(folder)) {
          step.writePart(0.5);
          throw refusal("ENOSPC");
        }
      });
      await expect(writeBatch(journal, "fix", changes)).rejects.toThrow(
        `The journal "${journal.folder}" cannot be written: no space left on device; no note was written`,
      );
      expect([read("A.md"), read("B.md")]).toEqual(["old", "old"]);
    },
  );

  test("a note is to be written twice", async () => {
    const { journal, read } = journaledVault(files);
    await expect(writeBatch(journal, "fix", [changeOf("A.md"), changeOf("A.md")])).rejects.toThrow(
      new RangeError('"A.md" is to be written twice'),
    );
    expect([read("A.md"), journalFiles(journal)]).toEqual(["old", []]);
  });

  test("computing the changes fails in the middle", async () => {
    const { journal, read } = journaledVault(files);
    const failing = function* (): Generator<NoteChange> {
      yield changeOf("A.md");
      throw new Error("out of ideas");
    };
    await expect(writeBatch(journal, "fix", failing())).rejects.toThrow("out of ideas");
    expect([read("A.md"), journalFiles(journal)]).toEqual(["old", []]);
  });

  test("it is cancelled before all is journaled", async () => {
    const { journal, read } = journaledVault(files);
    let asked = 0;
    const report = await writeBatch(journal, "fix", changes, { isCancelled: () => ++asked === 2 });
    expect(report).toEqual({ written: [], left: [] });
    expect([read("A.md"), journalFiles(journal)]).toEqual(["old", []]);
  });
});

test("a batch that is cancelled later stops there, and what was written can be undone", async () => {
  const { journal, read } = journaledVault({ "A.md": "old", "B.md": "old", "C.md": "old" });
  const told: (number | null)[][] = [];
  const report = await writeBatch(
    journal,
    "fix",
    ["A.md", "B.md", "C.md"].map((path) => changeOf(path)),
    {
      progress: (done, total) => told.push([done, total]),
      isCancelled: () => told.length >= 4,
    },
  );
  expect(told).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(report.written).toEqual(["A.md"]);
  expect(leftOf(report)).toEqual([
    "B.md: stopped: The run ended before this note was written",
    "C.md: stopped: The run ended before this note was written",
  ]);
  expect([read("A.md"), read("B.md"), read("C.md")]).toEqual(["new", "old", "old"]);
  expect(await undoLast(journal)).toMatchObject({ written: ["A.md"], left: [] });
});

test("changes may come one after another, as they are made", async () => {
  const { journal, read } = journaledVault({ "A.md": "old" });
  async function* slowly(): AsyncGenerator<NoteChange> {
    await Promise.resolve();
    yield changeOf("A.md");
  }
  await writeBatch(journal, "fix", slowly());
  expect(read("A.md")).toBe("new");
});
