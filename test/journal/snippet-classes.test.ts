import { withSnippets } from "../../src/journal/snippet-classes.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";

const listing = { ...techJournal, classes: ["wide"] };

test.each<[css: string, classes: readonly string[]]>([
  ["", []],
  [".narrow { width: .5em; margin: 0.5rem }", ["narrow"]],
  [".a.b > p.c-d:not(.é_2) {}\r\n@media print { .a, .-x { } }", ["a", "b", "c-d", "é_2", "-x"]],
  ["#id, p { color: red }", []],
  [".wide {}", []],
])("classes in %j", (css, classes) => {
  expect(withSnippets(listing, [css]).classes).toEqual(["wide", ...classes]);
});

test("where no classes are listed any will do, whatever the snippets say", () => {
  expect(withSnippets(techJournal, [".a {}"])).toBe(techJournal);
});
