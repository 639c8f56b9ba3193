import {
  listOf,
  property,
  publicationOf,
  tagsOf,
  textTagsOf,
  textOf,
  titleOf,
} from "../../src/journal/properties.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import type { Note } from "../../src/note/note.ts";
import { mark, unmark } from "../marked.ts";

function noteWith(yaml: string): Note {
  return parseNote("Note.md", `---\n${yaml}\n---\n`);
}

test.each([
  ["as written", "Title: a", "Title", "a"],
  ["in another letter case", "TITLE: a", "title", "a"],
  ["asked for in another letter case", "note_id: a", "Note_ID", "a"],
  ["the last of a repeated one", "title: a\ntitle: b", "title", "b"],
  ["the last in whatever letter case", "title: a\nTitle: b", "title", "b"],
  ["nothing", "title:", "title", null],
])("a property's value: %s", (_, yaml, name, value) => {
  expect(property(noteWith(yaml), name)?.value).toEqual(value);
});

test.each(["", "subtitle: a", "title: [", "- title"])("no property in %j", (yaml) => {
  expect(property(noteWith(yaml), "title")).toBeNull();
});

test.each([
  ["title: a", "a"],
  ["title: ''", ""],
  ["title: 1", null],
  ["title:", null],
  ["title: [a]", null],
  ["", null],
])("the title of %j is %j", (yaml, title) => {
  expect(textOf(property(noteWith(yaml), "title"))).toBe(title);
  expect(titleOf(noteWith(yaml))).toBe(title);
});

test.each([
  ["tags: [«a», «'b'»]", ["a", "b"]],
  ["tags:\n  - «a»\n  - «b c»", ["a", "b c"]],
  ["tags: «a»", ["a"]],
  ["tags: «a, b»", ["a, b"]],
  ["tags: [«'#a'», «\"##b\"»]", ["a", "#b"]],
  ["tags: [«2023», «true», «1.5»]", ["2023", "true", "1.5"]],
  ["tags: «2023»", ["2023"]],
  ["tags: [«a», [b], { c: d }, null, ~]", ["a"]],
  ["tags: []", []],
  ["tags: ''", []],
  ["tags:", []],
  ["tags: { a: b }", []],
  ["Tags: [«a»]", ["a"]],
])("the tags of %j", (yaml, texts) => {
  const marked = `---\n${yaml}\n---\n`;
  const { text } = unmark(marked);
  const note = parseNote("Note.md", text);
  const tags = tagsOf(note);
  expect(tags.map((tag) => tag.text)).toEqual(texts);
  expect(textTagsOf(note)).toEqual(tags.filter(({ isText }) => isText).map((tag) => tag.text));
  expect(mark(text, tags)).toBe(marked);
});

test("a list's items say whether they are text", () => {
  const items = listOf(property(noteWith('keywords: [a, 1, true, "1", "#b"]'), "keywords"));
  expect(items.map(({ text, isText }) => [text, isText])).toEqual([
    ["a", true],
    ["1", false],
    ["true", false],
    ["1", true],
    ["#b", true],
  ]);
});

test("an absent property has no text and no items", () => {
  expect(textOf(null)).toBeNull();
  expect(listOf(null)).toEqual([]);
});

test.each([
  ["draft: true", true],
  ["draft: 'true'", true],
  ["Draft: true", true],
  ["draft: false", false],
  ["draft: yes", false],
  ["draft: 1", false],
  ["draft: [true]", false],
  ["draft:", false],
  ["", false],
])("%j is a draft: %j", (yaml, draft) => {
  for (const site of [null, "quartz"] as const)
    expect(publicationOf(noteWith(yaml), site)).toBe(draft ? "draft" : "published");
});

test.each([
  ["publish: true", true],
  ["Publish: true", true],
  ["publish: true\ndraft: true", true],
  ["publish: false", false],
  ["publish: 'true'", false],
  ["publish: [true]", false],
  ["publish:", false],
  ["draft: false", false],
  ["", false],
])("%j is on a site of Obsidian Publish: %j", (yaml, isPublished) => {
  expect(publicationOf(noteWith(yaml), "publish")).toBe(isPublished ? "published" : "not published");
});
