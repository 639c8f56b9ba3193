import { readProfile, samplesOf, type Frame } from "./cpu-profile.mts";
import { machineWork } from "./machine-work.mts";
import { ownTimes } from "./own-times.mts";
import { phaseOf } from "./phases.mts";
import { placesOf } from "./source-place.mts";

const bundle = "/project/dist/bench/program.js";

/** Each line of the bundle comes from another source, in this order: what follows `AAAA` says "the next one". */
const map = {
  file: "program.js",
  version: 3,
  sources: [
    "../../src/cli.mts",
    "../../src/cli/walk.mts",
    "../../src/note/parse-note.ts",
    "../../src/vault/vault-index.ts",
    "../../src/rules/unresolved-link.ts",
    "../../node_modules/yaml/browser/dist/parse/lexer.js",
    "../../src/report/text.ts",
  ],
  sourcesContent: [],
  names: [],
  mappings: "AAAA;ACAA;ACAA;ACAA;ACAA;ACAA;ACAA",
  sourceRoot: "",
};

const cli = 0;
const walk = 1;
const parse = 2;
const index = 3;
const rule = 4;
const yaml = 5;
const report = 6;

function frame(functionName: string, lineNumber: number): Frame {
  return { functionName, url: `file://${bundle}`, lineNumber, columnNumber: 0 };
}

function nameless(functionName: string, url = ""): Frame {
  return { functionName, url, lineNumber: 0, columnNumber: 0 };
}

/** A profile as V8 writes it: a tree of calls, and in which of them each look found the program. */
const profile = JSON.stringify({
  startTime: 1000,
  endTime: 2000,
  nodes: [
    { id: 1, callFrame: nameless("(root)"), children: [2, 3, 11] },
    { id: 2, callFrame: frame("main", cli), children: [4, 5, 6, 8, 10] },
    { id: 3, callFrame: nameless("(garbage collector)") },
    { id: 4, callFrame: frame("walk", walk), children: [9] },
    { id: 5, callFrame: frame("parseNote", parse), children: [12] },
    { id: 6, callFrame: frame("check", rule), children: [7] },
    { id: 7, callFrame: frame("resolve", index) },
    { id: 8, callFrame: frame("", report) },
    { id: 9, callFrame: nameless("readFileSync", "node:fs") },
    { id: 10, callFrame: frame("resolve", index) },
    { id: 11, callFrame: nameless("(idle)") },
    { id: 12, callFrame: frame("lex", yaml) },
  ],
  samples: [2, 4, 9, 5, 12, 6, 7, 10, 3, 8, 11, 2],
  // A sample holds until the next: the first of these is before the first of them.
  timeDeltas: [9000, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 11000],
});

test("a sample counts for its innermost function, found by the source map, and for the phase of its outermost", () => {
  const times = ownTimes(samplesOf(readProfile(profile)), placesOf(bundle, map, "/project"));
  expect(Object.fromEntries(times.phases)).toEqual({
    start: 1,
    "walk and read": 2 + 3,
    parse: 4 + 5,
    check: 6 + 7,
    index: 8,
    "garbage collection": 9,
    report: 10,
  });
  expect(Object.fromEntries(times.rooms)).toEqual({
    src: 1,
    "src/cli": 2,
    Node: 3,
    "src/note": 4,
    "package yaml": 5,
    "src/rules": 6,
    "src/vault": 7 + 8,
    "garbage collection": 9,
    "src/report": 10,
  });
  expect(times.files.get("src/note/parse-note.ts")).toBe(4);
  expect(times.files.get("node:fs")).toBe(3);
  expect(times.functions.get("resolve (src/vault/vault-index.ts)")).toBe(15);
  expect(times.functions.get("a function without a name (src/report/text.ts)")).toBe(10);
});

test("what is no profile is said to be none", () => {
  expect(() => readProfile('{"nodes":[]}')).toThrow("samples");
});

test.each([
  [["src/vault/vault-index.ts", "src/rules/rule.ts", "src/lint/linter.ts", "src/cli/lint.mts"], "check"],
  [["src/vault/find-notes.ts", "src/cli/walk.mts", "src/cli/lint.mts"], "walk and read"],
  [["src/text/lines.ts", "src/note/parse-note.ts", "src/cli/load-vault.mts"], "parse"],
  [
    ["src/note/blocks.ts", "src/note/parse-note.ts", "src/cli/load-vault.mts", "src/vault/vault-index.ts"],
    "parse",
  ],
  [["src/note/unpack.ts", "src/vault/link-table.ts", "src/cli/load-vault.mts"], "index"],
  [["src/cli/read-text.mts", "src/cli/load-vault.mts", "src/vault/vault-index.ts"], "walk and read"],
  [["src/note/parse-note.ts", "src/lint/fix-note.ts", "src/cli/fix.mts"], "check"],
  [["src/journal/read-config.ts", "src/cli/config.mts"], "start"],
  [["node:internal/modules/esm/utils"], "start"],
])("the phase of %j is %s", (files, phase) => {
  expect(phaseOf(files.map((file) => ({ file, room: "" })))).toBe(phase);
});

test("what V8 does by itself is counted once, on its main thread and on others", () => {
  const event = { pid: 7, ph: "X" };
  const events = [
    { ...event, tid: 7, name: "V8.CompileCode", ts: 0, dur: 4000, tdur: 3000 },
    { ...event, tid: 7, name: "V8.ParseFunction", ts: 1000, dur: 1000, tdur: 1000 },
    { ...event, tid: 8, name: "V8.OptimizeBackground", ts: 0, dur: 6000, tdur: 5000 },
    { ...event, tid: 7, name: "V8.GCScavenger", ts: 9000, dur: 2000, tdur: 2000 },
    { ...event, tid: 7, name: "V8.CompileCode", ts: 12000, dur: 1000, tdur: 500 },
  ];
  expect(machineWork(events)).toEqual([
    { name: "to compile for the first time", main: 3.5, others: 0 },
    { name: "to optimise", main: 0, others: 5 },
    { name: "to collect garbage", main: 2, others: 0 },
  ]);
});
