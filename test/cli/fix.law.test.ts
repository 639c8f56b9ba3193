import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fc, test } from "@fast-check/jest";
import { randomNotes, surroundings } from "../rules/random-note.ts";
import { folderOf, linkage, type Outcome } from "./command-line.ts";

// In memory where that can be had: nobody has to wait for a disk there.
if (existsSync("/dev/shm")) process.env["TMPDIR"] = "/dev/shm";

/** What a writer, an editor or a program that died may have left in a file: all but the last three are text. */
const bytes = fc.tuple(randomNotes(), fc.nat(11), fc.nat()).map(([text, way, at]) => {
  const place = at % (text.length + 1);
  const [head, tail] = [text.slice(0, place), text.slice(place)];
  const ways = [
    text.replaceAll("\n", "\r\n"),
    text.replace(/\n/g, (_, from: number) => ["\n", "\r\n", "\r", "\u2028"][(from + at) % 4] ?? ""),
    text.replaceAll("\n", "\r"),
    `\ufeff${text}`,
    `\ufeff\ufeff${text.replaceAll("\n", "\r\n")}`,
    `${head}\u202e\u{1f600}\u0301${tail}`,
    text.trimEnd(),
    head,
    "",
    `${head}\0${tail}`,
    Buffer.concat([Buffer.from(head), Buffer.from([0xc3]), Buffer.from(tail)]),
  ];
  return Buffer.from(ways[way] ?? text);
});

const names = [
  "-x",
  "a'b\"c",
  " lead",
  "trail ",
  "ta\tb",
  "new\nline",
  "back\\slash",
  "\u00c9a",
  "E\u0301a",
  "note",
  "NOTE",
];
const vaults = fc.record({
  notes: fc.dictionary(
    fc.constantFrom(...names.map((name) => `${name}.md`), "sub/x.md", "x.md/y.md"),
    bytes,
    {
      minKeys: 1,
      maxKeys: 5,
    },
  ),
  hasLinks: fc.boolean(),
});

/** All files below a folder: by path their bytes, mode and inode. */
function stateOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { mode, ino } = statSync(path);
      return [relative(folder, path), `${String(mode)} ${String(ino)} ${readFileSync(path, "latin1")}`];
    }),
  );
}

/** The bytes alone. */
function contentsIn(state: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(Array.from(state, ([path, file]) => [path, file.replace(/^\d+ \d+ /, "")]));
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

test.prop([vaults], { numRuns: 15 })(
  "a fix writes what its patch says and no other byte, once; undo gives every byte back",
  async ({ notes, hasLinks }) => {
    const root = folderOf({ "out/Theirs.md": "[[home!]]" });
    const [vault, copy] = [join(root, "vault"), join(root, "copy")];
    for (const folder of [vault, copy]) write(folder, { "linkage.yaml": "", ...surroundings, ...notes });
    if (hasLinks) {
      symlinkSync("..", join(vault, "round"));
      symlinkSync("../out/Theirs.md", join(vault, "Theirs.md"));
      symlinkSync("Home.md", join(vault, "Home too.md"));
      symlinkSync("nowhere.md", join(vault, "gone.md"));
    }
    const before = stateOf(vault);
    const env = { XDG_STATE_HOME: join(root, "state") };
    const run = (...args: readonly string[]): Promise<Outcome> => linkage(args, { cwd: vault, env });

    const { out: patch } = await run("fix", "--dry-run");
    expect(stateOf(vault)).toEqual(before);

    await run("fix");
    const after = stateOf(vault);
    if (patch !== "") execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: copy, input: patch });
    expect(contentsIn(after)).toEqual(contentsIn(stateOf(copy)));

    await run("fix");
    expect(stateOf(vault)).toEqual(after);

    expect((await run("undo")).code).toBe(patch === "" ? 2 : 0);
    expect(stateOf(vault)).toEqual(before);
    expect(readFileSync(join(root, "out/Theirs.md"), "utf8")).toBe("[[home!]]");
  },
);
