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
  const commonest = (countOf: (at: number) => number): ReadonlySet<string | null> => {
    const table = new TagSpellings();
    table.begin({ counts: () => tags.map((tag, at) => [tag, countOf(at)] as const) });
    return new Set(tags.map((tag) => table.commonest(tag)));
  };
  expect(commonest(() => 1)).toEqual(new Set([null]));
  expect(commonest((at) => (at === 5 ? 2 : 1))).toEqual(new Set(tags.slice(5, 6)));
});
