import { fixFor } from "../../src/lint/diagnostic.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import type { Example } from "../../src/rules/examples/example.ts";
import { lintExample, repaired, repairsOf } from "./lint-example.ts";

/** Every repair of the first finding, in the order in which it is offered: title, and the text after it. */
type Repairs = readonly (readonly [title: string, text: string])[];

function repairs(rule: string, example: Omit<Example, "title">): Repairs {
  const [first] = lintExample(
    allRules.filter(({ id }) => id === rule),
    example,
  );
  if (first === undefined) throw new RangeError(`${rule} finds nothing in ${JSON.stringify(example.text)}`);
  return repairsOf(first, example.text).map((fix) => [fix.title, repaired(example.text, [fix])]);
}

/** The same for the YAML of a frontmatter. */
function yamlRepairs(rule: string, yaml: string, others: Readonly<Record<string, string>> = {}): Repairs {
  const inside = ({ 0: title, 1: text }: Repairs[number]) =>
    [title, text.slice("---\n".length, -"\n---\n".length)] as const;
  return repairs(rule, { text: `---\n${yaml}\n---\n`, others }).map(inside);
}

describe("property-type", () => {
  test.each<[yaml: string, repairs: Repairs]>([
    ["tags: ai", [["Write tags: [ai]", "tags: [ai]"]]],
    ["tags: 'ai'  # one", [["Write tags: ['ai']", "tags: ['ai']  # one"]]],
    ["tags: 2023", [['Write tags: ["2023"]', 'tags: ["2023"]']]],
    ["tags: ''", [["Write tags: []", "tags: []"]]],
    ["tags: |\n  ai\ndraft: true", [["Write tags: [ai]", "tags: [ai]\ndraft: true"]]],
    ["tags: ai act", [["Write tags: [ai, act]", "tags: [ai, act]"]]],
    ['tags: "[ai, c++]"', [["Write tags: [ai, c++]", "tags: [ai, c++]"]]],
    ["tags: { ai: 1 }", []],
    ["aliases: field notes", [["Write aliases: [field notes]", "aliases: [field notes]"]]],
    ["aliases: a [b]", [['Write aliases: ["a [b]"]', 'aliases: ["a [b]"]']]],
    ['aliases: "[[Home]]"', [['Write aliases: ["[[Home]]"]', 'aliases: ["[[Home]]"]']]],
    [
      "aliases: Doe, Jane",
      [
        ["Write aliases: [Doe, Jane]", "aliases: [Doe, Jane]"],
        ['Write aliases: ["Doe, Jane"]', 'aliases: ["Doe, Jane"]'],
      ],
    ],
    ["aliases: 64", [['Write aliases: ["64"]', 'aliases: ["64"]']]],
    ["aliases: [64, b]", [['Write "64"', 'aliases: ["64", b]']]],
    ["aliases:\n- a\n- # none\n- b", [["Remove the empty item", "aliases:\n- a\n- b"]]],
    ["aliases:\n- ", []],
    ["aliases:\n  - [[Home]]", [['Write "[[Home]]"', 'aliases:\n  - "[[Home]]"']]],
    ["title: [[Home]]", [['Write title: "[[Home]]"', 'title: "[[Home]]"']]],
    ["title: [a, b]", []],
    ["title: 1.10", [['Write title: "1.10"', 'title: "1.10"']]],
    ["title: !!int 5", [['Write title: "5"', 'title: !!int "5"']]],
    ["draft: 'false'", [["Write draft: false", "draft: false"]]],
    ['draft: "True"', [["Write draft: true", "draft: true"]]],
    [
      "draft:\n- true\ntitle: a",
      [
        ["Write draft: false", "draft: false\ntitle: a"],
        ["Write draft: true", "draft: true\ntitle: a"],
      ],
    ],
    [
      "draft: # why\n- true",
      [
        ["Write draft: false", "draft: # why\n  false"],
        ["Write draft: true", "draft: # why\n  true"],
      ],
    ],
    ["created: 20230718", [["Write created: 2023-07-18", "created: 2023-07-18"]]],
    [
      "created: 2023\nnote_id: 230718TJ01",
      [["Write created: 2023-07-18", "created: 2023-07-18\nnote_id: 230718TJ01"]],
    ],
    ["updated: 2023\nnote_id: 230718TJ01", []],
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("property-type", yaml)).toEqual(expected);
  });
});

