import { fc } from "@fast-check/jest";
import type { NoteType } from "../../src/journal/conventions.ts";

/** Words that mean something to YAML, Markdown, links or a file system, in all places of a title. */
const pieces = fc.constantFrom(
  ..."a b the and 1 2026 null true ~ # ## C# #tag : :: - -- @ % %% & * ** _x_ ! | > < ? ' \" ` [ ] [[x]] { } ( ) \\ / . ... , ; = ==x== $x$ ^id".split(
    " ",
  ),
  ..."<b> </div> <!-- --> TCP/IP 10:30 https://a.b/c [x](y.md) ![[z]] con NUL.txt é e\u0301 日本語 שלום مرحبا 💡 👨‍👩‍👧 \u200F \u00A0 \uFEFF \u2019".split(
    " ",
  ),
  " ",
  "  ",
  "long words that go on and on ".repeat(4),
);

/** Titles that a note may have, or not. */
export const titles = fc
  .array(pieces, { minLength: 1, maxLength: 12 })
  .chain((words) => fc.constantFrom(words.join(""), words.join(" ")));

const codes = ["TJ", "E", "GN", "MR"] as const;
const requirable = [
  "title",
  "tags",
  "draft",
  "description",
  "created",
  "updated",
  "note_id",
  "cssclasses",
  "keywords",
  "source",
  "Rating",
] as const;

/** Note types of one vault: codes, classes, tags and folders of their own. */
export const types: fc.Arbitrary<readonly NoteType[]> = fc
  .subarray([...codes], { minLength: 1 })
  .chain((some) => fc.tuple(...some.map((code) => typeOf(code))));

function typeOf(code: string): fc.Arbitrary<NoteType> {
  const name = `type-${code.toLowerCase()}`;
  return fc.record({
    code: fc.constant(code),
    classes: fc.constantFrom([], [name], [name, `${name}-wide`]),
    tags: fc.constantFrom([], [name], [name, `${name}/old`]),
    folders: fc.constantFrom([], [`Notes/${code}`]),
    required: fc.shuffledSubarray([...requirable]),
    properties: fc.subarray([
      { name: "rating", kind: "number" as const, values: [] },
      { name: "draft", kind: "text" as const, values: ["sketch", "done"] },
      { name: "created", kind: "datetime" as const, values: [] },
      { name: "source", kind: "text" as const, values: ["a book"] },
      { name: "keywords", kind: "list" as const, values: ["a", "b"] },
      { name: "publish", kind: "checkbox" as const, values: [true] },
    ]),
    sections: fc.constantFrom([], ["my take", "linkage"], ["scene cut", "my take"]),
    linkage: fc.constantFrom("required" as const, "optional" as const),
    ending: fc.constantFrom(null, "#"),
  });
}

/** How one author writes: each note of a vault may be written by another. */
interface Habit {
  readonly order: readonly string[];
  readonly eol: string;
  readonly quote: string;
  readonly list: string;
  readonly time: string;
  readonly block: string;
  readonly heading: boolean;
}

const habits: fc.Arbitrary<Habit> = fc.record({
  order: fc.shuffledSubarray(
    [...requirable, "aliases", "publish", "author", "tag", "titel", "linkage-disable"],
    { minLength: 3 },
  ),
  eol: fc.constantFrom("\n", "\n", "\r\n"),
  quote: fc.constantFrom("", '"', "'"),
  list: fc.constantFrom("[", "- ", "  - ", "    -  "),
  time: fc.constantFrom("", "", "T10:00", "T10:00:05", "T10:00+02:00", "T10:00:05Z", " 10 h"),
  block: fc.constantFrom("", "tree", "list", "line"),
  heading: fc.boolean(),
});

/** The notes of a vault by path: some of each of its types, written after a few habits. */
export function notesOf(known: readonly NoteType[]): fc.Arbitrary<Readonly<Record<string, string>>> {
  const note = fc.record({
    type: fc.constantFrom(...known),
    year: fc.constantFrom("2024", "2025", "2026"),
    sequence: fc.integer({ min: 1, max: 120 }),
    place: fc.constantFrom("flat", "year"),
    habit: fc.nat(2),
  });
  return fc
    .tuple(fc.array(habits, { minLength: 3, maxLength: 3 }), fc.array(note, { maxLength: 12 }))
    .map(([ways, notes]) =>
      Object.fromEntries(
        notes.flatMap(({ type, year, sequence, place, habit }, at) => {
          const way = ways[habit];
          const folder = (type.folders[0] ?? "Journal") + (place === "year" ? `/${year}` : "");
          return way ? [[`${folder}/note ${String(at)}.md`, textOf(type, year, sequence, way)]] : [];
        }),
      ),
    );
}

function textOf(type: NoteType, year: string, sequence: number, habit: Habit): string {
  const { eol, quote, list, time, block, heading } = habit;
  const scalar = (text: string): string => quote + text + quote;
  const items = (texts: readonly string[]): string =>
    list === "["
      ? ` [${texts.map(scalar).join(", ")}]`
      : texts.map((text) => eol + list + scalar(text)).join("");
  const values: Readonly<Record<string, string>> = {
    title: ` ${scalar("some title")}`,
    tags: items([...type.tags, "ai", `y${year}`, year]),
    draft: " false",
    description: ` ${scalar("what it is")}`,
    created: ` ${scalar(`${year}-01-25${time}`)}`,
    updated: ` ${scalar(`${year}-02-01${time}`)}`,
    note_id: ` "${year.slice(2)}0125${type.code}${String(sequence).padStart(2, "0")}"`,
    cssclasses: items([...type.classes, "wide"]),
    keywords: items(["k"]),
    source: ` ${scalar("a book")}`,
    Rating: " 5",
    aliases: " []",
    publish: " true",
    author: ` ${scalar("me")}`,
    tag: " old",
    titel: " x",
    "linkage-disable": " [tag-spelling]",
  };
  const properties = habit.order.map((name) => `${name}:${values[name] ?? ""}`);
  const body = [
    ...(heading ? ["", "# some title"] : []),
    "",
    "## my take",
    "words",
    "",
    ...(blocks[block] ?? []),
    "#",
    "",
  ];
  return ["---", ...properties, "---", ...body].join(eol);
}

const blocks: Readonly<Record<string, readonly string[]>> = {
  tree: [
    '<div class="linkage-tree">',
    "  <ul>",
    "    <li>tags",
    "      <ul>",
    "        <li>#ai</li>",
    "        <li>#b</li>",
    "      </ul>",
    "    </li>",
    "  </ul>",
    "</div>",
    "",
  ],
  list: [
    "## linkage",
    '<div class="linkage">',
    "<ul>",
    "<li>[[a]]</li>",
    "<li>b</li>",
    "</ul>",
    "</div>",
    "",
  ],
  line: ['<div class="linkage"><ul><li>#a, #b and [[c]]</li></ul></div>', ""],
};
