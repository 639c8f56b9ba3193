import { readFileSync, readdirSync } from "node:fs";
import { inlineTexts } from "./inline-texts.ts";

/** What looks like a text and is none: it is the same in every language. */
const notTranslated = [
  // Keys of the keyboard.
  ...["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ContextMenu", "End", "Enter", "F10", "Home"],
  ...["PageDown", "PageUp"],
  // Selectors, classes and the values of attributes.
  "div.linkage-tree, div.linkage",
  "a, code, pre",
  "linkage-diff-line linkage-diff-◦",
  "linkage-check linkage-check-◦",
  "noopener nofollow",
  // What an author writes into a note.
  "%% linkage-disable-next-line ◦ %%",
  "linkage-disable: [◦]",
  // A form of Unicode, the name of the program, and what keys of the config begin with.
  "NFC",
  "linkage: ◦\n",
];

const sources = [
  "src/main.ts",
  ...readdirSync("src/obsidian", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && path !== "texts.ts")
    .map((path) => `src/obsidian/${path}`),
];

test("all texts are in texts.ts", () => {
  const found = sources.flatMap((path) =>
    inlineTexts(readFileSync(path, "utf8")).flatMap((text) =>
      notTranslated.includes(text) ? [] : [`${path}: ${text}`],
    ),
  );
  expect(found).toEqual([]);
});

test("what is excepted is there", () => {
  const found = new Set(sources.flatMap((path) => inlineTexts(readFileSync(path, "utf8"))));
  expect(notTranslated.filter((text) => !found.has(text))).toEqual([]);
});

test.each([
  ["words", 'const said = "no file here";', "no file here"],
  ["a capital", 'return "Nowhere";', "Nowhere"],
  ["an ellipsis", 'const more = "more…";', "more…"],
  ["a template", "const said = `${count} of ${all} notes`;", "◦ of ◦ notes"],
  ["a template with one word", "const said = `Lint ${path}`;", "Lint ◦"],
  ["an element's text", 'el.createSpan({ cls: "a", text: "draft" });', "draft"],
  ["one of two", 'el.setText(isOn ? "on" : texts.off);', "on"],
  ["what stands for nothing", 'button.setButtonText(name ?? "unnamed");', "unnamed"],
  ["a label", 'el.setAttr("aria-label", "close");', "close"],
  ["a label among attributes", 'el.setAttrs({ "aria-label": "close" });', "close"],
  ["a tooltip", 'button.setTooltip("close");', "close"],
  ["a notice", 'new Notice("done");', "done"],
  ["a notice that is put together", "new Notice(`${name} done`);", "◦ done"],
  ["a command's name", 'plugin.addCommand({ id: "lint-note", name: "lint" });', "lint"],
  ["an option", 'dropdown.addOption("rule", "by rule");', "by rule"],
  ["an option of one word", 'dropdown.addOption("rule", "rules");', "rules"],
  ["an error", 'throw new Error("gone");', "gone"],
])("%s is a text", (_, source, text) => {
  expect(inlineTexts(source)).toEqual([text]);
});

test.each([
  ["a text from the table", "el.setText(texts.problems.title);"],
  ["a class", 'el.createSpan({ cls: "linkage-view-mark", text });'],
  ["an event", 'el.addEventListener("keydown", take);'],
  ["a kind that is compared", 'el.setText(kind === "file" ? texts.file : "");'],
  ["a number", 'el.createSpan({ text: "0" });'],
  ["a path that is put together", "const path = `${folder}/${name}`;"],
  ["an attribute's value", 'el.setAttr("role", "button");'],
  ["a type", 'let way: "next one" | "Last";'],
  ["an import", 'import { Notice } from "A b";'],
  ["a line for developers", 'console.debug("The choices are not kept", error);'],
])("%s is none", (_, source) => {
  expect(inlineTexts(source)).toEqual([]);
});
