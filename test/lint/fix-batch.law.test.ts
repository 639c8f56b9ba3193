import { fc, test as law } from "@fast-check/jest";
import { fixFor, suggestionsFor, type Diagnostic } from "../../src/lint/diagnostic.ts";
import { type BatchFix, fixBatch, finishBatch } from "../../src/lint/fix-batch.ts";
import { newDiagnostics } from "../../src/lint/new-problems.ts";
import { problemOf } from "../../src/lint/note-fix.ts";
import { type ChooseRepair, problemKey, selectedBy, sureRepairs } from "../../src/lint/repair-choice.ts";
import { added } from "../rules/lint-example.ts";
import { randomNotes, surroundings } from "../rules/random-note.ts";
import { fixingOf, lintAll, type Texts } from "./vault-of.ts";

const runs = { numRuns: 50 };

/** Notes that change what others can see of them once they are fixed, and notes that look at them. */
const entangled = fc.constantFrom(
  "\n---\ndraft: true\n---\n[[It's (new), 50% & more]]",
  "\n---\nnote_id: 230718TJ16\n---\n",
  "\n---\ntitle: Welcome home!\n---\n# Sources\n",
  "---\nalias: Welcome home\n---\n[[Home]]",
  "---\nalias: b1\n---\n![[c?1]]",
  "---\nalias: [half done, c1]\ndraft: 'true'\n---\n",
  "---\ntitle: A one\n---\n![[b!1]] [[c!1]] [[a!one]]",
  "[[Welcome home]] ![[b?1]] [[half, done]] [[aone]]",
  "![[c!1]] [[b1!#Sources]] [[c1#Old & new]]",
  "%% linkage-disable-next-line link-to-draft %%\n[[B 1]] [[C 1]]\n",
);

const vaults = fc
  .record({
    "A one.md": fc.oneof(entangled, randomNotes()),
    "B 1.md": entangled,
    "sub/C 1.md": entangled,
    "sub/D 1.md": fc.oneof(entangled, randomNotes()),
    "Home.md": fc.oneof(entangled, fc.constant(surroundings["Home.md"] ?? "")),
  })
  .map((texts): Texts => ({ ...surroundings, ...texts }));

const anyRepair: ChooseRepair = (problem, { text }) =>
  fixFor(problem, text) ?? suggestionsFor(problem, text)[0] ?? null;

const choices = fc.constantFrom(sureRepairs(), anyRepair);

function fixed(texts: Texts, choose: ChooseRepair, paths: readonly string[] = Object.keys(texts)): BatchFix {
  return finishBatch(fixBatch(paths, fixingOf(texts, choose)), (path) => texts[path] ?? null);
}

function after(texts: Texts, { fixes }: BatchFix): Texts {
  return { ...texts, ...Object.fromEntries(fixes.map(({ path, after }) => [path, after])) };
}

law.prop([vaults, choices, fc.shuffledSubarray(Object.keys(surroundings)), fc.nat()], runs)(
  "fixing notes in any order gives the same vault",
  (texts, choose, first) => {
    const paths = Object.keys(texts);
    const forth = fixed(texts, choose, paths);
    const other = fixed(texts, choose, [
      ...first,
      ...paths.filter((path) => !first.includes(path)).reverse(),
    ]);
    const inOrder = (batch: BatchFix) => [...batch.fixes].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(inOrder(other)).toEqual(inOrder(forth));
    expect(other.elsewhere).toEqual(forth.elsewhere);
  },
);

law.prop([vaults, choices], runs)(
  "in the vault after a batch nothing is new but what is uncovered, or told of other notes",
  (texts, choose) => {
    const batch = fixed(texts, choose);
    const [before, now] = [lintEach(texts), lintEach(after(texts, batch))];
    const results = new Map(batch.fixes.map((fix) => [fix.path, fix]));
    const elsewhere: unknown[] = [];
    for (const path of [...before.keys()].sort()) {
      const found = now.get(path) ?? [];
      const fix = results.get(path);
      if (fix && fix.before !== fix.after)
        expect(inOrder([...fix.left, ...fix.uncovered])).toEqual(
          inOrder(found.map((each) => problemOf(each))),
        );
      else {
        const old = before.get(path) ?? [];
        elsewhere.push(...newDiagnostics(old, found, []).map((each) => problemOf(each)));
        const told = batch.elsewhere.filter((problem) => problem.path === path);
        expect(added(rulesOf([...old, ...told]), rulesOf(found))).toEqual([]);
      }
    }
    expect(batch.elsewhere).toEqual(elsewhere);
  },
);

function rulesOf(problems: readonly { readonly rule: string }[]): readonly string[] {
  return problems.map(({ rule }) => rule);
}

function inOrder(problems: readonly unknown[]): readonly string[] {
  return problems.map((problem) => JSON.stringify(problem)).sort();
}

law.prop([vaults, choices, fc.nat()], runs)(
  "a part chosen, the other notes and problems stay",
  (texts, choose, seed) => {
    const problems = [...lintEach(texts).values()].flat();
    const only = new Set(
      problems
        .filter((_, at) => (seed >> (at % 20)) % 2 === 1)
        .map((problem) => problemKey(problem, problem.range)),
    );
    const isWanted = selectedBy({ only });
    const { fixes } = fixed(texts, (problem, place) =>
      isWanted(problem, place.origin) ? choose(problem, place) : null,
    );
    expect(fixes.flatMap((fix) => [...fix.done, ...fix.refused]).filter(({ key }) => !only.has(key))).toEqual(
      [],
    );
  },
);

law.prop([vaults, choices], runs)("no published note comes to link to a draft", (texts, choose) => {
  const batch = fixed(texts, choose);
  const now = after(texts, batch);
  const drafts = (all: Texts, path: string) =>
    lintEach(all)
      .get(path)
      ?.filter(({ rule }) => rule === "link-to-draft").length ?? 0;
  // What it linked to before may be a draft only now.
  for (const { path, before } of batch.fixes)
    expect(drafts(now, path)).toBeLessThanOrEqual(drafts({ ...now, [path]: before }, path));
  const draft = (all: Texts) => Object.values(all).map((text) => /^['"]?draft['"]?:.*$/im.exec(text)?.[0]);
  expect(draft(after(texts, batch))).toEqual(draft(texts));
});

law.prop([vaults, choices], { numRuns: 30 })("the index given stays as it is", (texts, choose) => {
  const fixing = fixingOf(texts, choose);
  const before = lintAll(fixing);
  finishBatch(
    fixBatch(Object.keys(texts), fixing),
    (path) => new Map(Object.entries(texts)).get(path) ?? null,
  );
  expect(lintAll(fixing)).toEqual(before);
});

function lintEach(texts: Texts): ReadonlyMap<string, readonly Diagnostic[]> {
  const { vault, linter } = fixingOf(texts, sureRepairs());
  return new Map(
    Object.keys(texts).map((path) => {
      const note = vault.note(path);
      return [path, note ? linter.lint(note, vault) : []];
    }),
  );
}
