import { TagSpellings } from "../../src/vault/tag-spellings.ts";

/** The letters of `word` small and large in all ways, which are as many as there are numbers below 2 to the power of its length. */
function spellings(word: string): readonly string[] {
  return Array.from({ length: 2 ** word.length }, (_, bits) =>
    Array.from(word, (letter, at) => ((bits >> at) & 1 ? letter.toUpperCase() : letter)).join(""),
  );
}

// To compare all spellings for each of them takes minutes.
test("one tag may have thousands of spellings", () => {
  const tags = spellings("technologyjournal".slice(0, 16));
  const table = new TagSpellings();
  table.loadTags(tags);
  expect(tags.filter((tag) => table.commonest(tag) !== null)).toEqual([]);
  table.loadTags(tags.slice(5, 6));
  expect(new Set(tags.map((tag) => table.commonest(tag)))).toEqual(new Set(tags.slice(5, 6)));
});
