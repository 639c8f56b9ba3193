import { readFileSync, readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { posix } from "node:path";

/** The rooms of src, from the left to the right: a room imports from those before it (design.md). */
const rooms = [
  "text",
  "note",
  "journal",
  "vault",
  "linkage",
  "rules",
  "inference",
  "writing",
  "lint",
  "report",
] as const;

/** The hosts come after all rooms, and nothing imports from them but their doors. */
const hosts = ["cli", "obsidian"] as const;

/** Each door with its host. */
const doors: ReadonlyMap<string, string> = new Map([
  ["cli.mts", "cli"],
  ["main.ts", "obsidian"],
]);

/** Files by their path in src, each with the specifiers of its imports; those of types count too. */
type Imports = ReadonlyMap<string, readonly string[]>;

test("src keeps to the order of its rooms", () => {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.m?ts$/.test(path),
  );
  const imports = new Map(paths.map((path) => [path, importsOf(readFileSync(`src/${path}`, "utf8"))]));
  expect(imports.size).toBeGreaterThan(0);
  expect(breaches(imports)).toEqual([]);
});

test.each([
  ["a room before it", { "note/a.ts": ["../text/b.ts"], "text/b.ts": [] }, []],
  ["its own room", { "note/a.ts": ["./b.ts"], "note/b.ts": [] }, []],
  ["a package", { "note/a.ts": ["yaml", "zod/mini"] }, []],
  [
    "what hosts may import",
    { "cli/a.mts": ["node:fs", "./b.mts", "../lint/c.ts"], "cli/b.mts": [], "lint/c.ts": [] },
    [],
  ],
  [
    "the app",
    { "obsidian/a.ts": ["obsidian", "@codemirror/view"], "main.ts": ["obsidian", "./obsidian/a.ts"] },
    [],
  ],
  [
    "a room behind it",
    { "text/b.ts": ["../note/a.ts"], "note/a.ts": [] },
    ["text/b.ts imports ../note/a.ts"],
  ],
  [
    "a host",
    { "lint/a.ts": ["../obsidian/b.ts"], "obsidian/b.ts": [] },
    ["lint/a.ts imports ../obsidian/b.ts"],
  ],
  [
    "the other host",
    { "cli/a.mts": ["../obsidian/b.ts"], "obsidian/b.ts": [] },
    ["cli/a.mts imports ../obsidian/b.ts"],
  ],
  ["the other host's door", { "main.ts": ["./cli/a.mts"], "cli/a.mts": [] }, ["main.ts imports ./cli/a.mts"]],
  ["a door", { "cli/a.mts": ["../cli.mts"], "cli.mts": [] }, ["cli/a.mts imports ../cli.mts"]],
  ["a file of Node", { "lint/a.mts": [], "lint/b.ts": ["./a.mts"] }, ["lint/b.ts imports ./a.mts"]],
  [
    "Node",
    { "note/a.ts": ["node:fs"], "main.ts": ["path"] },
    ["note/a.ts imports node:fs", "main.ts imports path"],
  ],
  ["the app, elsewhere", { "lint/a.ts": ["obsidian"] }, ["lint/a.ts imports obsidian"]],
  ["the app's editor", { "cli/a.mts": ["@codemirror/state"] }, ["cli/a.mts imports @codemirror/state"]],
  ["what is not there", { "note/a.ts": ["./b"] }, ["note/a.ts imports ./b"]],
  ["from a room of no name", { "utils/a.ts": [] }, ["utils/a.ts is in no room"]],
  ["itself", { "note/a.ts": ["./a.ts"] }, ["note/a.ts → note/a.ts"]],
  [
    "in a circle",
    { "note/a.ts": ["./b.ts"], "note/b.ts": ["./c.ts"], "note/c.ts": ["./b.ts"] },
    ["note/b.ts → note/c.ts → note/b.ts"],
  ],
])("imports %s", (_, imports: Readonly<Record<string, readonly string[]>>, expected) => {
  expect(breaches(new Map(Object.entries(imports)))).toEqual(expected);
});

test.each([
  ['import { a } from "./a.ts";', ["./a.ts"]],
  ['import type {\n  A,\n} from "./a.ts";\nexport * from "./b.ts";', ["./a.ts", "./b.ts"]],
  ['import "./a.ts";\nconst a = 1;\nexport const b = a; // from "x"', ["./a.ts"]],
  ['export type { A } from "./a.ts";\nexport const from = "./b.ts";', ["./a.ts"]],
  ['const { a } = await import("./a.ts");\ntype B = import("./b.ts").B;', ["./a.ts", "./b.ts"]],
])("the imports of %j", (text, expected) => {
  expect(importsOf(text)).toEqual(expected);
});

function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(
    /^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return Array.from(statements, ([, named, loaded]) => named ?? loaded ?? "");
}

function breaches(imports: Imports): readonly string[] {
  const found = [...imports.keys()]
    .filter((path) => rankOf(path) === null)
    .map((path) => `${path} is in no room`);
  for (const [path, specifiers] of imports) {
    const wrong = specifiers.filter((specifier) => !mayImport(path, specifier, imports));
    found.push(...wrong.map((specifier) => `${path} imports ${specifier}`));
  }
  return [...found, ...circles(imports)];
}

function mayImport(path: string, specifier: string, imports: Imports): boolean {
  const host = hostOf(path);
  if (specifier === "obsidian" || specifier.startsWith("@codemirror/")) return host === "obsidian";
  if (isBuiltin(specifier)) return host === "cli";
  if (!specifier.startsWith(".")) return true;
  const target = targetOf(path, specifier);
  const hostOfTarget = hostOf(target);
  const isForeign = hostOfTarget !== null && hostOfTarget !== host;
  if (!imports.has(target) || isForeign || (target.endsWith(".mts") && !path.endsWith(".mts"))) return false;
  return (rankOf(target) ?? Infinity) <= (rankOf(path) ?? Infinity);
}

/** How far to the right a file is, or null if it is in no room. */
function rankOf(path: string): number | null {
  if (doors.has(path)) return rooms.length + 1;
  const room = path.slice(0, path.indexOf("/"));
  if (hosts.some((host) => host === room)) return rooms.length;
  const at = rooms.findIndex((name) => name === room);
  return at < 0 ? null : at;
}

function hostOf(path: string): string | null {
  return doors.get(path) ?? hosts.find((host) => path.startsWith(`${host}/`)) ?? null;
}

function targetOf(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}

/** Each circle of imports once, as the way around it. */
function circles(imports: Imports): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path)) return;
    done.add(path);
    for (const specifier of imports.get(path) ?? []) {
      if (specifier.startsWith(".")) visit(targetOf(path, specifier), [...way, path]);
    }
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}
