import { fc, test } from "@fast-check/jest";
import { changeConfig } from "../../src/journal/config-edits.ts";
import type { ConfigChange } from "../../src/journal/config-change.ts";
import { commentsOf } from "../../src/journal/config-comments.ts";
import { readConfig } from "../../src/journal/read-config.ts";
import * as z from "../../src/journal/zod.ts";
import { configTexts } from "./random-config.ts";

const options = z.object({
  maximum: z._default(z.number(), 3),
  names: z._default(z.array(z.string()), []),
});
const rules = new Map([
  ["unresolved-link", options],
  ["missing-property", options],
  ["tag-spelling", options],
]);

const words = fc.constantFrom(
  "Templates",
  "a b",
  "**/*.md",
  "2023",
  "it's",
  "new",
  "x # y",
  "-",
  "Notes/MR",
  "null",
  "é\n",
);
const ids = fc.constantFrom(...rules.keys());
const codes = fc.constantFrom("MR", "TJ", "NO");
const lists = fc.oneof(
  fc.constant(["ignore"]),
  fc.constant(["placeholders"]),
  fc.constant(["classes"]),
  ids.map((id) => ["rules", id, "ignore"]),
  ids.map((id) => ["rules", id, "names"]),
  fc
    .tuple(codes, fc.constantFrom("classes", "tags", "folders", "required"))
    .map(([code, list]) => ["types", code, list]),
);
const values = fc.oneof(
  fc
    .tuple(ids, fc.constantFrom("error", "warning", "info", "off"))
    .map(([id, value]) => ({ path: ["rules", id, "severity"], value })),
  fc
    .tuple(ids, fc.integer({ min: 1, max: 99 }))
    .map(([id, value]) => ({ path: ["rules", id, "maximum"], value })),
  fc.constantFrom("none", "tech-journal").map((value) => ({ path: ["extends"], value })),
  fc.constantFrom("quartz", "publish").map((value) => ({ path: ["site"], value })),
  fc
    .tuple(
      codes,
      fc.constantFrom(["linkage", "required"], ["linkage", "optional"], ["ending", "#"], ["ending", "a b"]),
    )
    .map(([code, [word = "", value = ""]]) => ({ path: ["types", code, word], value })),
);
const additions = fc.tuple(lists, words).map(([path, item]) => ({ kind: "add", path, item }) as const);
const changes: fc.Arbitrary<ConfigChange> = fc.oneof(
  additions,
  fc.tuple(lists, words).map(([path, item]) => ({ kind: "drop", path, item }) as const),
  values.map((each) => ({ kind: "set", ...each }) as const),
  values.map(({ path }) => ({ kind: "unset", path }) as const),
  fc.constantFrom("NO", "ZZ").map((code) => ({ kind: "set", path: ["types", code], value: {} }) as const),
  codes.map((code) => ({ kind: "unset", path: ["types", code] }) as const),
);

/** The text after a change that is not refused. */
function changed(text: string, change: ConfigChange): string {
  const result = changeConfig(text, change);
  if ("refusal" in result) throw new RangeError(result.refusal);
  return result.text;
}

/** What a config says, as data that can be changed. */
interface Said {
  ignore: string[];
  placeholders: string[];
  classes: string[];
  site: string | null;
  types: Map<string, Record<string, string[]>>;
  rules: Map<string, { severity?: string; ignore: string[]; options: Record<string, unknown> }>;
}

/** What in a config does not hold; that types overlap is only a warning. */
function faultsIn(text: string): readonly string[] {
  const { mistakes } = readConfig(text, rules);
  return mistakes.flatMap(({ message, severity }) => (severity === "warning" ? [] : message));
}

function said(text: string): Said {
  const { conventions } = readConfig(text, rules);
  expect(faultsIn(text)).toEqual([]);
  const { ignore, placeholders, classes, site, types } = conventions;
  return {
    ignore: [...ignore],
    placeholders: [...placeholders],
    classes: [...(classes ?? [])],
    site,
    types: new Map(
      types.map(({ code, linkage, ending, ...lists }) => [
        code,
        {
          classes: [...lists.classes],
          tags: [...lists.tags],
          folders: [...lists.folders],
          required: [...lists.required],
          linkage: [linkage],
          ending: ending === null ? [] : [ending],
        },
      ]),
    ),
    rules: new Map(
      [...conventions.rules].map(([id, { severity, ignore: globs, options: read }]) => [
        id,
        { ...(severity ? { severity } : {}), ignore: [...globs], options: { ...read } },
      ]),
    ),
  };
}

