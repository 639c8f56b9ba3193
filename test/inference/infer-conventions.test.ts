import { inferConventions } from "../../src/inference/infer-conventions.ts";
import type { Inference } from "../../src/inference/inference.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { vaultOf } from "../vault/vault-of.ts";
import { type Alike, filesOf, journalOf } from "./journal-of.ts";

function infer(...kinds: readonly Alike[]): Inference {
  return inferConventions(journalOf(...kinds), null);
}

/** Each type in a line: `GN 6: .general-note #general-note Notes/GN`. */
function signs({ types }: Inference): readonly string[] {
  return types.map(({ type, notes }) =>
    [
      `${type.code} ${String(notes)}:`,
      ...type.classes.map((name) => `.${name}`),
      ...type.tags.map((name) => `#${name}`),
      ...type.folders,
    ].join(" "),
  );
}

const pages: Alike = { count: 3 };
const general: Alike = {
  count: 8,
  code: "GN",
  classes: ["general-note"],
  folder: "Notes/General_Notes/2023",
};
const report: Alike = {
  count: 6,
  code: "MR",
  classes: ["market-report"],
  tags: ["weekly", "market-report"],
  folder: "memo/2023",
};
const news: Alike = {
  count: 4,
  code: "MR",
  classes: ["market-news"],
  tags: ["market-news"],
  folder: "Notes/Market",
};

test.each<readonly [string, readonly Alike[], readonly string[]]>([
  ["nothing", [], []],
  ["notes without any sign", [{ count: 30 }], []],
  ["a code", [pages, { count: 5, code: "GN" }], ["GN 5:"]],
  ["too few notes of a code", [pages, { count: 4, code: "GN", classes: ["general-note"], folder: "GN" }], []],
  [
    "codes of single notes",
    [pages, general, { count: 1, code: "ET" }, { count: 1, code: "EP" }],
    ["GN 8: .general-note Notes/General_Notes"],
  ],
  [
    "a type of two classes, tags and folders",
    [pages, general, report, news],
    [
      "MR 10: .market-report .market-news #market-report #market-news memo Notes/Market",
      "GN 8: .general-note Notes/General_Notes",
    ],
  ],
  [
    "the folder that is called as the code, though it holds few notes",
    [
      pages,
      { ...general, count: 60 },
      { count: 1, code: "GN", classes: ["general-note"], folder: "GN/2023" },
    ],
    ["GN 61: .general-note Notes/General_Notes GN"],
  ],
  [
    "no folder that holds a stray note",
    [pages, { ...general, count: 60 }, { count: 1, code: "GN", classes: ["general-note"], folder: "Inbox" }],
    ["GN 61: .general-note Notes/General_Notes"],
  ],
  [
    "a type without a class",
    [
      general,
      { count: 5, code: "KW", tags: ["keyword-index", "ethics"], folder: "Notes/Keywords" },
      { count: 2, tags: ["ethics"] },
    ],
    ["GN 8: .general-note Notes/General_Notes", "KW 5: #keyword-index Notes/Keywords"],
  ],
  [
    "both spellings of a tag",
    [
      pages,
      { ...general, tags: ["general-note"] },
      { ...general, count: 3, tags: ["GeneralNote", "ai"] },
      { count: 3, tags: ["ai"] },
    ],
    ["GN 11: .general-note #general-note #GeneralNote Notes/General_Notes"],
  ],
  [
    "no tag of what notes are about, though no other notes have it",
    [
      pages,
      { ...general, count: 20, tags: ["general-note"] },
      { ...general, count: 5, tags: ["general-note", "bitcoin"] },
    ],
    ["GN 25: .general-note #general-note Notes/General_Notes"],
  ],
  [
    "no tag that but few of its notes have",
    [pages, general, { ...general, count: 4, tags: ["general-note"] }],
    ["GN 12: .general-note Notes/General_Notes"],
  ],
  [
    "a tag in the body",
    [pages, { count: 6, code: "GN", body: "On #general-note and #general-note" }],
    ["GN 6: #general-note"],
  ],
  [
    "no class that all notes of the vault have",
    [
      { count: 6, code: "GN", classes: ["wide", "general-note"] },
      { count: 6, code: "TP", classes: ["thoughtpiece", "wide"] },
    ],
    ["GN 6: .general-note", "TP 6: .thoughtpiece"],
  ],
  [
    "no class that all have, of one type",
    [{ count: 6, code: "GN", classes: ["wide"], folder: "Notes" }],
    ["GN 6:"],
  ],
  [
    "no class that notes of all types have",
    [pages, { count: 6, code: "GN", classes: ["wide"] }, { count: 6, code: "TP", classes: ["wide"] }],
    ["GN 6:", "TP 6:"],
  ],
  [
    "notes without a code that show a type's signs",
    [general, { ...general, count: 2, code: "" }, pages],
    ["GN 10: .general-note Notes/General_Notes"],
  ],
  [
    "no folder around the notes of two types",
    [
      pages,
      { count: 60, code: "GN", folder: "Notes/General" },
      { count: 6, code: "TP", folder: "Notes/Think" },
    ],
    ["GN 60: Notes/General", "TP 6: Notes/Think"],
  ],
  [
    "no class or tag that is none",
    [pages, { count: 6, code: "GN", classes: ["a b", ""], tags: ["2023", "a b", "##x"] }],
    ["GN 6:"],
  ],
])("finds %s", (_, kinds, expected) => {
  expect(signs(infer(...kinds))).toEqual(expected);
});

