import { completionPlace } from "../../src/writing/completion-place.ts";

/** What is to be completed where `‸` stands: its kind and what is written of it; null if nothing is. */
function placeIn(marked: string): string | null {
  const lines = marked.replace("‸", "").split("\n");
  const line = marked.slice(0, marked.indexOf("‸")).split("\n").length - 1;
  const column = marked.split("\n")[line]?.indexOf("‸") ?? 0;
  const place = completionPlace((at) => lines[at] ?? "", line, column);
  if (place === null) return null;
  expect(lines[line]?.slice(place.from, column)).toBe(place.query);
  return [`${place.kind} ${place.query}`, place.close, place.closed].join("|");
}

const tree = '<div class="linkage-tree">\n  <ul>\n    <li>tags\n';

test.each([
  ["a note id", "---\nnote_id: 26‸\n---\n", "note-id 26||"],
  ["nothing of it yet", "---\nnote_id: ‸\n---\n", "note-id ||"],
  ["in quotes that are closed", '---\nnote_id: "26‸"\n---\n', 'note-id 26||"'],
  ["in quotes that are not", "---\nnote_id: '26‸\n---\n", "note-id 26|'|"],
  ["before a comment", "---\nNote_ID: 26‸ # soon\n---\n", "note-id 26||"],
  ["not within it", "---\nnote_id: 26‸01\n---\n", null],
  ["not without the blank that YAML wants", "---\nnote_id:‸\n---\n", null],
  ["not of another property", "---\nother_note_id: 2‸\n---\n", null],
  ["not below the properties", "---\na: b\n---\nnote_id: 2‸\n", null],
  ["not in a note without properties", "a\nnote_id: 2‸\n", null],
  ["while the properties are not closed yet", "---\nnote_id: 2‸\n", "note-id 2||"],

  ["a tag in brackets", "---\ntags: [a‸\n---\n", "tag a||"],
  ["the first", "---\ntags: [‸]\n---\n", "tag ||"],
  ["a later one", "---\ntags: [a, b c‸]\n---\n", "tag b c||"],
  ["one before another", "---\ntags: [a‸, b]\n---\n", "tag a||"],
  ["one in quotes", '---\ntags: ["a", "b‸"]\n---\n', 'tag b||"'],
  ["not within one", "---\ntags: [a‸b]\n---\n", null],
  ["not behind the brackets", "---\ntags: [a]‸\n---\n", null],
  ["not a single value, which is no list", "---\ntags: a‸\n---\n", null],
  ["a tag on a line of its own", "---\ntags:\n  - a\n  - b‸\n---\n", "tag b||"],
  ["without an indent", "---\ntags:\n- ‸\n---\n", "tag ||"],
  ["below a comment and a blank line", "---\ntags: # mine\n\n  # those\n  - b‸\n---\n", "tag b||"],
  ["a class", "---\nCSSclasses:\n  - 'b‸\n---\n", "class b|'|"],
  ["a class in brackets", "---\ncssclasses: [b‸\n---\n", "class b||"],
  ["not an item of another list", "---\ntags:\n  - a\naliases:\n  - b‸\n---\n", null],
  ["not a list of the body", "---\ntags:\n---\n- b‸\n", null],

  ["a link in a linkage block", `${tree}<li>[[tech jou‸`, "linkage-link tech jou|]]|"],
  ["with brackets behind it", `${tree}<li>[[‸]]</li>`, "linkage-link ||]]"],
  ["below a block that is closed in it", `${tree}<div>x</div>\n<li>[[a‸`, "linkage-link a|]]|"],
  ["on the line of the block", '<div class="a linkage"><li>[[a‸', "linkage-link a|]]|"],
  ["in another block's", `text\n${tree}</ul>\n</div>\n<div class=linkage>\n[[a‸`, "linkage-link a|]]|"],
  ["not its heading or display text", `${tree}<li>[[a#b‸`, null],
  ["nor behind the bar", `${tree}<li>[[a|b‸`, null],
  ["not behind a link", `${tree}<li>[[a]] b‸`, null],
  ["not in text, where the app does", "See [[a‸", null],
  ["not behind the blank line that ends the HTML", `${tree}\n<li>[[a‸`, null],
  ["not behind the block's end", `${tree}</ul>\n</div>\n[[a‸`, null],
  ["not in other HTML", '<div class="other">\n[[a‸', null],
  ["a tag in a linkage block", `${tree}<li>#fi‸</li>`, "linkage-tag fi||"],
  ["behind another", `${tree}<li>#a, #‸`, "linkage-tag ||"],
  ["not within one", `${tree}<li>#a‸b</li>`, null],
  ["not in a word", `${tree}<li>c#‸`, null],
  ["not in text", "words #a‸", null],
  ["not in the properties", "---\ntags:\n  - #a‸\n---\n", null],
])("%s", (_, marked, expected) => {
  expect(placeIn(marked)).toBe(expected);
});

test("in the middle of a long text, few lines are looked at", () => {
  let looked = 0;
  const lineAt = (line: number): string => {
    looked++;
    return line === 100_000 ? "<li>[[a" : "<li>";
  };
  expect(completionPlace(lineAt, 100_000, 7)).toBeNull();
  expect(looked).toBeLessThan(1000);
});
