import { fc } from "@fast-check/jest";

/** Frontmatter YAML as people write it, with a few characters changed at random; ends with a line end unless empty. */
export function frontmatterYaml(): fc.Arbitrary<string> {
  const lineEnd = fc.constantFrom("\n", "\n", "\r\n");
  return fc
    .tuple(fc.array(property, { maxLength: 4 }), lineEnd, fc.array(change, { maxLength: 2 }))
    .map(([properties, end, changes]) => {
      const yaml = changes.reduce(apply, properties.map((lines) => lines.join(end) + end).join(""));
      return yaml === "" || yaml.endsWith("\n") ? yaml : yaml + end;
    });
}

/** One of the common, now and then one of the rare; both are divided by `¦`. */
function oneOf(common: string, rare: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...common.split("¦")) },
    { weight: 1, arbitrary: fc.constantFrom(...rare.split("¦")) },
  );
}

const plain = oneOf(
  "a b, c¦Über 日本¦😀¦C#¦a:b¦http://a.b/c?d=e#f¦a - b¦x # c¦<% t %>¦$5¦(x)¦-x¦a\\b¦",
  "...¦*a¦&a b¦!!str 1¦@a¦%a¦{a: b}¦- a¦a: b¦a:",
);
const typed = oneOf(
  "2024-01-30¦12¦-5¦+7¦007¦0x1f¦0o17¦1.5¦.5¦5.¦1e5¦-0¦-.inf¦.NaN¦~¦null¦NULL¦True¦false¦yes",
  ".iNF¦0x¦+¦.¦-1_0",
);
const quoted = oneOf(`"a: b # c"¦"a \\"b\\" \\\\"¦'it''s'¦''¦"a"  # b`, `"\\u0041"¦"a" b¦'a¦"a"#b`);
const flowList = oneOf(
  `[a, b]¦[a, "b", 'c', 1, ~]¦[ a , b#c ,]¦[]¦[http://a.b]  # c`,
  "[[Link]]¦[a: b]¦[a,, b]¦[a #b]¦[{a}]¦[a] b¦[a:]¦[a, -]¦[a 'b']",
);
const scalar = fc.oneof(plain, typed, quoted, flowList);
const item = fc.oneof(plain, typed, quoted, oneOf("", "[a]¦a: b¦- a"));
const name = oneOf(
  "title¦tags¦due date¦größe¦日¦a-b¦a/b¦k (1)¦__proto__",
  `null¦True¦2023¦"q"¦'q'¦a ¦<<¦[a]`,
);
const key = fc.tuple(name, fc.nat(9)).map(([word, number]) => (number > 3 ? word + String(number) : word));
const remark = oneOf("¦¦¦ # c¦  ", " #¦#¦\t¦ \t# c");

const pair = fc
  .tuple(key, oneOf(" ¦  ", "¦\t"), scalar, remark)
  .map(([left, blanks, value, behind]) => [`${left}:${blanks}${value}${behind}`]);
const listLine = fc
  .tuple(oneOf("- ¦-  ", "-¦ - ¦- - "), item, remark)
  .map(([dash, value, behind]) => dash + value + behind);
const list = fc
  .tuple(
    key,
    remark,
    oneOf("¦  ¦    ", " "),
    fc.array(fc.oneof({ weight: 9, arbitrary: listLine }, oneOf("¦# c", "x")), { maxLength: 4 }),
  )
  .map(([left, behind, indent, lines]) => [`${left}:${behind}`, ...lines.map((line) => indent + line)]);
const textLine = oneOf("text¦more text ¦# no¦- a¦a: b", "  in¦\t¦ ¦");
const textBlock = fc
  .tuple(
    key,
    oneOf("|¦>¦|-¦>-¦|  ", "|+¦|2¦> # c¦>+-"),
    oneOf("  ¦   ", " ¦"),
    fc.array(fc.option(textLine), { maxLength: 5 }),
  )
  .map(([left, header, indent, lines]) => [
    `${left}: ${header}`,
    ...lines.map((line) => (line === null ? "" : indent + line)),
  ]);

/** The lines of one property, or such as stand between two. */
const property = fc.oneof(
  { weight: 4, arbitrary: pair },
  { weight: 3, arbitrary: list },
  { weight: 2, arbitrary: textBlock },
  { weight: 1, arbitrary: oneOf("# c¦  # c¦¦  ", "\t¦ \t# c¦...").map((line) => [line]) },
);

const hostile = oneOf(
  ":¦-¦#¦[¦]¦{¦}¦\"¦'¦|¦>¦&¦*¦!¦%¦@¦,¦?¦ ¦\n¦~¦  ¦\n  ¦\n- ¦: ¦ #¦a¦0¦.",
  "\t¦\r¦`¦\\¦/¦+¦<¦=¦_¦é¦日¦😀¦\u2028¦\u00a0¦\ufeff¦\u0001¦\ud800¦...\n¦\r\n¦\n  - ¦---",
);

/** Take out up to two characters somewhere, and put in something else or nothing. */
const change = fc.record({
  at: fc.nat(300),
  taken: fc.nat(2),
  insert: fc.oneof({ weight: 3, arbitrary: hostile }, fc.constant("")),
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function apply(yaml: string, { at, taken, insert }: Change): string {
  const place = at % (yaml.length + 1);
  return yaml.slice(0, place) + insert + yaml.slice(place + taken);
}
