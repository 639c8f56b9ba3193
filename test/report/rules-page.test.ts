import { readFileSync } from "node:fs";
import { fromMarkdown } from "mdast-util-from-markdown";
import { listedRules } from "../../src/report/rule-list.ts";
import { ruleLines } from "../../src/report/rule-text.ts";
import { rulesPage } from "../../src/report/rules-page.ts";
import { plainScreen } from "../../src/report/screen.ts";
import { allExamples } from "../../src/rules/examples/all-examples.ts";
import type { Example } from "../../src/rules/examples/example.ts";

test("docs/rules.md says what the rules say; npm run docs writes it anew", () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(rulesPage());
});

test("examples do not break out of their blocks: the page has the headings meant, and no more", () => {
  const { children } = fromMarkdown(rulesPage());
  const headings = children.flatMap((node) =>
    node.type === "heading" && node.depth < 3
      ? node.children.map((child) => ("value" in child ? child.value : ""))
      : [],
  );
  expect(headings).toEqual(["Rules", ...listedRules.map(({ id }) => id)]);
  expect(children.filter(({ type }) => type === "html")).toHaveLength(1);
  const texts = [...allExamples.values()].flat().length;
  expect(children.filter(({ type }) => type === "code").length).toBeGreaterThan(texts);
});

describe.each(listedRules.map((rule) => [rule.id, rule] as const))("linkage rules %s", (id, rule) => {
  const examples = allExamples.get(id) ?? [];
  const lines = [...ruleLines(rule, examples, plainScreen)];

  test("shows every example with what becomes of it", () => {
    for (const { title, suggestions = [], fixed } of examples) {
      const at = lines.findIndex((line) => line === `- ${title}`);
      const next = lines.findIndex((line, index) => index > at && /^(?:- |It )/.test(line));
      const part = lines.slice(at, next < 0 ? lines.length : next).join("\n");
      for (const suggestion of suggestions) expect(part).toContain(suggestion);
      expect(part.includes("\n  repaired:\n")).toBe(fixed !== undefined);
    }
  });

  test("says how grave it is, and prints nothing that a terminal obeys", () => {
    expect(lines[0]).toBe(id);
    expect(lines.join("\n")).toContain(`\nseverity  ${rule.severity}`);
    expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });
});

test("a rule with options, a config and other notes is shown whole", () => {
  const [rule] = listedRules.filter(({ id }) => id === "unresolved-link");
  const example: Example = {
    title: "of everything something",
    path: "in/Note.md",
    text: "«[[a]]»\r\n",
    others: { "b.md": "# B\n", "c.md": "" },
    files: ["d.png"],
    config: "site: quartz\n",
    fixed: "[[b]]\r\n",
    suggestions: ["One", "Two"],
  };
  expect(rule && [...ruleLines(rule, [example], plainScreen)].join("\n")).toMatchInlineSnapshot(`
   "unresolved-link
   A link leads to a file of the vault.

   severity  warning
   notes     all
   repairs   sure ones, some to choose from
   options   ignoreTargets: []

   It finds what stands between « and »

   - of everything something
     with this linkage.yaml:
       site: quartz
     the note in/Note.md:
       «[[a]]»
     beside b.md:
       # B
     beside c.md, d.png
     repaired:
       [[b]]
     to choose from: One; Two"
  `);
});
