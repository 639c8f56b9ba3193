import fc from "fast-check";
import { readConfig, type ConfigReading } from "../../src/journal/read-config.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import * as z from "../../src/journal/zod.ts";
import { mark, unmark } from "../marked.ts";

const rules = new Map<string, z.ZodMiniType>([
  ["unresolved-link", z.object({})],
  ["missing-property", z.object({ maximum: z._default(z.number().check(z.minimum(1)), 3) })],
  [
    "tag-spelling",
    z.object({
      style: z._default(z.enum(["kebab", "snake"]), "kebab"),
      names: z._default(z.union([z.string(), z.array(z.string().check(z.minLength(2)))]), []),
      limits: z._default(z.record(z.string(), z.int()), {}),
      pair: z.optional(z.object({ from: z.string(), to: z.string() })),
      words: z._default(z.array(z.string()).check(z.maxLength(2)), []),
      step: z._default(z.number().check(z.multipleOf(5)), 5),
      code: z._default(
        z.string().check(z.refine((text) => text !== "x", { error: "is an x, expected a y" })),
        "",
      ),
      even: z._default(z.number().check(z.refine((number) => number % 2 === 0)), 2),
    }),
  ],
]);

/** A note type of which nothing is said but its code. */
const bareType = {
  classes: [],
  tags: [],
  folders: [],
  required: [],
  properties: [],
  sections: [],
  linkage: "optional",
  ending: null,
};

function read(text: string): ConfigReading {
  return readConfig(text, rules);
}

describe("what a config says", () => {
  test.each([
    "",
    "# nothing yet\n",
    "---\n",
    "\n\n",
    "ignore:\nrules:\ntypes:\nplaceholders:\nextends:\n",
    "{}",
  ])("nothing: %j", (text) => {
    expect(read(text)).toEqual({ conventions: techJournal, mistakes: [], patterns: [] });
  });

  test("everything", () => {
    const { conventions, mistakes } = read(`
extends: tech-journal
ignore: ["Templates/**"]
lintExcluded: true
site: quartz
placeholders: [Latency Budget, "2023"]
classes: wide-table
types:
  MR:
    classes: [market-news, market-report]
    tags: "#market-news"
    folders: [Notes/MR/, /mark-memo]
    required: [title, tags]
    properties:
      rating: number
      status: [open, 1, true]
      topics: { kind: list, values: [radio] }
      source:
    sections: [scene cut, "## my take"]
    linkage: required
    ending: "#"
  XY:
rules:
  unresolved-link: error
  missing-property: { severity: off, ignore: "Drafts/**", maximum: 1 }
  tag-spelling:
`);
    expect(mistakes).toEqual([]);
    expect(conventions).toEqual({
      types: [
        {
          code: "MR",
          classes: ["market-news", "market-report"],
          tags: ["market-news"],
          folders: ["Notes/MR", "mark-memo"],
          required: ["title", "tags"],
          properties: [
            { name: "rating", kind: "number", values: [] },
            { name: "status", kind: "any", values: ["open", 1, true] },
            { name: "topics", kind: "list", values: ["radio"] },
            { name: "source", kind: "any", values: [] },
          ],
          sections: ["scene cut", "my take"],
          linkage: "required",
          ending: "#",
        },
        { ...bareType, code: "XY" },
        ...techJournal.types,
      ],
      listsTypes: true,
      classes: ["wide-table"],
      ignore: ["Templates/**"],
      lintExcluded: true,
      site: "quartz",
      excluded: null,
      placeholders: ["Latency Budget", "2023"],
      rules: new Map<string, unknown>([
        ["unresolved-link", { severity: "error", ignore: [], options: {} }],
        ["missing-property", { severity: "off", ignore: ["Drafts/**"], options: { maximum: 1 } }],
        ["tag-spelling", { ignore: [], options: {} }],
      ]),
    });
  });

  test.each([
    ["none of the built-in types", "extends: none", []],
    ["a type instead of the built-in one", "types: { TJ: { folders: Notes } }", ["TJ"]],
    ["a type beside the built-in one", "types: { MR: {} }", ["MR", "TJ"]],
    ["no type, by an empty map", "types: {}", ["TJ"]],
    ["a type without the built-in one", "extends: none\ntypes: { MR: {} }", ["MR"]],
  ])("%s", (_, text, codes) => {
    expect(read(text).conventions.types.map(({ code }) => code)).toEqual(codes);
  });

  test("an alias stands for what it names", () => {
    const { conventions, mistakes } = read(
      "ignore: &drafts [Drafts/]\nrules:\n  unresolved-link: { ignore: *drafts }",
    );
    expect(mistakes).toEqual([]);
    expect(conventions.rules.get("unresolved-link")?.ignore).toEqual(["Drafts/"]);
  });
});