describe("malformed-date", () => {
  test.each<[yaml: string, repairs: Repairs]>([
    ["created: 2023-07-18 9:30", [["Write created: 2023-07-18T09:30", "created: 2023-07-18T09:30"]]],
    ["created: 18/07/2023", [["Write created: 2023-07-18", "created: 2023-07-18"]]],
    ["created: ' 2023/7/18 '", [["Write created: 2023-07-18", "created: '2023-07-18'"]]],
    ["created: '18.7.2023'", [["Write created: 2023-07-18", "created: '2023-07-18'"]]],
    ["created: yesterday", []],
    [
      "created: yesterday\nnote_id: 230718TJ01",
      [["Write created: 2023-07-18", "created: 2023-07-18\nnote_id: 230718TJ01"]],
    ],
    ["updated: yesterday\nnote_id: 230718TJ01", []],
    ["created: |\n  2023/7/18\ntitle: a", [["Write created: 2023-07-18", "created: 2023-07-18\ntitle: a"]]],
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("malformed-date", yaml)).toEqual(expected);
  });
});

describe("malformed-tag", () => {
  const block = (...items: readonly string[]) =>
    `<div class="linkage-tree">\n<ul>\n${items.map((item) => `<li>${item}</li>\n`).join("")}</ul>\n</div>\n`;

  test.each<[yaml: string, repairs: Repairs]>([
    ['tags: ["##ai"]', [["Write ai", 'tags: ["ai"]'], ['Remove "##ai"', "tags: []"]]], // prettier-ignore
    ["tags: ['#ai act', b]", [["Write ai-act", "tags: ['ai-act', b]"], ['Remove "#ai act"', "tags: [b]"]]], // prettier-ignore
    ["tags:\n  - '#'\n  - b", [['Remove "#"', "tags:\n  - b"]]],
    ["tags:\n-   2023 # year\n- b", [
      ["Write y2023", "tags:\n-   y2023 # year\n- b"],
      ["Write year/2023", "tags:\n-   year/2023 # year\n- b"],
      ['Remove "2023"', "tags:\n- b"],
    ]], // prettier-ignore
    ["tags:\n  - 2023", [
      ["Write y2023", "tags:\n  - y2023"],
      ["Write year/2023", "tags:\n  - year/2023"],
      ['Remove "2023"', "tags:"],
    ]], // prettier-ignore
    ["tags:\n- a\n- #ai # why", [["Remove the empty tag", "tags:\n- a"]]],
    ["tags: [a, [b]]", [['Remove "[b]"', "tags: [a]"]]],
    ["tags:\n- a: b\n  c: d\n- e", [['Remove "a: b c: d"', "tags:\n- e"]]],
    ["tags:\n- &x c++\n- b", []],
    ["tags: [&x c++, b]\nup: *x", []],
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("malformed-tag", yaml)).toEqual(expected);
  });

  test("a year is renamed in property, body and linkage block, but not in code, numbers and other words", () => {
    const body = "Of #2023, (#2023), `#2023`, #20231 and #2023/05.\n\n```\n#2023\n```\n\n";
    const text = `---\ntags: [ai, 2023]\n---\n${body}${block("#ai", "#2023")}`;
    expect(repairs("malformed-tag", { text })).toEqual([
      [
        "Write y2023",
        `---\ntags: [ai, y2023]\n---\n${body.replace("#2023", "#y2023")}${block("#ai", "#y2023")}`,
      ],
      [
        "Write year/2023",
        `---\ntags: [ai, year/2023]\n---\n${body.replace("#2023", "#year/2023")}${block("#ai", "#year/2023")}`,
      ],
      ['Remove "2023"', `---\ntags: [ai]\n---\n${body}${block("#ai")}`],
    ]);
  });

  test("what the note has otherwise too stays in the linkage block", () => {
    const text = `---\ntags: [ai, "#ai"]\n---\n${block("#ai")}`;
    expect(repairs("malformed-tag", { text })).toEqual([
      ["Write ai", `---\ntags: [ai, "ai"]\n---\n${block("#ai")}`],
      ['Remove "#ai"', `---\ntags: [ai]\n---\n${block("#ai")}`],
    ]);
  });
});

