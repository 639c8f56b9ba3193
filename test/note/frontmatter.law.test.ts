import { fc, test } from "@fast-check/jest";
import { isScalar, parseDocument, visit } from "yaml";
import { parseFrontmatter } from "../../src/note/frontmatter.ts";
import type { Frontmatter } from "../../src/note/note.ts";
import type { TextRange } from "../../src/text/range.ts";
import { frontmatterYaml } from "./random-yaml.ts";

/** Notes with frontmatter, and such as almost have it. */
const note = fc
  .tuple(
    fc.constantFrom("---\n", "---\n", "---\n", "--- \r\n", "\n---\n", " ---\n", "----\n", ""),
    frontmatterYaml(),
    fc.constantFrom("---\n", "---\n", "---", "--- \r\nbody", "----\n", "--- a\n", ""),
  )
  .map((parts) => parts.join(""));

test.prop([note], { numRuns: 700 })(
  "every range of the frontmatter lies in the text, and in its YAML",
  (text) => {
    const frontmatter = parseFrontmatter(text);
    expect(within(frontmatter.yaml, frontmatter) && within(frontmatter, { from: 0, to: text.length })).toBe(
      true,
    );
    expect(rangesIn(frontmatter).filter((range) => !within(range, frontmatter.yaml))).toEqual([]);
  },
);

test.prop([note], { numRuns: 700 })(
  "a list has as many items as values, and no other value has any",
  (text) => {
    for (const { value, items } of parseFrontmatter(text).properties) {
      expect(items?.map((item) => item.value) ?? null).toEqual(Array.isArray(value) ? value : null);
    }
  },
);

test.prop([frontmatterYaml()], { numRuns: 700 })("values equal what the yaml package gives", (yaml) => {
  const { yaml: range, properties, state } = parseFrontmatter(`---\n${yaml}---\n`);
  const expected = valuesOf(`---\n${yaml}---\n`.slice(range.from, range.to));
  expect(state).toBe(expected === null ? "unreadable" : "read");
  if (expected !== null)
    expect(Object.fromEntries(properties.map(({ key, value }) => [key, value]))).toEqual(expected);
});

function within(inner: TextRange, outer: TextRange): boolean {
  return outer.from <= inner.from && inner.from <= inner.to && inner.to <= outer.to;
}

function rangesIn({ properties, faults }: Frontmatter): readonly TextRange[] {
  return [
    ...properties.flatMap(({ keyRange, valueRange, items }) => [keyRange, valueRange, ...(items ?? [])]),
    ...faults,
  ];
}

/**
 * The map as the package itself reads it; null if it cannot, or if it is no map, or if an alias leads into itself.
 * Lists and maps as keys are left out: we write them as the author did, the package in its own way.
 */
function valuesOf(yaml: string): unknown {
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: "error" });
  visit(document, {
    Pair: (_, { key }) => {
      fc.pre(isScalar(key));
    },
  });
  if (document.errors.length > 0) return null;
  try {
    const values: unknown = document.toJS() ?? {};
    JSON.stringify(values);
    return typeof values === "object" && !Array.isArray(values) ? values : null;
  } catch {
    return null;
  }
}
