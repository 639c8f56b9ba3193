import { fc } from "@fast-check/jest";
import { anyCharacter } from "../any-character.ts";

/** Marks of Markdown, Obsidian, HTML and YAML, and words between them. */
// prettier-ignore
const marks = [
  "\n", "\n", "\n\n", "\n\n", " ", " ", "  ", "    ", "\t", "> ", ">", "- ", "* ", "1. ", "[^1]: ", "- [ ] ",
  "# ", "## ", " #", "---\n", "===\n", "***", "```\n", "~~~", "`", "``", "\\", "*", "_", "!", "|", "\\|",
  "| - |\n", "|-|-|\n", "| a | b |\n", "[", "]", "(", ")", "![", "](b.md)", "](<c d.md> 't')", "](%20#e)",
  "](https://a.b)", "[f]", "[x][f]", "[f]: g.md#h\n", "\n\n[f]: <i j>\n", "[x](y.md)", "![x](y.png)", "[x](a\\_b%23c)", "https://a.b/c",
  "<https://a.b>", "<a@b.c>", "[[", "]]", "![[", "[[a]]", "[[a#b|c]]", "![[d.png]]", "[[#^e]]", "[[a\\|b]]",
  "#tag", "#t/u-v", "#12", "^id", " ^id\n", "%%", "%%\n", "$", "$$", "$$\n", "*see also:* ",
  "%% linkage-disable a %%", "<!-- linkage-disable-next-block b -->", "<!--", "-->", "<b>", "</b>", "<br>",
  '<div class="linkage">\n', '<div class="linkage-tree">', "<ul>", "</ul>", "<li>", "<li>#t</li>", "</li>",
  "<li>[[a|b]]</li>", "<div>", "</div>", "\n</div>\n", "<pre>", "<code>", "</code>", '<a href="a%20b#c">',
  "<a href='", "</a>", "<", ">", '"', "'", "a: b\n", 'up: "[[a#b]]"\n', "of:\n  - '[[c|d]]'\n", ": ",
  "e: >\n  [[f]]\n  g\n", "linkage-disable: [a]\n", "word", "two words", "日本", "💡", "é", "\u00A0", "\u2028",
  "\u0000", "\uD800", "\uFEFF", "1", ".", ",",
];
const mark = fc.constantFrom(...marks);

const marked = fc.array(mark, { maxLength: 60, size: "max" }).map((parts) => parts.join(""));

const property = fc.constantFrom(
  ...[
    'up: "[[a#b]]"\n',
    "of:\n  - '[[c|d]]'\n  - e\n",
    "f: [g, '[[h]]']\n",
    "i: >\n  see [j](k.md)\n",
    "l: \n",
  ],
  ...["linkage-disable: [a, b]\n", "linkage-disable: c\n", "tags:\n- m\n", "# n\n", "\n"],
);
const frontmatter = fc.array(property, { maxLength: 4 }).map((lines) => `---\n${lines.join("")}---\n`);

/** A linkage block with its parts in order; what is changed below breaks it here and there. */
const linkage = fc
  .tuple(
    fc.constantFrom("linkage", "linkage-tree"),
    fc.array(
      fc.tuple(
        fc.constantFrom("tags", "related", ""),
        fc.array(fc.constantFrom("#a", "[[b]]", "[[c#d|e]]", " f "), { maxLength: 3 }),
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom("", " ", "\n", "\n  "),
  )
  .map(([name, groups, gap]) => {
    const lists = groups.map(([label, items]) => {
      const list = `<ul>${gap}${items.map((item) => `<li>${item}</li>${gap}`).join("")}</ul>`;
      return label === "" ? list : `<li>${label}${gap}${list}</li>`;
    });
    return `<div class="${name}">${gap}<ul>${gap}${lists.join(gap)}</ul>${gap}</div>\n\n`;
  });

const suppression = fc
  .tuple(
    fc.constantFrom(["%%", "%%"], ["<!--", "-->"]),
    fc.constantFrom("disable", "enable", "disable-next-line", "disable-next-block"),
    fc.array(fc.constantFrom("a", "b", "c-d"), { maxLength: 4 }),
  )
  .map(([[open = "", close = ""], kind, rules]) => `${open} linkage-${kind} ${rules.join(", ")} ${close}`);

/** One kind of fact more often than a writer needs it, as in a table or a list of notes. */
const many = fc
  .tuple(
    fc.oneof(
      suppression.map((one) => [one]),
      fc.array(suppression, { minLength: 4, maxLength: 8 }),
      fc.array(mark, { minLength: 1, maxLength: 3 }),
    ),
    fc.integer({ min: 1, max: 7 }),
    fc.constantFrom("\n", "\n\n", " "),
  )
  .map(([parts, times, between]) => Array.from({ length: times }, () => parts.join(between)).join(between));

const part = fc.oneof(
  { weight: 3, arbitrary: marked },
  { weight: 1, arbitrary: linkage },
  { weight: 1, arbitrary: many },
);
const change = fc.tuple(fc.nat(400), fc.nat(3), fc.oneof(mark, fc.constant("")));

const note = fc
  .tuple(
    fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: frontmatter }),
    fc.array(part, { maxLength: 3 }),
    fc.array(change, { maxLength: 4 }),
  )
  .map(([start, parts, changes]) => changes.reduce(changed, start + parts.join("")));

/** The text of a note: with marks, linkage blocks and changes to both, and now and then any text. */
export const noteText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: note },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
);

function changed(text: string, [at, removed, inserted]: readonly [number, number, string]): string {
  const from = text === "" ? 0 : at % text.length;
  return text.slice(0, from) + inserted + text.slice(from + removed);
}