describe("missing-property", () => {
  const yaml = (without: string) =>
    "title: A\ntags: [tech-journal]\ndraft: false\ndescription: A\ncreated: 2023-07-18T10:00\nupdated: 2023-07-18\nnote_id: 230718TJ16\ncssclasses: [tech-journal]"
      .split("\n")
      .filter((line) => !line.startsWith(without))
      .join("\n");

  test.each<[name: string, inserted: string]>([
    ["title", "title: Note"],
    ["tags", "tags:\n  - tech-journal"],
    ["draft", "draft: false"],
    ["created", "created: 2023-07-18"],
    ["updated", "updated: 2023-07-18"],
    ["note_id", "note_id: 230718TJ01"],
    ["cssclasses", "cssclasses:\n  - tech-journal"],
  ])("without %s", (name, inserted) => {
    expect(yamlRepairs("missing-property", yaml(name)).map(([, text]) => text)).toEqual([
      `${yaml(name)}\n${inserted}`,
    ]);
  });

  test.each<[name: string, written: string, filled: string]>([
    ["title", 'title: ""', 'title: "Note"'],
    ["title", "title: '' # none", "title: 'Note' # none"],
    ["tags", "tags: []", "tags: [tech-journal]"],
    ["created", "created:", "created: 2023-07-18"],
    ["title", "title: ", "title: Note"],
    ["title", "title: \t ", "title: Note"],
    ["title", "title:   # none", "title: Note   # none"],
    ["created", "created:   # soon", "created: 2023-07-18   # soon"],
    ["updated", "updated: ~", "updated: 2023-07-18"],
    ["draft", "Draft: null", "Draft: false"],
  ])("an empty %s: %s", (name, written, filled) => {
    const [, text] = yamlRepairs("missing-property", `${written}\n${yaml(name)}`)[0] ?? [];
    expect(text).toBe(`${filled}\n${yaml(name)}`);
  });

  test("nothing tells a description", () => {
    expect(yamlRepairs("missing-property", yaml("description"))).toEqual([]);
  });

  test.each([
    "{ title: A, note_id: 230718TJ16 }",
    "{\n  title: A,\n  note_id: 230718TJ16\n}",
    "? note_id\n: 230718TJ16\n? tags",
  ])("no line is added to %s", (flow) => {
    const titles = yamlRepairs("missing-property", flow).map(([, text]) => text);
    expect(titles.filter((text) => text.startsWith("{"))).toEqual([]);
  });

  test("in a map that is indented", () => {
    expect(yamlRepairs("missing-property", "  title: A\n  note_id: 230718TJ16")).toEqual([
      ["Insert tags: [tech-journal]", "  title: A\n  note_id: 230718TJ16\n  tags:\n    - tech-journal"],
    ]);
  });

  test("the title of the first heading", () => {
    const config = "types: { PM: { folders: [Memos], required: [title] } }";
    const text = "Parts.\r\n# Week 31: *parts*\r\n";
    expect(repairs("missing-property", { path: "Memos/a.md", text, config })).toEqual([
      ['Insert title: "Week 31: *parts*"', `---\r\ntitle: "Week 31: *parts*"\r\n---\r\n${text}`],
    ]);
  });
});

describe("note ids", () => {
  test.each<[rule: string, yaml: string, repairs: Repairs]>([
    ["malformed-note-id", "note_id: |\n  230718TJ16\ntitle: a", [
      ["Use the note id 230718TJ16", "note_id: 230718TJ16\ntitle: a"],
      ["Use the next free note id 230718TJ01", "note_id: 230718TJ01\ntitle: a"],
    ]], // prettier-ignore
    ["malformed-note-id", "created: 1999-12-31\nnote_id: march", []],
    ["malformed-note-id", "created: 2023-07-18\nnote_id: march\ncssclasses: [tech-journal]", [
      ["Use the next free note id 230718TJ01", "created: 2023-07-18\nnote_id: 230718TJ01\ncssclasses: [tech-journal]"],
    ]], // prettier-ignore
    ["malformed-note-id", "note_id: 20230718MR7", [
      ["Use the note id 230718MR07", "note_id: 230718MR07"],
      ["Use the next free note id 230718MR01", "note_id: 230718MR01"],
    ]], // prettier-ignore
    ["note-id-date", "created: 1999-12-31\nnote_id: 230718TJ16", [
      ["Write created: 2023-07-18", "created: 2023-07-18\nnote_id: 230718TJ16"],
    ]], // prettier-ignore
    ["duplicate-note-id", "note_id: 240305TJ999", []],
  ])("%s: %s", (rule, yaml, expected) => {
    expect(yamlRepairs(rule, yaml, { "Other.md": "---\nnote_id: 240305TJ999\n---\n" })).toEqual(expected);
  });
});

describe("malformed-cssclass", () => {
  test.each<[yaml: string, repairs: Repairs]>([
    ["cssclasses:\n- a b # two\n- c", [['Split into "a", "b"', "cssclasses:\n- a\n- b # two\n- c"]]],
    ["cssclasses: ['a, b']", [['Split into "a", "b"', "cssclasses: ['a', 'b']"]]],
    ["cssclasses: ['.a.b', c]", [['Split into "a", "b"', "cssclasses: ['a', 'b', c]"]]],
    ["cssclasses: [' a']", [["Write a", "cssclasses: ['a']"]]],
    ["cssclasses: ['', c]", [["Remove the empty class", "cssclasses: [c]"]]],
    ["cssclasses: [a 2]", []],
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("malformed-cssclass", yaml)).toEqual(expected);
  });
});