test.each<readonly [string, readonly Alike[], readonly string[]]>([
  [
    "classes with folders of their own",
    [
      pages,
      { count: 6, classes: ["recipe"], folder: "Kitchen/Recipes" },
      { count: 5, classes: ["book-note"], folder: "Books" },
    ],
    ["RE 6: .recipe Kitchen/Recipes", "BN 5: .book-note Books"],
  ],
  ["a class and a tag", [pages, { count: 6, classes: ["recipe"], tags: ["food"] }], ["RE 6: .recipe #food"]],
  [
    "a tag and a folder",
    [pages, { count: 6, tags: ["recipe"], folder: "Recipes" }],
    ["RE 6: #recipe Recipes"],
  ],
  [
    "notes of several classes",
    [
      pages,
      { count: 6, classes: ["dinner", "recipe"], folder: "Recipes" },
      { count: 6, classes: ["recipe"], folder: "Recipes" },
    ],
    ["RE 12: .recipe Recipes"],
  ],
  ["not a class alone", [pages, { count: 6, classes: ["wide"] }], []],
  [
    "not a class here and there in folders",
    [
      { count: 6, classes: ["wide"], folder: "a" },
      { count: 6, folder: "a" },
      { count: 6, folder: "b" },
      { count: 2, classes: ["wide"], folder: "b" },
    ],
    [],
  ],
  ["not a folder alone", [pages, { count: 9, folder: "Diary" }], []],
  ["not what all notes have", [{ count: 9, classes: ["wide"], tags: ["me"], folder: "Notes" }], []],
  [
    "not notes that have codes of their own",
    [
      pages,
      ...["ET", "EP", "MA", "ZO", "YO", "SO"].map((code) => ({
        count: 1,
        code,
        classes: ["philo-dump"],
        folder: "Philosophy",
      })),
    ],
    [],
  ],
  [
    "no code that a note id has",
    [pages, { count: 6, classes: ["recipe"], folder: "Recipes" }, { count: 1, code: "RE" }],
    ["REC 6: .recipe Recipes"],
  ],
])("finds where no note type has a code: %s", (_, kinds, expected) => {
  expect(signs(infer(...kinds))).toEqual(expected);
});

/** What a type of `count` notes asks of each, of which `more` differ. */
function asked(count: number, alike: Partial<Alike>, more: number, other: Partial<Alike>) {
  const inference = infer(pages, { ...alike, count, code: "GN" }, { ...other, count: more, code: "GN" });
  const [type] = inference.conventions.types;
  return {
    required: type?.required.filter((name) => name !== "note_id"),
    sections: type?.sections,
    linkage: type?.linkage,
    ending: type?.ending,
  };
}

