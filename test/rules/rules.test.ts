import { readdirSync, readFileSync } from "node:fs";
import { fixFor, suggestionsFor } from "../../src/lint/diagnostic.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { allExamples } from "../../src/rules/examples/all-examples.ts";
import { readOptions } from "../../src/rules/rule-options.ts";
import { mark, unmark } from "../marked.ts";
import {
  added,
  faultsOfSentence,
  lintExample,
  lintFiles,
  once,
  repaired,
  repairsOf,
} from "./lint-example.ts";

const cases = allRules.flatMap((rule) =>
  (allExamples.get(rule.id) ?? []).map((example) => [rule.id, example.title, rule, example] as const),
);

describe.each(cases)("%s: %s", (_id, _title, rule, example) => {
  const { text } = unmark(example.text);
  const found = lintExample([rule], { ...example, text });
  const messages = found.map(({ message }) => message);
  const fixes = found.flatMap((finding) => fixFor(finding, text) ?? []);
  const repairs = found.flatMap((finding) => repairsOf(finding, text));

  test("reports what is marked", () => {
    expect(mark(text, once(found.map(({ range }) => range)))).toBe(example.text);
  });

  test("reports the files that it names", () => {
    const reported = lintFiles(rule, { ...example, text });
    expect(reported.map((diagnostic) => diagnostic.path)).toEqual(example.reported ?? []);
    expect(reported.flatMap(({ message }) => faultsOfSentence(message))).toEqual([]);
  });

  test("is fixed as it says", () => {
    expect(fixes.length > 0 ? repaired(text, fixes) : undefined).toBe(example.fixed);
  });

  test("suggests what it says", () => {
    const titles = found
      .slice(0, 1)
      .flatMap((first) => suggestionsFor(first, text).map(({ title }) => title));
    expect(titles.length > 0 ? titles : undefined).toEqual(example.suggestions);
  });

  test("says it in one sentence", () => {
    const sentences = [...messages, ...repairs.map(({ title }) => title)];
    expect(sentences.flatMap(faultsOfSentence)).toEqual([]);
  });

  test("each fix takes its problem away and brings no other", () => {
    for (const problem of found) {
      const { message } = problem;
      const repair = fixFor(problem, text);
      if (repair === null) continue;
      const after = lintExample([rule], { ...example, text: repaired(text, [repair]) }).map(
        (left) => left.message,
      );
      expect(added(messages, [...after, message])).toEqual([]);
    }
  });

  test("no repair writes another line end", () => {
    for (const repair of repairs) {
      const written = repaired(text, [repair]);
      expect(written).not.toBe(text);
      expect(written.match(/\r(?!\n)/g)).toBeNull();
      expect(written.match(text.includes("\r\n") ? /(?:^|[^\r])\n/g : /\r/g)).toBeNull();
    }
  });
});

test.each(allRules.map(({ id }) => id))("%s has examples of what it reports and of what not", (id) => {
  const examples = allExamples.get(id) ?? [];
  const isClean = examples.map(({ text, reported }) => unmark(text).ranges.length === 0 && !reported);
  expect(examples.length).toBeGreaterThanOrEqual(3);
  expect(new Set(isClean)).toEqual(new Set([true, false]));
  expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
});

test.each(allRules)("$id says what holds where it finds nothing", ({ summary }) => {
  expect(summary).toMatch(/^[A-Z][^\n]*[^.\n]\.$/);
});

test.each(allRules)("$id has the usual options where nothing is said of them", ({ options }) => {
  expect(options.schema().parse({})).toEqual(options.usual);
  expect(readOptions(options, {})).toBe(options.usual);
});

test("there is a rule in each file that defines one, called as the file", () => {
  const files = readdirSync("src/rules").filter((name) =>
    /= define(?:File|Suppression)?Rule\(\{/.test(readSource(name)),
  );
  expect(allRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test("there are examples in each file of them, and none of another rule", () => {
  const files = readdirSync("src/rules/examples").filter(
    (name) => name !== "example.ts" && name !== "all-examples.ts",
  );
  expect([...allExamples.keys()].map((id) => `${id}.ts`).sort()).toEqual(files.sort());
  expect([...allExamples.keys()].sort()).toEqual(allRules.map(({ id }) => id).sort());
});

function readSource(name: string): string {
  return name.endsWith(".ts") ? readFileSync(`src/rules/${name}`, "utf8") : "";
}