describe("unresolved-link", () => {
  const others = {
    "C++ (part 1).md": "",
    "a/Twin-Set.md": "",
    "b/twin set.md": "",
    "why the second source for every connector in.md": "",
  };

  test.each<[text: string, repairs: Repairs]>([
    ["[[c++ part 1!]]", [['Link to "C++ (part 1)"', "[[C++ (part 1)|c++ part 1!]]"]]],
    ["[[c++ part 1!#Sum|here]]", [['Link to "C++ (part 1)"', "[[C++ (part 1)#Sum|here]]"]]],
    ["[[c++ part 1!#Sum]]", [['Link to "C++ (part 1)"', "[[C++ (part 1)#Sum|c++ part 1! > Sum]]"]]],
    ["![[c++ part 1!#Sum]]", [['Link to "C++ (part 1)"', "![[C++ (part 1)#Sum]]"]]],
    ["[x](c++%20part%201.md)", [['Link to "C++ (part 1)"', "[x](C++%20%28part%201%29.md)"]]],
    ["[x](<c++ part 1> 'y')", [['Link to "C++ (part 1)"', "[x](<C++ (part 1)> 'y')"]]],
    ["[x][y]\n\n[y]: c++%20part%201", [['Link to "C++ (part 1)"', "[x][y]\n\n[y]: C++%20%28part%201%29"]]],
    [
      "| a |\n| - |\n| [[c++ part 1!]] |",
      [['Link to "C++ (part 1)"', "| a |\n| - |\n| [[C++ (part 1)\\|c++ part 1!]] |"]],
    ],
    [
      "| a |\n| - |\n| [[c++ part 1!\\|b]] |",
      [['Link to "C++ (part 1)"', "| a |\n| - |\n| [[C++ (part 1)\\|b]] |"]],
    ],
    ["[[C++ (part 2)]]", [['Link to "C++ (part 1)"', "[[C++ (part 1)]]"]]],
    ["[[twin_set]]", [
      ['Link to "Twin-Set"', "[[Twin-Set|twin_set]]"],
      ['Link to "twin set"', "[[twin set|twin_set]]"],
    ]], // prettier-ignore
    ["[[Why the second source for every connector in the rack]]", [
      [
        'Link to "why the second source for every connector in"',
        "[[why the second source for every connector in|Why the second source for every connector in the rack]]",
      ],
    ]], // prettier-ignore
    ['---\nup: "see \\u005b[c++ part 1!]]"\n---\n', []],
    ['---\nup: "see \\"[[c++ part 1!]]\\""\n---\n', [
      ['Link to "C++ (part 1)"', '---\nup: "see \\"[[C++ (part 1)|c++ part 1!]]\\""\n---\n'],
    ]], // prettier-ignore
    ["---\nup: see [[c++ part 1!]]\n---\n", [
      ['Link to "C++ (part 1)"', "---\nup: see [[C++ (part 1)|c++ part 1!]]\n---\n"],
    ]], // prettier-ignore
    ["[[Nothing like it]]", []],
  ])("%s", (text, expected) => {
    expect(repairs("unresolved-link", { text, others })).toEqual(expected);
  });
});

describe("unresolved-subpath", () => {
  const others = { "B.md": "# Part (one): `x` | [[y]]\n## 50% & more\n" };

  test.each<[text: string, repairs: Repairs]>([
    ["[[B#Part one x z]]", [['Link to heading "Part (one): `x` y"', "[[B#Part (one): `x` y]]"]]],
    ["[[B#Part]]", [['Link to heading "Part (one): `x` y"', "[[B#Part (one): `x` y]]"]]],
    ["[b](B#60%25%20&%20more)", [['Link to heading "50% & more"', "[b](B#50%25%20&%20more)"]]],
    ["[b](<B.md#60% & more>)", [['Link to heading "50% & more"', "[b](<B.md#50%25 & more>)"]]],
    ["[[B#Else#60% & more]]", [['Link to heading "50% & more"', "[[B#50% & more]]"]]],
    [
      "---\nup: '[[B#60% & more]]'\n---\n",
      [['Link to heading "50% & more"', "---\nup: '[[B#50% & more]]'\n---\n"]],
    ],
    ["[[B#!!]]", []],
    ["[[B#^part]]", []],
  ])("%s", (text, expected) => {
    expect(repairs("unresolved-subpath", { text, others })).toEqual(expected);
  });
});