const nothing = { required: [], sections: [], linkage: "optional", ending: null };
const block = '<div class="linkage">\n<ul><li>[[a]]</li></ul>\n</div>\n';

test.each<readonly [string, Partial<Alike>, number, number, Partial<Alike>, object]>([
  ["a property of 95%", { yaml: "title: a\nTags: [b]" }, 19, 1, {}, { required: ["title", "Tags"] }],
  ["not one of fewer", { yaml: "title: a" }, 18, 1, {}, {}],
  ["not an empty one", { yaml: "title: a" }, 18, 2, { yaml: "title: ''" }, {}],
  [
    "what those have whose properties can be read",
    { yaml: "title: a" },
    5,
    3,
    { yaml: "title: a: b", folder: "GN" },
    { required: ["title"] },
  ],
  [
    "a section of 90%",
    { body: "# a\n## my take\n\n## linkage" },
    9,
    1,
    { body: "## My *take*:\n" },
    { sections: ["a", "my take", "linkage"] },
  ],
  ["not one of fewer", { body: "## my take" }, 8, 1, {}, {}],
  ["no section that a config reads otherwise", { body: "## # my take\n" }, 5, 0, {}, {}],
  ["a linkage block of 95%", { body: block }, 19, 1, {}, { linkage: "required" }],
  ["not one of fewer", { body: block }, 18, 1, {}, {}],
  ["the line that notes end with", { body: "a\n\n#" }, 9, 1, {}, { ending: "#" }],
  [
    "the same where others end with their first heading over again",
    { body: "a\n\n##" },
    6,
    4,
    { body: "# b\n\na\n\n# b" },
    { ending: "##" },
  ],
  ["not where few end with it", { body: "a\n\n#" }, 4, 6, { body: "# b\n\na\n\n# b" }, {}],
])("asks for %s", (_, alike, count, more, other, expected) => {
  const found = asked(count, alike, more, other);
  expect({
    ...found,
    ...("sections" in expected
      ? {}
      : { sections: found.sections?.filter((name) => name !== "a" && name !== "b") }),
  }).toEqual({ ...nothing, ...expected });
});

test("leaves what the app or the config leaves out", () => {
  const files = filesOf({ ...general, folder: "Templates" }, pages);
  const conventions = { ...techJournal, excluded: (path: string) => path.startsWith("Templates/") };
  expect(inferConventions(vaultOf(files, conventions), null)).toMatchObject({ notes: 3, types: [] });
});

test("has rules be silent that would speak of each note of a kind", () => {
  const { conventions } = infer(
    general,
    { count: 6, code: "KW", folder: "Keywords", body: "No source" },
    { count: 6, code: "RD", folder: "Digests", body: "<https://a.example>" },
    ...["ET", "EP", "MA", "ZO", "YO", "SO"].map((code) => ({ count: 1, code, folder: "Philosophy" })),
  );
  expect([...conventions.rules]).toEqual([
    ["unknown-note-type", { ignore: ["/Philosophy/"], options: {} }],
    ["missing-source", { ignore: ["/Notes/General_Notes/", "/Keywords/"], options: {} }],
  ]);
});

test("knows targets that many notes link to and that are no notes", () => {
  const found = infer(
    { count: 7, code: "GN", body: "[[Latency Budget]] [[note 1]]" },
    { count: 2, body: "[[Once]]" },
  );
  expect(found.placeholders).toEqual([{ name: "Latency Budget", notes: 7 }]);
});

test("without types the built-in conventions hold, and the site is what the host has found", () => {
  const site = { site: "quartz", file: "quartz.config.ts" } as const;
  expect(inferConventions(journalOf(pages), site).conventions).toEqual({ ...techJournal, site: "quartz" });
});

test("tells of what goes together without a code, where types have codes", () => {
  const { types, uncoded } = infer(pages, general, { count: 6, classes: ["recipe"], folder: "Recipes" });
  expect(types.map(({ type }) => type.code)).toEqual(["GN"]);
  expect(uncoded).toEqual([{ code: "RE", notes: 6, classes: ["recipe"], tags: [], folders: ["Recipes"] }]);
});
