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
  [".is-mobile .linkage-problems", "--linkage-list-row"],
  [".is-mobile .linkage-view", "--linkage-list-row"],
  [".is-mobile .linkage-fixes", "--linkage-list-row"],
  [".is-mobile .linkage-tool-buttons .clickable-icon", "min-block-size"],
  [".is-mobile .linkage-tool-buttons .clickable-icon", "min-inline-size"],
  [".is-mobile .linkage-problems-toggle", "min-block-size"],
])("%s is large enough for a finger: %s", (selector, property) => {
  expect(said(selector, property).join()).toContain("var(--linkage-finger)");
  expect(said("body", "--linkage-finger")).toEqual(["calc(var(--size-4-5) * 2)"]);
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

/** Each declaration of the sheet with the selectors that it is for. */
const declarations = rules.flatMap(({ selectors, body }) =>
  body.split(";").flatMap((line) => {
    const [property = "", ...value] = line.split(":").map((part) => part.trim());
    return property === "" ? [] : [{ selectors, property, value: value.join(":") }];
  }),
);

// What has a left and a right would have them the wrong way round where the app's language goes from right to left.
test("no property names a side of the screen", () => {
  const isPhysical = /(?:^|-)(?:left|right|top|bottom)(?:$|-)|^(?:min-|max-)?(?:width|height)$/;
  expect(declarations.filter(({ property }) => isPhysical.test(property))).toEqual([]);
  expect(declarations.filter(({ property }) => property === "float" || property === "clear")).toEqual([]);
});

test("no shorthand gives the left another value than the right", () => {
  const sides = declarations.filter(({ property }) =>
    /^(?:margin|padding|inset|border-width)$/.test(property),
  );
  expect(sides.length).toBeGreaterThan(0);
  const valuesOf = (value: string): readonly string[] =>
    value.match(/(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
  const uneven = sides.filter(({ value }) => {
    const [, right, , left = right] = valuesOf(value);
    return left !== right;
  });
  expect(uneven).toEqual([]);
  const corners = declarations.filter(({ property }) => property === "border-radius");
  expect(corners.filter(({ value }) => valuesOf(value).length > 1)).toEqual([]);
});

// Words that go their own way have the side of the row that they are in.
test("what stands at the left stands at the right where the app goes from right to left", () => {
  const at = (side: string): readonly string[] =>
    declarations
      .filter(({ property, value }) => property === "text-align" && value === side)
      .flatMap(({ selectors }) => selectors);
  const inOtherWay = at("right");
  expect(inOtherWay.filter((selector) => !selector.includes(":dir(rtl)"))).toEqual([]);
  const lastOf = (selector: string): string => selector.replace(":dir(rtl)", "").split(" ").at(-1) ?? "";
  expect(at("left").filter((selector) => !inOtherWay.map(lastOf).includes(lastOf(selector)))).toEqual([]);
});