describe("ambiguous-link", () => {
  const others = { "a/B.md": "", "c/d/B.md": "" };

  test.each<[text: string, repairs: Repairs]>([
    ["[[B]]", [['Link to "a/B"', "[[a/B|B]]"], ['Link to "c/d/B"', "[[c/d/B|B]]"]]], // prettier-ignore
    ["[[B#^x|y]]", [['Link to "a/B"', "[[a/B#^x|y]]"], ['Link to "c/d/B"', "[[c/d/B#^x|y]]"]]], // prettier-ignore
    ["![[B]]", [['Link to "a/B"', "![[a/B]]"], ['Link to "c/d/B"', "![[c/d/B]]"]]], // prettier-ignore
    ["[x](B.md)", [['Link to "a/B"', "[x](a/B.md)"], ['Link to "c/d/B"', "[x](c/d/B.md)"]]], // prettier-ignore
  ])("%s", (text, expected) => {
    expect(repairs("ambiguous-link", { text, others })).toEqual(expected);
  });
});

describe("link-to-draft", () => {
  const others = { "a/B.md": "---\ndraft: true\n---\n" };

  test.each<[text: string, repairs: Repairs]>([
    ["See [[a/B#Sum]].", [["Unlink", "See a/B > Sum."]]],
    ["See [[B|*this*]].", [["Unlink", "See *this*."]]],
    ["See [this](a/B.md).", [["Unlink", "See this."]]],
    ["See [this][b].\n\n[b]: a/B", [["Unlink", "See this.\n\n[b]: a/B"]]],
    ["| a |\n| - |\n| [[B\\|this]] |", [["Unlink", "| a |\n| - |\n| this |"]]],
    ["---\nup: '[[B]]'\n---\n", [["Unlink", "---\nup: 'B'\n---\n"]]],
    ['---\nup: "\\u005b[B]]"\n---\n', []],
    ["---\nup: '[[B|it''s]]'\n---\n", [["Unlink", "---\nup: 'it''s'\n---\n"]]],
    ['---\nup: "\\"[[B|\\"b\\"]]\\""\n---\n', [["Unlink", '---\nup: "\\"\\"b\\"\\""\n---\n']]],
    [
      '<div class="linkage"><ul><li>[[B]]</li></ul></div>',
      [["Unlink", '<div class="linkage"><ul><li>B</li></ul></div>']],
    ],
    ["![[B]]", []],
    ["![x](a/B.md)", []],
  ])("%s", (text, expected) => {
    expect(repairs("link-to-draft", { text, others })).toEqual(expected);
  });
});

describe("unknown-linkage-tag", () => {
  const block = (...items: readonly string[]) =>
    `<div class="linkage">\n<ul>\n${items.join("\n")}\n</ul>\n</div>\n`;

  test.each<[before: string, after: string]>([
    ["", "---\ntags:\n  - ai\n---\n"],
    ["---\ntitle: a\n---\n", "---\ntitle: a\ntags:\n  - ai\n---\n"],
    ["---\ntags:\n---\n", "---\ntags: [ai]\n---\n"],
    ["---\ntags: law\n---\n", "---\ntags: [law, ai]\n---\n"],
    ["---\ntags: []\n---\n", "---\ntags: [ai]\n---\n"],
    ["---\ntags: [law, 'x'] # two\n---\n", "---\ntags: [law, 'x', ai] # two\n---\n"],
    ["---\ntags:\n-   law # one\n---\n", "---\ntags:\n-   law # one\n- ai\n---\n"],
    ["---\r\ntags:\r\n  - law\r\n---\r\n", "---\r\ntags:\r\n  - law\r\n  - ai\r\n---\r\n"],
    ["---\ntags:\n  -\n---\n", "---\ntags:\n  -\n  - ai\n---\n"],
  ])("a tag is added to %j", (before, after) => {
    const text = before + block("<li>#ai</li>");
    expect(repairs("unknown-linkage-tag", { text })).toContainEqual([
      'Add the tag "ai" to the note',
      after + block("<li>#ai</li>"),
    ]);
  });

  test("and to no map", () => {
    const text = `---\ntags: { law: 1 }\n---\n${block("<li>#ai</li>")}`;
    expect(repairs("unknown-linkage-tag", { text }).map(([title]) => title)).toEqual([
      "Remove #ai from the linkage block",
    ]);
  });

  test.each<[items: string, after: string]>([
    ["<li>[[A]]</li>\n  <li> #ai </li>\n<li>[[B]]</li>", "<li>[[A]]</li>\n<li>[[B]]</li>"],
    ["<li>[[A]]</li><li>#ai</li>", "<li>[[A]]</li>"],
    ["<li>#ai, [[A]]</li>", "<li>[[A]]</li>"],
    ["<li>[[A]]</li><li>#ai [[A]] x</li>", "<li>[[A]]</li><li>[[A]] x</li>"],
  ])("the item goes: %j", (items, after) => {
    expect(repairs("unknown-linkage-tag", { text: block(items) })).toContainEqual([
      "Remove #ai from the linkage block",
      block(after),
    ]);
  });
});

