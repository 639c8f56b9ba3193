import { blockParts } from "../../src/linkage/block-text.ts";

/** The parts as `[link→linktext]`, `(#tag)` and plain text. */
function draw(text: string): string {
  return blockParts(text)
    .map((part) =>
      part.kind === "link"
        ? `[${part.text}→${part.linktext}]`
        : part.kind === "tag"
          ? `(${part.text})`
          : part.text,
    )
    .join("");
}

test.each([
  ["words", "words"],
  ["", ""],
  ["[[a]]", "[a→a]"],
  ["see [[a]] and [[b|that]].", "see [a→a] and [that→b]."],
  ["[[a#One#Two]] [[#Here]]", "[a > One > Two→a#One#Two] [Here→#Here]"],
  ["[[ a | b ]]", "[b→a]"],
  ["#tag, #two #three", "(#tag), (#two) (#three)"],
  ["#2023 is no tag, nor is a#b", "#2023 is no tag, nor is a#b"],
  ["[[a", "[[a"],
  ["[[]] [[ ]]", "[[]] [[ ]]"],
  ["[[a#b]] #c", "[a > b→a#b] (#c)"],
  ["[[[a]]]", "[[a→a]]"],
])("%s", (text, expected) => {
  expect(draw(text)).toBe(expected);
});