/** The same change done to what the config says: an answer of its own. */
function done(
  config: Said,
  { path: [first = "", second = "", third = ""], ...change }: ConfigChange,
  text: string,
): Said {
  if (first === "extends" || (first === "types" && third === "")) return said(text);
  const list = (): [string[], (items: string[]) => void] => {
    if (first === "ignore" || first === "placeholders" || first === "classes")
      return [config[first], (items) => (config[first] = items)];
    if (first === "types") {
      const type = config.types.get(second) ?? bareType;
      return [
        type[third] ?? [],
        (items) => {
          if (config.types.has(second) || items.some((item) => item !== "optional" || "value" in change))
            config.types.set(second, { ...type, [third]: items });
        },
      ];
    }
    const rule = ruleOf(config, second);
    if (third === "ignore") return [rule.ignore, (items) => (rule.ignore = items)];
    return [
      (rule.options[third] ?? []) as string[],
      (items) => {
        setOption(rule.options, third, items);
      },
    ];
  };
  if ("item" in change) {
    const [items, give] = list();
    const { item } = change;
    const index = items.indexOf(item);
    if (change.kind === "add") give(index < 0 ? [...items, item] : items);
    else give(items.filter((_, at) => at !== index));
  } else if (first === "site") {
    config.site = "value" in change ? textIn(change) : null;
  } else if (first === "types") {
    const [, give] = list();
    if ("value" in change) give([textIn(change)]);
    else give(third === "linkage" ? ["optional"] : []);
  } else {
    const rule = ruleOf(config, second);
    const value = "value" in change ? change.value : undefined;
    if (third === "severity") {
      if (typeof value === "string") rule.severity = value;
      else delete rule.severity;
    } else setOption(rule.options, third, value);
  }
  return config;
}

function textIn(change: object): string {
  return "value" in change && typeof change.value === "string" ? change.value : "";
}

const bareType: Record<string, string[]> = {
  classes: [],
  tags: [],
  folders: [],
  required: [],
  linkage: ["optional"],
  ending: [],
};

function ruleOf({ rules: all }: Said, id: string) {
  const rule = all.get(id) ?? { ignore: [], options: {} };
  all.set(id, rule);
  return rule;
}

function setOption(all: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) Reflect.deleteProperty(all, name);
  else all[name] = value;
}