describe("misspelt-property", () => {
  test.each<[yaml: string, repairs: Repairs]>([
    ["tag: ai # one", [["Write tags: [ai]", "tags: [ai] # one"]]],
    ["'tag': 2023", [['Write tags: ["2023"]', "'tags': [\"2023\"]"]]],
    ["TAG:\n- ai", [["Write tags", "tags:\n- ai"]]],
    ["tag:", [["Write tags", "tags:"]]],
    ["tag: { ai: 1 }", []],
    ["tag: ai\ntags: []", []],
    ["tag: ai\nTag: law", []],
    ["tag: ai\ntgas: law", []],
    ["alias: |\n  half done\ntitle: a", [["Write aliases: [half done]", "aliases: [half done]\ntitle: a"]]],
    ["alias: a, b", [
      ["Write aliases: [a, b]", "aliases: [a, b]"],
      ['Write aliases: ["a, b"]', 'aliases: ["a, b"]'],
    ]], // prettier-ignore
    ["{cssclass: wide, title: a}", [["Write cssclasses: [wide]", "{cssclasses: [wide], title: a}"]]],
    ["keyword: ai", [["Write keywords", "keywords: ai"]]],
    ["titel: a\ntitle: b", []],
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("misspelt-property", yaml)).toEqual(expected);
  });
});

describe("missing-type-tag", () => {
  test.each<[yaml: string, repairs: Repairs]>([
    ["note_id: 230718TJ01\ntags: [ai]\ncssclasses: [tech-journal]", [
      ['Add the tag "tech-journal"', "note_id: 230718TJ01\ntags: [ai, tech-journal]\ncssclasses: [tech-journal]"],
    ]], // prettier-ignore
    ["note_id: 230718TJ01\ntags: ai\ncssclasses: [tech-journal]", [
      ['Add the tag "tech-journal"', "note_id: 230718TJ01\ntags: [ai, tech-journal]\ncssclasses: [tech-journal]"],
    ]], // prettier-ignore
    ["note_id: 230718TJ01\ntags: [tech-journal]\ncssclasses:\n- wide", [
      ['Add the class "tech-journal"', "note_id: 230718TJ01\ntags: [tech-journal]\ncssclasses:\n- wide\n- tech-journal"],
    ]], // prettier-ignore
  ])("%s", (yaml, expected) => {
    expect(yamlRepairs("missing-type-tag", yaml)).toEqual(expected);
  });

  test("the tag is respelt in property, body and linkage block", () => {
    const text = (tag: string) =>
      `---\nnote_id: 230718TJ01\ntags: [ai, ${tag}]\n---\n#${tag}\n\n<div class="linkage"><ul><li>#${tag}</li></ul></div>\n`;
    const before = text("Tech_Journal");
    expect(repairs("missing-type-tag", { text: before })[0]).toEqual([
      "Write tech-journal",
      text("tech-journal"),
    ]);
  });
});

describe("unknown-note-type", () => {
  const config = "types: { PM:, LOG: }";
  const others = { "A.md": "---\nnote_id: 230718PM04\n---\n" };

  test.each<[id: string, repairs: Repairs]>([
    ["230718PN07", [["Use the note id 230718PM07", "---\nnote_id: 230718PM07\n---\n"]]],
    ["230718PN04", [["Use the note id 230718PM05", "---\nnote_id: 230718PM05\n---\n"]]],
    ["230718XY04", []],
  ])("%s", (id, expected) => {
    const text = `---\nnote_id: ${id}\n---\n`;
    expect(repairs("unknown-note-type", { text, others, config })).toEqual(expected);
  });
});

describe("title-heading", () => {
  test.each<[title: string, heading: string, after: readonly (readonly [title: string, heading: string])[]]>([
    ["a", "# *b* [[c|d]] ##", [["b d", "# *b* [[c|d]] ##"], ["a", "# a ##"]]], // prettier-ignore
    ["'a: b'", "# a\\_c", [["'a_c'", "# a\\_c"], ["'a: b'", "# a: b"]]], // prettier-ignore
    ["a [1]", "# b", [["b", "# b"]]],
    ["a", "# _b_ note_id ~~2~~ * `3`", [['"b note_id 2 * 3"', "# _b_ note_id ~~2~~ * `3`"], ["a", "# a"]]], // prettier-ignore
    ["1. a", "b\n===", [["b", "b\n==="]]],
    ["a", "b\nc\n===", [["b c", "b\nc\n==="], ["a", "a\n==="]]], // prettier-ignore
    ["|\n  a", "# b", [["b", "# b"], ["|\n  a", "# a"]]], // prettier-ignore
  ])("title: %s, heading: %s", (title, heading, after) => {
    const note = (said: string, words: string) => `---\ntitle: ${said}\n---\n${words}\n`;
    expect(repairs("title-heading", { text: note(title, heading) }).map(([, text]) => text)).toEqual(
      after.map(([said, words]) => note(said, words)),
    );
  });
});

