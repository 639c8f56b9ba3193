import { readFileSync } from "node:fs";

const css = readFileSync("styles.css", "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
const rules = Array.from(css.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors = "", body = ""]) => ({
  selectors: selectors.split(",").map((selector) => selector.trim()),
  body,
}));

/** What the rules for a selector say of a property. */
function said(selector: string, property: string): readonly string[] {
  return rules
    .filter(({ selectors }) => selectors.includes(selector))
    .flatMap(({ body }) => body.split(";").map((line) => line.trim()))
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1).trim());
}

// The editor keeps blanks and line ends, and what is shown in it inherits that.
test.each([[".linkage-tree"], [".linkage"]])("%s shows no line ends of the HTML in live preview", (block) => {
  expect(said(block, "white-space")).toEqual(["normal"]);
});

test("what is to be said of the tree's note goes on to another line", () => {
  expect(said(".linkage-view-marks", "white-space")).toEqual([]);
  expect(said(".linkage-view-marks", "overflow-wrap")).toEqual(["anywhere"]);
});

test.each([
  [".is-mobile .linkage-view", "--linkage-list-row"],
  [".is-mobile .linkage-view-controls .clickable-icon", "min-block-size"],
  [".is-mobile .linkage-view-controls .clickable-icon", "min-inline-size"],
])("%s is large enough for a finger: %s", (selector, property) => {
  expect(said(selector, property).join()).toContain("calc(var(--size-4-5) * 2)");
});

test("the indent of a row grows less from the tenth level on, and never past half of the list", () => {
  const [indent = ""] = said(".linkage-list-row", "--linkage-list-indent");
  const factors = Array.from(indent.matchAll(/([\d.]+)%/g), ([, percent]) => Number(percent));
  expect(factors).toHaveLength(2);
  const [first = 0, later = 0] = factors;
  expect(first * 10 + later * 40).toBeLessThanOrEqual(50);
});

// Nothing of ours moves by itself, so that there is nothing to stop where the system asks for reduced motion.
test.each([["transition"], ["animation"], ["scroll-behavior"]])("nothing has a %s", (property) => {
  expect(rules.filter(({ body }) => body.includes(property))).toEqual([]);
});