/** In an order, without rules of which nothing is said. */
function settled({ types, rules: all, ...lists }: Said): unknown {
  const spoken = [...all].filter(
    ([, { severity, ignore, options: read }]) =>
      severity !== undefined || ignore.length + Object.keys(read).length > 0,
  );
  return { ...lists, types: [...types].sort(), rules: spoken.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

const runs = { numRuns: 100 };

test.prop([configTexts, changes], runs)("the changed text says the changed config", (text, change) => {
  const after = changed(text, change);
  expect(settled(said(after))).toEqual(settled(done(said(text), change, after)));
});

const commentsIn = (text: string): readonly string[] => text.match(/# c\d+/g) ?? [];

test.prop([configTexts, changes], runs)(
  "comments stay, in their order; where something is taken out, but those behind what went",
  (text, change) => {
    const after = changed(text, change);
    const left = commentsIn(after);
    const alone = commentsIn(text).filter((comment) => new RegExp(`^ *${comment}\r?$`, "m").test(text));
    const isRemoval = change.kind === "drop" || change.kind === "unset";
    const staying = isRemoval ? alone : commentsIn(text);
    expect(left.filter((comment) => staying.includes(comment))).toEqual(staying);
    expect(commentsIn(text).filter((comment) => left.includes(comment))).toEqual(left);
    for (const comment of commentsIn(text)) {
      if (left.includes(comment)) continue;
      const line = linesWithout(text).at(lineOf(text, comment));
      const count = (lines: readonly string[]): number => lines.filter((each) => each === line).length;
      expect(count(linesWithout(after))).toBeLessThan(count(linesWithout(text)));
    }
  },
);

/** The lines of a text without their comments. */
function linesWithout(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.replace(/ *# c\d+$/, ""));
}

function lineOf(text: string, comment: string): number {
  return text.split(/\r?\n/).findIndex((line) => line.endsWith(comment));
}

test.prop([configTexts, changes], runs)("line ends and a missing last one stay", (text, change) => {
  const after = changed(text, change);
  if (text !== "" && after !== "") expect(after.endsWith("\n")).toBe(text.endsWith("\n"));
  if (text.includes("\r\n")) expect(after).not.toMatch(/(?<!\r)\n/);
  else expect(after).not.toContain("\r");
});

const insertions = fc.oneof(
  additions,
  values.map((each) => ({ kind: "set", ...each }) as const),
);

test.prop([configTexts, insertions], runs)(
  "of the lines there were, one at most is written anew",
  (text, change) => {
    const before = text.split(/\r?\n/);
    const kept = linesInCommon(before, changed(text, change).split(/\r?\n/));
    expect(kept).toBeGreaterThanOrEqual(before.length - 1);
  },
);

/** How many lines of one text are in the other too, in the same order. */
function linesInCommon(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0);
  for (const line of one) {
    const above = row;
    row = [];
    for (const [at, each] of other.entries())
      row.push(each === line ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0));
  }
  return row.at(-1) ?? 0;
}

test.prop([configTexts, additions], runs)(
  "what was added and is removed leaves the old text",
  (text, addition) => {
    const before = said(text);
    const after = changed(text, addition);
    if (after === text || !isBackSensible(before, addition, text)) return;
    expect(changed(after, { ...addition, kind: "drop" })).toBe(text);
  },
);

/** A list that stood empty, or alone as one text, is not made that again; nor is a built-in type taken back. */
function isBackSensible(
  before: Said,
  { path: [first = "", second = "", third = ""] }: ConfigChange,
  text: string,
): boolean {
  if (first === "ignore" || first === "placeholders" || first === "classes") return before[first].length > 1;
  if (first === "types")
    return (before.types.get(second)?.[third]?.length ?? 0) > 1 && text.includes(`${second}:`);
  const rule = before.rules.get(second);
  return third === "ignore" ? (rule?.ignore.length ?? 0) > 1 : Array.isArray(rule?.options[third]);
}

const pieces = fc.constantFrom(
  ...[
    "ignore",
    "rules",
    "types",
    "MR",
    "tag-spelling",
    "off",
    ": ",
    ":",
    "- ",
    "\n",
    "\n  ",
    "\r\n",
    "\r",
    "[",
    "]",
    "{",
    "}",
  ],
  ...[
    ", ",
    "&a ",
    "*a",
    "!t ",
    '"',
    "'",
    "|\n  ",
    "? ",
    " # c",
    "#",
    "---\n",
    "...\n",
    "<<",
    "__proto__",
    "1",
    "\t",
    "\u0002",
    "\u001f",
  ],
);

test.prop([fc.array(pieces, { maxLength: 25 }), changes], { numRuns: 250 })(
  "of any text at all, it never throws and never makes a mistake more",
  (parts, change) => {
    const text = parts.join("");
    const result = changeConfig(text, change);
    if ("refusal" in result) expect(result.refusal).toMatch(/, expected /);
    else expect(faultsIn(result.text).length).toBeLessThanOrEqual(faultsIn(text).length);
  },
);

/** What a config may hold besides, rightly or wrongly, where nobody who changes it expects it. */
const oddities = fc.oneof(
  { weight: 1, arbitrary: pieces },
  {
    weight: 4,
    arbitrary: fc.constantFrom(" # c90\n ", "\n# c91\n ", "\n  # c92\n ", "[ # c93\n]", "|- # c94\n  "),
  },
);

/** Texts that are nearly configs: something in them belongs elsewhere, mostly behind a comma or an opening bracket. */
const oddTexts = fc
  .tuple(configTexts, fc.array(fc.tuple(fc.nat(), fc.nat(3), oddities), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce((now, [where, gap, added], number) => {
      const gaps = [...now.matchAll(/[,{[]/g)].map(({ index }) => index + 1);
      const at = gap === 0 || gaps.length === 0 ? where % (now.length + 1) : gaps[where % gaps.length];
      return now.slice(0, at) + added.replace(/# c9\d/, `$&${String(number)}`) + now.slice(at);
    }, text),
  );

/** Mostly of what is there to be taken out with all that is in it. */
const oddChanges = fc.oneof(
  { weight: 1, arbitrary: changes },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        codes.map((code) => ["types", code]),
        ids.map((id) => ["rules", id]),
        lists,
      )
      .map((path) => ({ kind: "unset", path }) as const),
  },
);

const wordsOf = (text: string): readonly string[] =>
  commentsOf(text).map((comment) => comment.text.trimEnd());

test.prop([oddTexts, oddChanges], { numRuns: 500 })(
  "of what is nearly a config, no comment loses a word, and no mistake comes",
  (text, change) => {
    const result = changeConfig(text, change);
    if ("refusal" in result) return;
    expect(faultsIn(result.text).length).toBeLessThanOrEqual(faultsIn(text).length);
    const left = wordsOf(result.text);
    const isRemoval = change.kind === "drop" || change.kind === "unset";
    if (!isRemoval) {
      expect(left).toEqual(wordsOf(text));
      return;
    }
    const alone = text.split(/\r?\n/).flatMap((line) => /^ *(#.*)$/.exec(line)?.[1]?.trimEnd() ?? []);
    expect(wordsOf(text).filter((words) => left.includes(words) || alone.includes(words))).toEqual(left);
  },
);