describe.each<[string, string, ...string[]]>([
  ["a key", "«ignor»: [a]", 'Unknown key "ignor", expected "ignore"'],
  [
    "a key like no other",
    "«colour»: red",
    'Unknown key "colour", expected "extends", "ignore", "lintExcluded", "site", "placeholders", "classes", "types" or "rules"',
  ],
  ["a key of a type", "types:\n  MR:\n    «class»: a", 'Unknown key "class", expected "classes"'],
  [
    "a rule",
    "rules:\n  «unresolved-links»: error",
    'Unknown rule "unresolved-links", expected "unresolved-link"',
  ],
  [
    "a rule like no other",
    "rules: { «spelling»: off }",
    'Unknown rule "spelling", expected "unresolved-link", "missing-property" or "tag-spelling"',
  ],
  [
    "an option",
    "rules:\n  missing-property:\n    «maximun»: 1",
    'Unknown option "maximun", expected "maximum"',
  ],
  [
    "an option of a rule without any",
    "rules: { unresolved-link: { «near»: 1 } }",
    'Unknown option "near", expected "severity" or "ignore"',
  ],
  [
    "keys of a prototype",
    "«__proto__»: a\n«constructor»: b",
    'Unknown key "__proto__"',
    expect.stringContaining("constr"),
  ],
  [
    "rules of a prototype",
    "rules: { «__proto__»: off, «toString»: off }",
    'Unknown key "__proto__"',
    expect.stringContaining("toStr"),
  ],
  ["types of a prototype", "types: { «__proto__»: {} }", 'Unknown key "__proto__"'],
  ["a repeated key", "ignore: [a]\n«ignore»: [b]", 'The key "ignore" stands twice, expected it once'],
  ["a key that is a list", "? «[a]»\n: b\nignore: a", "A key is no text, expected a name"],
  [
    "a key of endless length",
    `«${"k".repeat(99)}»: a`,
    expect.stringMatching(/^Unknown key "k{79}…", expected/),
  ],
])("unknown: %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

describe.each<[string, string, ...string[]]>([
  ["a list at the top", "«- a\n- b»\n# end", "The config is a list, expected a map"],
  ["text at the top", "«hello»", "The config is text, expected a map"],
  ["a number for a list", "ignore: «1» # one", '"ignore" is a number, expected a list'],
  ["a map for a list", "ignore:\n  «a: b»\n\n# end\nextends: none", '"ignore" is a map, expected a list'],
  ["true for a list", "placeholders: «true»", '"placeholders" is true, expected a list'],
  ["a number for text", "placeholders: [a, «2023», b]", '"2023" is a number, expected text in quotes'],
  [
    "a list for text",
    "placeholders:\n  - «[[Latency Budget]]»",
    'An item of "placeholders" is a list, expected text',
  ],
  ["an empty list for text", "ignore: [«[]»]", 'An item of "ignore" is a list, expected text'],
  ["nothing for text", "ignore:\n  -«»\n  - a", 'An item of "ignore" is empty, expected text'],
  ["empty text", "ignore: «''»", '"ignore" is empty, expected text'],
  ["empty text in a list", "ignore: [«''»]", 'An item of "ignore" is empty, expected text'],
  ["a list for a map", "types: «[MR]»", '"types" is a list, expected a map'],
  ["text for a type", "types: { MR: «market» }", '"MR" is text, expected a map'],
  [
    "a list for a rule",
    "rules: { unresolved-link: «[error]» }",
    '"unresolved-link" is a list, expected a map',
  ],
  ["an option", "rules: { missing-property: { maximum: «many» } }", '"maximum" is text, expected a number'],
  ["an empty option", "rules: { missing-property: { maximum: «»} }", '"maximum" is empty, expected a number'],
  [
    "an option out of bounds",
    "rules: { missing-property: { maximum: «0» } }",
    '"maximum" is 0, expected at least 1',
  ],
  [
    "two kinds of option",
    "rules: { tag-spelling: { names: «1» } }",
    '"names" is a number, expected text or a list',
  ],
  [
    "two kinds, inside",
    "rules: { tag-spelling: { names: [aa, «1»] } }",
    '"1" is a number, expected text in quotes',
  ],
  [
    "short text",
    "rules: { tag-spelling: { names: [«a»] } }",
    'An item of "names" has 1 character, expected at least 2 characters',
  ],
  [
    "too many",
    "rules: { tag-spelling: { words: «[a, b, c]» } }",
    '"words" has 3 items, expected at most 2 items',
  ],
  ["no multiple", "rules: { tag-spelling: { step: «7» } }", '"step" is 7, expected a multiple of 5'],
  [
    "a value of a map",
    "rules: { tag-spelling: { limits: { a: «1.5» } } }",
    '"a" is a number, expected a whole number',
  ],
  ["a part left out", "rules: { tag-spelling: { «pair»: { from: a } } }", '"pair" lacks "to", expected text'],
  ["a check with words", "rules: { tag-spelling: { code: «x» } }", '"x" is an x, expected a y'],
  [
    "a list among a property's values",
    "types: { MR: { properties: { status: [a, «[b]»] } } }",
    'An item of "status" is a list, expected text, a number or true or false',
  ],
  [
    "a list among a property's values, said in full",
    "types: { MR: { properties: { status: { values: [a, «{}»] } } } }",
    'An item of "values" is a map, expected text, a number or true or false',
  ],
  [
    "text for a property's values",
    "types: { MR: { properties: { status: { values: «open» } } } }",
    '"values" is text, expected a list',
  ],
  [
    "a value of another kind",
    "types: { MR: { properties: { rating: { kind: number, values: [1, «two»] } } } }",
    '"two" is not of the kind "number", expected one that is',
  ],
  [
    "what Obsidian takes for a list",
    "types: { MR: { properties: { Tags: «text», aliases: { kind: «number» }, cssclasses: list } } }",
    '"text" is not what Obsidian takes "Tags" for, expected "list"',
    '"number" is not what Obsidian takes "aliases" for, expected "list"',
  ],
  [
    "several lines for one",
    'types: { MR: { ending: «"#\\n#"» } }',
    '"# #" is of several lines, expected one',
  ],
  ["a check without words", "rules: { tag-spelling: { even: «3» } }", '"even" is 3, expected another value'],
])("of the wrong kind: %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

describe.each<[string, string, ...string[]]>([
  [
    "linkage policy",
    "types: { MR: { linkage: «yes» } }",
    'Unknown value "yes", expected "required" or "optional"',
  ],
  ["severity", "rules: { unresolved-link: «warn» }", 'Unknown value "warn", expected "warning"'],
  [
    "severity in a map",
    "rules: { unresolved-link: { severity: «err» } }",
    'Unknown value "err", expected "error"',
  ],
  [
    "severity like no other",
    "rules:\n  unresolved-link: «no»",
    'Unknown value "no", expected "error", "warning", "info" or "off"',
  ],
  [
    "severity that is a number",
    "rules: { unresolved-link: «2» }",
    'Unknown value "2", expected "error", "warning", "info" or "off"',
  ],
  [
    "choice of an option",
    "rules: { tag-spelling: { style: «kebap» } }",
    'Unknown value "kebap", expected "kebab"',
  ],
  ["conventions to extend", "extends: «tech»", 'Unknown value "tech", expected "tech-journal"'],
  ["list of conventions", "extends: «[none]»", '"extends" is a list, expected "tech-journal" or "none"'],
  [
    "kind of a property",
    "types: { MR: { properties: { due: «dat», done: { kind: «tick» } } } }",
    'Unknown value "dat", expected "date"',
    'Unknown value "tick", expected "text", "list", "number", "checkbox", "date" or "datetime"',
  ],
  [
    "kind of a property that is a number",
    "types: { MR: { properties: { due: «1» } } }",
    'Unknown value "1", expected "text", "list", "number", "checkbox", "date" or "datetime"',
  ],
  [
    "word of a property",
    "types: { MR: { properties: { due: { «value»: [1] } } } }",
    'Unknown key "value", expected "values"',
  ],
  ["code", "types: { «mr»: {}, «ABCDE»: {} }", ...codes("mr", "ABCDE")],
  ["code that is a number", "types: { «1»: {} }", ...codes("1")],
])("unknown %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

function codes(...names: readonly string[]): readonly string[] {
  return names.map((name) => `"${name}" is no code of a note type, expected one to four capitals`);
}

describe.each<[string, string, ...string[]]>([
  [
    "a class and a tag",
    "types:\n  MR: { classes: [news], tags: '#news' }\n  XY:\n    classes: [a, «news»]\n    tags:\n      - «News»\n",
    '"news" is a class of MR already, expected it in one note type',
    '"News" is a tag of MR already, expected it in one note type',
  ],
  [
    "a folder, and of three types each but the first",
    "types: { MR: { folders: Notes/ }, XY: { folders: [«/Notes»] }, AB: { folders: «Notes» } }",
    '"/Notes" is a folder of MR already, expected it in one note type',
    '"Notes" is a folder of MR already, expected it in one note type',
  ],
  ["a code", "types: { MR: {}, «MR»: {} }", 'The key "MR" stands twice, expected it once'],
  [
    "a property, in another letter case",
    "types: { MR: { properties: { status: text, «Status»: list } } }",
    '"Status" is there already as "status", expected the property once',
  ],
])("types that overlap: %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

describe.each<[string, string, ...string[]]>([
  [
    "a required property, in another letter case, too",
    "types: { MR: { required: [draft, title, «draft», «Title»] } }",
    '"draft" is in the list already, expected it once',
    '"Title" is in the list already as "title", expected it once',
  ],
  [
    "a type's own signs",
    "types: { MR: { tags: [news, «'#News'»], folders: [Notes/MR, «/Notes/MR/»], classes: [a, A, «a»] } }",
    '"#News" is in the list already as "news", expected it once',
    '"/Notes/MR/" is in the list already as "Notes/MR", expected it once',
    '"a" is in the list already, expected it once',
  ],
  [
    "a property's value",
    "types: { MR: { properties: { status: [open, 1, '1', «1»], topics: { values: [a, «a»] } } } }",
    '"1" is in the list already, expected it once',
    '"a" is in the list already, expected it once',
  ],
  [
    "globs, placeholders and options",
    "ignore: [a, «a»]\nplaceholders: [b, B, «b»]\nrules: { tag-spelling: { words: [c, «c»], ignore: [d, «d»] } }",
    ...["a", "b", "c", "d"].map((item) => `"${item}" is in the list already, expected it once`),
  ],
  [
    "where an alias stands, what it names",
    "ignore: &same [a, «a»]\nplaceholders: *same",
    '"a" is in the list already, expected it once',
  ],
])("repeated: %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

describe.each<[string, string, ...string[]]>([
  [
    "of a property",
    "types: { MR: { properties: { status: «[]», topics: { kind: list, values: «[]» } } } }",
    '"status" lists no value, expected at least one, or no list',
    '"values" lists no value, expected at least one, or no list',
  ],
  [
    "elsewhere",
    "ignore: []\nclasses: []\ntypes: { MR: { required: [], properties: { source: , due: {} } } }",
  ],
])("an empty list: %s", (_, marked, ...messages) => {
  expectMistakes(marked, messages);
});

test("what says nothing is a warning, and many repeats are told by the first", () => {
  const { mistakes } = read(`ignore: [${"a, ".repeat(9_000)}]`);
  expect(mistakes.map(({ severity }) => severity)).toEqual(Array<string>(100).fill("warning"));
});

test("types that overlap hold all the same, and it is a warning", () => {
  const { conventions, mistakes } = read("types: { MR: { tags: a }, XY: { tags: a } }");
  expect(mistakes.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(conventions.types.map(({ tags }) => tags)).toEqual([["a"], ["a"], ["tech-journal"]]);
});

test.each([
  ["a sign of a built-in type", "types: { MR: { tags: tech-journal } }"],
  [
    "a folder in another's folder, a class in another letter case",
    "types: { MR: { folders: a, classes: c }, XY: { folders: a/b, classes: C } }",
  ],
])("types that do not overlap: %s", (_, text) => {
  expect(read(text).mistakes).toEqual([]);
});

test("what a config says of paths, in text order", () => {
  const text = `rules:
  unresolved-link: { ignore: [a, 1] }
types: { MR: { folders: b }, XY: }
ignore:
  - "*.md"
`;
  const said = read(text).patterns.map(({ kind, from, to }) => [kind, text.slice(from, to)]);
  expect(said).toEqual([
    ["glob", "a"],
    ["folder", "b"],
    ["glob", '"*.md"'],
  ]);
  expect(read(`ignore: [${"a, ".repeat(9_000)}]`).patterns).toHaveLength(500);
});

const secondDocument = "A second YAML document starts here, of which nothing is read, expected one document";

test("of several documents the first holds", () => {
  expect(read("ignore: [a]\n---\nignore: [b]").conventions.ignore).toEqual(["a"]);
});

describe.each<[string, string, string]>([
  [
    "a glob without quotes",
    "ignore:\n  - «*.md»\n  - b",
    '"*.md" reads as a YAML alias, expected quotes around it',
  ],
  ["an alias of itself", "ignore: &a [«*a»]", '"*a" reads as a YAML alias, expected quotes around it'],
  [
    "a second colon",
    "extends: «a»: b",
    'The YAML does not parse: a value holds ": " or goes on as a property, expected it in quotes on one line',
  ],
  ["an unknown escape", 'ignore: ["«\\»d"]', expect.stringMatching(/expected single quotes or "\\\\" for/)],
  [
    "an open list",
    "ignore: [a«»",
    'The YAML does not parse: a "[" or "{" is not closed, expected "]" or the value in quotes',
  ],
  ["a second document", "extends: none\n«---\nextends: [x]»\n", secondDocument],
  ["a third document", "extends: none\n«---\na: b»\n---\nc: d", secondDocument],
  [
    "a second document, where the first has a line of hyphens too",
    "---\nrules: {}\n«---\nb: 1»\n",
    secondDocument,
  ],
  ["a second document behind comments", "# ours\n---\nrules: {}\n...\n«---\nb: 1»\n", secondDocument],
  ["a second document behind an empty one", "---\n«---\nb: 1»\n", secondDocument],
])("YAML: %s", (_, marked, message) => {
  expectMistakes(marked, [message]);
});

test("no YAML at all leaves the built-in conventions", () => {
  expect(read("ignore: [a\nextends: none").conventions).toBe(techJournal);
});

test("aliases of aliases are one mistake", () => {
  const lines = [...Array(30).keys()].map(
    (at) => `a${String(at + 1)}: &a${String(at + 1)} [${`*a${String(at)},`.repeat(9)}]`,
  );
  const { conventions, mistakes } = read(["a0: &a0 [lol]", ...lines].join("\n"));
  expect(mistakes.map(({ message }) => message)).toEqual([
    'With "*a2" aliases stand for more than 1000 values, expected the values themselves',
  ]);
  expect(conventions).toBe(techJournal);
});

test.each([
  ["many values", `ignore: [${"1,".repeat(20_000)}]`],
  ["many keys", "k: 1\n".repeat(20_000)],
  ["many levels", `ignore: ${"[".repeat(5000)}`],
  ["many levels of maps", "{a: ".repeat(5000)],
])("a config of %s is one mistake", (_, text) => {
  expect(read(text).mistakes).toHaveLength(1);
});

test("the parts without a mistake hold", () => {
  const { conventions, mistakes } = read(`
extends: nothing
ignore: [a, 1, b, [c]]
types:
  mr: { tags: a }
  MR: { tags: [a, 2], klass: b, folders: 3 }
rules:
  unresolved-link: loud
  unresolved: error
  missing-property: { severity: info, maximum: 0, minimum: 1 }
  tag-spelling: { style: snake, names: [ab, c] }
`);
  expect(mistakes).toHaveLength(12);
  expect(conventions).toEqual({
    types: [{ ...bareType, code: "MR", tags: ["a"] }, ...techJournal.types],
    listsTypes: true,
    classes: null,
    ignore: ["a", "b"],
    lintExcluded: false,
    site: null,
    excluded: null,
    placeholders: [],
    rules: new Map<string, unknown>([
      ["missing-property", { severity: "info", ignore: [], options: {} }],
      ["tag-spelling", { ignore: [], options: { style: "snake", names: ["ab"] } }],
    ]),
  });
});

describe("offsets count line ends as they are", () => {
  expectMistakes("extends: none\r\n«ignor»: a\r\n", ['Unknown key "ignor", expected "ignore"']);
});

test("a rule may not have an option that the config has a meaning for", () => {
  expect(() => readConfig("", new Map([["a", z.object({ ignore: z.string() })]]))).toThrow(RangeError);
});

test("never throws, and every range lies in the text", () => {
  const pieces = [
    "extends",
    "ignore",
    "rules",
    "types",
    "MR",
    "unresolved-link",
    "off",
    ": ",
    ":",
    "- ",
    "\n",
    "\n  ",
    "[",
    "]",
  ];
  const more = [
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!t ",
    '"',
    "'",
    "|",
    "? ",
    "#",
    "%YAML 1.1\n---\n",
    "<<",
    "__proto__",
    "1",
    "\t",
    "é",
  ];
  const texts = fc
    .array(fc.constantFrom(...pieces, ...more), { maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      for (const { from, to, message } of read(text).mistakes) {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(message).not.toMatch(/invalid|illegal|please|\.$/i);
      }
    }),
    { numRuns: 500 },
  );
});

function expectMistakes(marked: string, messages: readonly string[]): void {
  const { text } = unmark(marked);
  const { mistakes } = read(text);
  test("is marked", () => {
    expect(mark(text, mistakes)).toBe(marked);
  });
  test("is said", () => {
    expect(mistakes.map(({ message }) => message)).toEqual(messages);
  });
}
