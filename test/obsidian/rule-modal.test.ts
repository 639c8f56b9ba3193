/** @jest-environment jsdom */
import { RuleModal } from "../../src/obsidian/rule-modal.ts";
import { appOf, original } from "./app.ts";

function textOf(id: string): string {
  return new RuleModal(original(appOf({})), id).contentEl.textContent;
}

test("says what is to be known of a rule", () => {
  const text = textOf("missing-property");
  expect(text).toContain("A note has every property that its type requires.");
  expect(text).toContain("Warning");
  expect(text).toContain("Those that have a note type");
  expect(text).toContain("%% linkage-disable-next-line missing-property %%");
  expect(text).toContain("linkage-disable: [missing-property]");
});

test("of a rule on files it says no exception that a note could make", () => {
  const text = textOf("unreadable-file");
  expect(text).toContain("Every file of the vault can be read.");
  expect(text).not.toContain("linkage-disable");
});

test("says that there is no such rule", () => {
  expect(textOf("nope")).toBe("No rule has this name");
});