describe("missing-section", () => {
  const config = "types: { PM: { folders: [Memos], sections: [one, two, three] } }";
  const insert = (text: string) => repairs("missing-section", { path: "Memos/a.md", text, config })[0];

  test.each<[before: string, section: string, after: string]>([
    ["# a\n## one\nx\n## three\ny\n", "two", "# a\n## one\nx\n\n## two\n\n## three\ny\n"],
    ["# a\n\n### three\ny\n", "one", "# a\n\n### one\n\n### three\ny\n"],
    ["## one\nx\n\n## two\ny", "three", "## one\nx\n\n## two\ny\n\n## three"],
    [
      "## one\r\nx\r\n\r\n## two\r\n\r\n#\r\n",
      "three",
      "## one\r\nx\r\n\r\n## two\r\n\r\n## three\r\n\r\n#\r\n",
    ],
    ["# a\n## one\nx\n## two\ny\n\n# a\n", "three", "# a\n## one\nx\n## two\ny\n\n## three\n\n# a\n"],
    ["## two\n## three", "one", "## one\n\n## two\n## three"],
    ["---\ntitle: a\n---\n", "one", "---\ntitle: a\n---\n\n## one\n"],
    ["> ## two\n> ## three\n", "one", "> ## two\n> ## three\n\n## one\n"],
  ])("%j lacks %s", (before, section, after) => {
    expect(insert(before)).toEqual([`Insert the section "${section}"`, after]);
  });

  test("not behind code that is not closed", () => {
    expect(insert("## one\n```\nx\n")).toBeUndefined();
  });
});

describe("missing-linkage", () => {
  const block = (...groups: readonly (readonly [label: string, ...items: readonly string[]])[]) =>
    [
      '<div class="linkage-tree">',
      '  <div class="linkage-tree-title">linkage tree</div>',
      "  <ul>",
      ...groups.flatMap(([label, ...items]) => [
        `    <li>${label}`,
        "      <ul>",
        ...items.map((item) => `        <li>${item}</li>`),
        "      </ul>",
        "    </li>",
      ]),
      "  </ul>",
      "</div>",
    ].join("\n");
  const others = { "x/B.md": "", "y/B.md": "", "C.md": "", "D.md": "---\ndraft: true\n---\n" };
  const note = (body: string, tags = "[tech-journal, ai, AI, 2023, 'a b']") =>
    `---\nnote_id: 230718TJ01\ntags: ${tags}\n---\n${body}`;

  test.each<[body: string, after: string | null]>([
    ["", `\n## linkage\n${block(["tags", "#ai", "#2023"])}\n`],
    [
      "[[C]] [[x/B]] [[c]] #law [[D]] [[B]] ![[C]] [[Nowhere]]\n\n#\n",
      `[[C]] [[x/B]] [[c]] #law [[D]] [[B]] ![[C]] [[Nowhere]]\n\n## linkage\n${block(["tags", "#ai", "#2023", "#law"], ["related", "[[C]]", "[[x/B]]"])}\n\n#\n`,
    ],
    [
      "## Linkage\n\n## my take\n[[C]]\n",
      `## Linkage\n${block(["tags", "#ai", "#2023"], ["related", "[[C]]"])}\n\n## my take\n[[C]]\n`,
    ],
    ["## linkage\nText.\n", `## linkage\n${block(["tags", "#ai", "#2023"])}\n\nText.\n`],
    ["```\n", null],
  ])("%j", (body, after) => {
    const texts = repairs("missing-linkage", { text: note(body), others });
    const title = "Insert a linkage block with the note's tags and links";
    expect(texts).toEqual(after === null ? [] : [[title, note(after)]]);
  });

  test("a draft may show drafts, with the note's own line ends", () => {
    const text = "---\r\nnote_id: 230718TJ01\r\ndraft: true\r\n---\r\n[[D]]\r\n";
    expect(repairs("missing-linkage", { text, others })[0]?.[1]).toBe(
      `${text.trimEnd()}\r\n\r\n## linkage\r\n${block(["related", "[[D]]"]).replaceAll("\n", "\r\n")}\r\n`,
    );
  });

  test("the markup is that of the notes of its year, else of most notes", () => {
    const dated = (year: number): string =>
      `---\nnote_id: 230718TJ01\ncreated: ${String(year)}-07-18\n---\n[[C]]\n`;
    const tree = (year: number): string =>
      `---\ncreated: ${String(year)}-01-01\n---\n<div class="linkage-tree"></div>\n`;
    const list = tree(2024).replace("linkage-tree", "linkage");
    const vault = {
      ...others,
      "1.md": tree(2023),
      "2.md": list,
      "3.md": tree(2024),
      "4.md": list,
      "5.md": list,
    };
    const inserted = (year: number): string =>
      repairs("missing-linkage", { text: dated(year), others: vault })[0]?.[1].slice(dated(year).length) ??
      "";
    const plain =
      '\n## linkage\n<div class="linkage">\n  <p><strong>linkage</strong></p>\n  <ul>\n    <li>[[C]]</li>\n  </ul>\n</div>\n';
    expect(inserted(2023)).toBe(`\n## linkage\n${block(["related", "[[C]]"])}\n`);
    expect(inserted(2024)).toBe(plain);
    expect(inserted(2025)).toBe(plain);
  });

  test("nothing to show, nothing to insert", () => {
    expect(repairs("missing-linkage", { text: note("[[Nowhere]]\n", "[tech-journal]"), others })).toEqual([]);
  });
});

