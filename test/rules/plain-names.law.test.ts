import { fc, test } from "@fast-check/jest";
import { scanTag } from "../../src/note/tags.ts";
import { isClassName } from "../../src/rules/malformed-cssclass.ts";
import { tagFault } from "../../src/rules/tag-fault.ts";

/** Names of a few characters that are told apart, plain ones more often than others. */
const name = fc
  .array(fc.constantFrom(...Array.from("aZ09_-/aZ09_-/ #.,é日\u{1F600}\u2028\u00A0ſK")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((characters) => characters.join(""));

test.prop([name])("an item of the frontmatter has no fault where the text takes it for a tag", (tag) => {
  expect(tagFault(tag) === null).toBe(scanTag(`#${tag}`, 0) === tag.length + 1);
});

test.prop([name])("a class is a CSS identifier, be it plain or not", (text) => {
  const identifier = /^(?:--|-?[a-z_\u0080-\u{10FFFF}])[\w\u0080-\u{10FFFF}-]*$/iu;
  expect(isClassName(text)).toBe(identifier.test(text) && !/\s/.test(text));
});
