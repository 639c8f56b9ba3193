import { test as law } from "@fast-check/jest";
import { fixFor, type Diagnostic } from "../../src/lint/diagnostic.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { added, lintExample, repairsOf } from "../rules/lint-example.ts";
import { randomNotes, surroundings } from "../rules/random-note.ts";

const runs = { numRuns: 120 };

/** Fixes after which more of the note is read than before: what they uncover is not theirs. */
const uncovering: ReadonlySet<string> = new Set(["invalid-frontmatter", "malformed-linkage"]);

law.prop([randomNotes()], runs)("a repair takes its problem away, and its rule finds no other", (text) => {
  const before = lint(text);
  for (const finding of before) {
    for (const repair of repairsOf(finding, text)) {
      const after = messagesOf(finding.rule, lint(applyEdits(text, repair.edits)));
      if (finding.rule === "invalid-frontmatter") expect(after).not.toContain(finding.message);
      else expect(added(messagesOf(finding.rule, before), [...after, finding.message])).toEqual([]);
    }
  }
});

law.prop([randomNotes()], runs)(
  "a fix changes one property, where one link leads, or the last heading",
  (text) => {
    const before = facts(parseNote("Note.md", text));
    for (const problem of lint(text)) {
      const { rule } = problem;
      const repair = uncovering.has(rule) ? null : fixFor(problem, text);
      if (repair === null) continue;
      const after = facts(parseNote("Note.md", applyEdits(text, repair.edits)));
      const last = rule === "repeated-heading" ? before.headings.slice(after.headings.length) : [];
      expect([...after.headings, ...last]).toEqual(before.headings);
      expect(last.length).toBeLessThanOrEqual(1);
      expect(after.rest).toEqual(before.rest);
      const changed = after.properties.filter((value, at) => value !== before.properties[at]);
      expect(changed.length).toBeLessThanOrEqual(1);
      const led = after.links.filter((target, at) => target !== before.links[at]);
      if (rule === "unresolved-link") expect(new Set(led).size).toBe(1);
    }
  },
);

law.prop([randomNotes()], runs)("a repair writes no line end that the note does not have", (text) => {
  const breaks = new Set(text.match(lineEnds));
  for (const repair of lint(text).flatMap((finding) => repairsOf(finding, text))) {
    const written = applyEdits(text, repair.edits).match(lineEnds) ?? [];
    expect(written.filter((end) => !breaks.has(end))).toEqual([]);
  }
});

const lineEnds = /\r\n|\n|\r/g;

law.prop([randomNotes()], runs)(
  "one fix after another comes to an end, where nothing is left to fix",
  (text) => {
    const seen = new Set<string>();
    for (let fixed: string | null = text; fixed !== null; fixed = fixedOnce(fixed)) {
      expect(seen).not.toContain(fixed);
      seen.add(fixed);
    }
  },
);

function lint(text: string): readonly Diagnostic[] {
  return lintExample(allRules, { text, others: surroundings });
}

function messagesOf(rule: string, found: readonly Diagnostic[]): readonly string[] {
  return found.filter((diagnostic) => diagnostic.rule === rule).map(({ message }) => message);
}

/** The text after its first fix, or null if it has none. */
function fixedOnce(text: string): string | null {
  for (const problem of lint(text)) {
    const repair = fixFor(problem, text);
    if (repair) return applyEdits(text, repair.edits);
  }
  return null;
}

/** What a fix may change, each by its place, and the rest, which none may. */
function facts({ frontmatter, links, headings, tags, blockIds, linkageBlocks, externalLinks }: Note) {
  return {
    properties: frontmatter.properties.map(({ key, value }) => JSON.stringify([key, value])),
    links: links.map(({ linkpath }) => linkpath),
    headings: headings.map(({ level }) => level),
    rest: {
      state: frontmatter.state,
      count: [frontmatter.properties.length, externalLinks.length, linkageBlocks.length],
      words: [...tags.map(({ tag }) => tag), ...blockIds.map(({ id }) => id)],
    },
  };
}
