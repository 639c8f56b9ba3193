import { techJournal } from "../../src/journal/tech-journal.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { factsJson } from "../../src/report/facts-json.ts";
import { factsReportSchema, lintReportSchema } from "../../src/report/json.ts";
import { lintJson } from "../../src/report/lint-json.ts";
import { summarize } from "../../src/report/summary.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { problem, tenByHundred } from "./problems.ts";

function lintReport(diagnostics: Parameters<typeof lintJson>[1], repairs = false) {
  const summary = summarize(diagnostics, 1940, tenByHundred);
  return [...lintJson(summary, diagnostics, tenByHundred, repairs)].join("");
}

/** The facts of a vault of these notes, by path. */
function factsReport(texts: Readonly<Record<string, string>>) {
  const notes = Object.entries(texts).map(([path, text]) => ({ note: parseNote(path, text), text }));
  const index = VaultIndex.of(
    notes.map(({ note }) => note.path),
    notes.map(({ note }) => note),
    techJournal,
  );
  return [...factsJson(notes.length, notes, index)].join("");
}

const full = problem({
  target: "Home",
  at: 25,
  related: [{ path: "Other.md", message: "The other", from: 0, to: 12 }],
  fix: () => ({ title: "Repair it", edits: [{ from: 1, to: 2, insert: "x" }] }),
  suggest: () => [{ title: "Or so", edits: [] }],
});

test("a lint report", () => {
  expect(lintReport([full, problem({ severity: "warning", path: "linkage.yaml" })])).toMatchInlineSnapshot(`
   "{"version":1,"summary":{"notes":1940,"notesWithProblems":1,"filesWithProblems":1,"error":1,"warning":1,"info":0},"diagnostics":[
   {"rule":"a-rule","severity":"error","message":"Something is not as expected","path":"Note.md","line":3,"column":6,"endLine":3,"endColumn":7,"from":25,"to":26,"target":"Home","related":[{"path":"Other.md","message":"The other","line":1,"column":1,"endLine":2,"endColumn":3,"from":0,"to":12}]},
   {"rule":"a-rule","severity":"warning","message":"Something is not as expected","path":"linkage.yaml","line":1,"column":1,"endLine":1,"endColumn":2,"from":0,"to":1}
   ]}
   "
  `);
});

test("lint reports fit their schema", () => {
  for (const repairs of [false, true]) {
    for (const diagnostics of [[], [problem()], [full, problem()]]) {
      const report: unknown = JSON.parse(lintReport(diagnostics, repairs));
      expect(lintReportSchema.parse(report)).toEqual(report);
    }
  }
});

const note = `---
title: A note
tags: ["#tech-journal", ai, 2023, two words]
note_id: 230718TJ16
draft: true
nested: { list: [1, null, .inf] }
---
# A note ^top

[[b|shown]] ![[c#Head]] [x](b.md) #ai [[B]]

<div class="linkage-tree"><ul><li>tags<ul><li>#ai</li><li>[[b]]</li></ul></li></ul></div>
`;

test("a facts report", () => {
  expect(factsReport({ "a.md": note, "x/b.md": "", "y/b.md": "" })).toMatchInlineSnapshot(`
   "{"version":1,"files":3,"notes":[
   {"path":"a.md","type":"TJ","noteId":"230718TJ16","properties":{"title":"A note","tags":["#tech-journal","ai",2023,"two words"],"note_id":"230718TJ16","draft":true,"nested":{"list":[1,null,null]}},"tags":[{"tag":"tech-journal","line":3,"column":8,"place":"property"},{"tag":"ai","line":3,"column":25,"place":"property"},{"tag":"ai","line":10,"column":35,"place":"body"}],"headings":[{"level":1,"text":"A note ^top","line":8}],"blocks":["top"],"links":[{"raw":"[[b|shown]]","kind":"wikilink","linkpath":"b","subpath":"","displayText":"shown","line":10,"column":1,"from":148,"to":159,"target":"x/b.md","candidates":["x/b.md","y/b.md"]},{"raw":"![[c#Head]]","kind":"embed","linkpath":"c","subpath":"#Head","displayText":null,"line":10,"column":13,"from":160,"to":171,"target":null},{"raw":"[x](b.md)","kind":"markdown","linkpath":"b.md","subpath":"","displayText":"x","line":10,"column":25,"from":172,"to":181,"target":"x/b.md","candidates":["x/b.md","y/b.md"]},{"raw":"[[B]]","kind":"wikilink","linkpath":"B","subpath":"","displayText":null,"line":10,"column":39,"from":186,"to":191,"target":"x/b.md","candidates":["x/b.md","y/b.md"]},{"raw":"[[b]]","kind":"html","linkpath":"b","subpath":"","displayText":null,"line":12,"column":59,"from":251,"to":256,"target":"x/b.md","candidates":["x/b.md","y/b.md"]}],"linkage":[{"markup":"linkage-tree","groups":[{"label":"tags","items":["#ai","[[b]]"]}]}]},
   {"path":"x/b.md","type":null,"noteId":null,"properties":{},"tags":[],"headings":[],"blocks":[],"links":[],"linkage":[]},
   {"path":"y/b.md","type":null,"noteId":null,"properties":{},"tags":[],"headings":[],"blocks":[],"links":[],"linkage":[]}
   ]}
   "
  `);
});

test("facts reports fit their schema", () => {
  const report: unknown = JSON.parse(factsReport({ "a.md": note, "b.md": "", "c.md": "plain" }));
  expect(factsReportSchema.parse(report)).toEqual(report);
});

test("a property called __proto__ is one like any other", () => {
  const json = factsReport({
    "__proto__.md": "---\n__proto__: { polluted: true }\nconstructor: 1\n---\n[[__proto__]] [[constructor]]",
  });
  expect(json).toContain('"properties":{"__proto__":{"polluted":true},"constructor":1}');
  expect(json).toContain('"target":"__proto__.md"');
  expect(json).toContain('"target":null');
});

test("a terminal finds nothing to obey in JSON", () => {
  const hostile = "\u001b[31m\u009b31m\u202e\u2028\ud800";
  const json = lintReport([problem({ path: `${hostile}.md`, message: hostile })]);
  expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u);
  expect(lintReportSchema.parse(JSON.parse(json)).diagnostics[0]?.message).toBe(hostile);
});