describe("repeated-heading", () => {
  test.each<[text: string, repairs: Repairs]>([
    ["# a\nb\n\n# a #\n\n", [["Remove the repeated heading", "# a\nb\n\n"]]],
    ["a\n===\nb\n\na\n===", [["Remove the repeated heading", "a\n===\nb"]]],
    [
      "---\nnote_id: 230718TJ01\n---\n# a\n\na\n===\n",
      [["Write #", "---\nnote_id: 230718TJ01\n---\n# a\n\n#\n"]],
    ],
    ["# a\nb\n- # a\n", []],
    ["# a\nb\n> # a\n", []],
    ["# [[a]]\nb\n# [[a]]\n", []],
    ["# [a](b)\nc\n# [a](b)\n", []],
    ["[a]: c\n\n# [a]\nb\n# [a]\n", []],
    ["# a [video]\nb\n\n# a [video]\n", [["Remove the repeated heading", "# a [video]\nb\n"]]],
    ["# a ^id\nb\n# a ^id\n", []],
  ])("%j", (text, expected) => {
    expect(repairs("repeated-heading", { text })).toEqual(expected);
  });

  test("more than once: only the last becomes the mark", () => {
    const text = "---\nnote_id: 230718TJ01\n---\n# a\nb\n\n# a\n\n# a\n";
    const [first, last] = lintExample(
      allRules.filter(({ id }) => id === "repeated-heading"),
      { text },
    );
    expect([first, last].map((problem) => problem && fixFor(problem, text)?.title)).toEqual([
      "Remove the repeated heading",
      "Write #",
    ]);
  });
});

describe("unused-suppression", () => {
  const comment = "%% linkage-disable-next-line unresolved-link %%";

  test.each<[what: string, text: string, repairs: Repairs]>([
    [
      "a line of its own",
      `# A\n${comment}\nb\n`,
      [['Remove the suppression of "unresolved-link"', "# A\nb\n"]],
    ],
    [
      "a misspelt name, and where it ends",
      "[[A]]\n\n%% linkage-disable unresolvd-link %% [[B]] %% linkage-enable unresolvd-link %%\n",
      [
        [
          "Write unresolved-link",
          "[[A]]\n\n%% linkage-disable unresolved-link %% [[B]] %% linkage-enable unresolved-link %%\n",
        ],
        ['Remove the suppression of "unresolvd-link"', "[[A]]\n\n [[B]]\n"],
      ],
    ],
    [
      "a misspelt name beside the one that it stands near to",
      "%% linkage-disable-next-line unresolvd-link, unresolved-link %%\n[[Nowhere]]\n",
      [
        [
          'Remove the suppression of "unresolvd-link"',
          "%% linkage-disable-next-line unresolved-link %%\n[[Nowhere]]\n",
        ],
      ],
    ],
    ["all that stands below a heading", `# A\n${comment}\n\n# B\nb\n`, []],
    [
      "what ends a paragraph with half a code span",
      "` [[A]]\n<!-- linkage-disable-next-block x -->\n` [[A]]",
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(repairs("unused-suppression", { text, others: { "A.md": "" } })).toEqual(expected);
  });
});
