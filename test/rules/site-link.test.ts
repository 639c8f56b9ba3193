import { missingTargetRules } from "../../src/rules/missing-target-rules.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { lintExample } from "./lint-example.ts";

const rules = allRules.filter(({ id }) => id === "site-link" || missingTargetRules.includes(id));

/** Five notes that link to it make a target of three letters, which is like no name, a placeholder. */
const linking = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.md`, "[[A B]]"]));

describe("a link that leads nowhere in Obsidian or on the site is told once", () => {
  test.each([
    ["nowhere in either", "[[Nowhere]]", "", ["unresolved-link"]],
    ["on the site alone", "[[Field Notes]]", "", ["unresolved-link"]],
    ["on the site alone, where others miss it, too", "[[A B]]", "", ["unresolved-link"]],
    ["on the site alone, and left so on purpose", "[[A B]]", "placeholders: [A B]\n", []],
    ["in Obsidian alone", "[[field-notes]]", "", ["site-link"]],
    ["in both", "[[Field-Notes]]", "", []],
  ])("%s", (_, text, config, expected) => {
    const example = {
      text,
      config: `site: quartz\n${config}`,
      others: { ...linking, "Field-Notes.md": "", "A-B.md": "" },
    };
    expect(lintExample(rules, example).map(({ rule }) => rule)).toEqual(expected);
  });
});
