import { fc, test } from "@fast-check/jest";
import { propertyKinds, type PropertyConvention } from "../../src/journal/property-kinds.ts";
import { misfits, propertySchemas, type PropertySchema } from "../../src/journal/property-schemas.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import * as z from "../../src/journal/zod.ts";

const [techJournalType] = techJournal.types;

const untyped = {
  classes: [],
  tags: [],
  folders: [],
  properties: [],
  sections: [],
  linkage: "optional",
  ending: null,
} as const;

describe.each<[string, string, readonly unknown[], readonly unknown[]]>([
  ["title", "text", ["a", "", null], [1, true, ["a"], { a: 1 }]],
  ["description", "text", ["a"], [2023]],
  ["note_id", "text", ["230718TJ16", "anything"], [230718]],
  ["tags", "list", [["a"], [], [2023, true, null], null], ["a", 2023, {}]],
  ["aliases", "list", [["a"], null], ["a", [1], [null]]],
  ["cssclasses", "list", [["a"]], ["a", [true]]],
  ["keywords", "list", [["a", 1]], ["a", [true], [["a"]]]],
  ["draft", "checkbox", [true, false, null], ["true", 1, [true]]],
  ["created", "date", ["2023-07-18", "2023-02-30", "now", "", null], [2023, true, {}]],
  ["updated", "date", ["2023-07-18"], [["2023-07-18"]]],
])("%s is %s", (name, kind, fitting, others) => {
  const schema = propertySchemas(null).get(name);
  test("and named so", () => {
    expect(schema).toMatchObject({ name, kind, required: false });
  });
  test.each(fitting.map((value) => [value]))("takes %j", (value) => {
    expect(schema && misfits(schema, value)).toEqual([]);
  });
  test.each(others.map((value) => [value]))("does not take %j", (value) => {
    expect(schema && misfits(schema, value)).not.toEqual([]);
  });
});

test("what does not fit is named by the item's place, or as a whole", () => {
  const places = (name: string, value: unknown): unknown => {
    const schema = propertySchemas(null).get(name);
    return schema && misfits(schema, value);
  };
  expect(places("aliases", ["a", 1, "b", null])).toEqual([1, 3]);
  expect(places("keywords", ["a", true])).toEqual([1]);
  expect(places("aliases", "a")).toEqual([null]);
  expect(places("created", 2023)).toEqual([null]);
});

describe("what fits is what a schema of zod would take", () => {
  const ofKind: Readonly<Record<PropertySchema["kind"], z.ZodMiniType>> = {
    text: z.string(),
    list: z.array(z.unknown()),
    number: z.number(),
    checkbox: z.boolean(),
    date: z.string(),
    datetime: z.string(),
    any: z.unknown(),
  };
  const ofItem: Readonly<Record<PropertySchema["items"], z.ZodMiniType>> = {
    text: z.array(z.string()),
    "text or number": z.array(z.union([z.string(), z.number()])),
    any: z.array(z.unknown()),
  };
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(fc.jsonValue({ maxDepth: 0 })),
    fc.double(),
  );
  test.prop([
    fc.constantFrom(...([...propertyKinds, "any"] as const)),
    fc.constantFrom("text", "text or number", "any"),
    values,
  ])("of each kind", (kind, items, value) => {
    const schema = z.nullable(kind === "list" ? ofItem[items] : ofKind[kind]);
    const places = schema.safeParse(value).error?.issues.map(({ path }) => path[0] ?? null) ?? [];
    expect(misfits({ kind, items }, value)).toEqual(places);
  });
});

test("a type's required properties, also those of which nothing is known", () => {
  const type = { ...untyped, code: "MR", required: ["title", "Source"] };
  const schemas = propertySchemas(type);
  expect(schemas.get("title")).toMatchObject({ name: "title", kind: "text", required: true });
  expect(schemas.get("source")).toMatchObject({ name: "Source", kind: "any", required: true });
  expect(schemas.get("source")?.items).toBe("any");
  expect(schemas.get("tags")).toMatchObject({ required: false });
});

describe.each<[string, PropertyConvention["kind"], readonly unknown[], readonly unknown[]]>([
  ["rating", "number", [1, 0.5, null], ["1", true, [1]]],
  ["done", "checkbox", [true, null], ["true", 1]],
  ["due", "datetime", ["2023-07-18T10:00", "2023-07-18", null], [2023]],
  ["topics", "list", [["a", 1], [], null], ["a"]],
  ["mood", "any", ["a", 1, [true], { a: 1 }], []],
  // What is known of a property holds where the config does not say otherwise.
  ["title", "any", ["a"], [1]],
  ["Draft", "text", ["later"], [true]],
  ["aliases", "list", [["a"]], [[1]]],
])("%s is %s by the conventions", (name, kind, fitting, others) => {
  const properties = [{ name, kind, values: [] }];
  const schema = propertySchemas({ ...untyped, code: "MR", required: [], properties }).get(
    name.toLowerCase(),
  );
  test("and takes what is", () => {
    expect(fitting.filter((value) => schema === undefined || misfits(schema, value).length > 0)).toEqual([]);
    expect(others.filter((value) => schema === undefined || misfits(schema, value).length === 0)).toEqual([]);
    expect(schema?.required).toBe(false);
  });
});

test("a property that is required and has values", () => {
  const properties = [{ name: "status", kind: "text", values: ["open"] }] as const;
  const schemas = propertySchemas({ ...untyped, code: "MR", required: ["Status"], properties });
  expect(schemas.get("status")).toMatchObject({
    name: "Status",
    kind: "text",
    required: true,
    values: ["open"],
  });
});

test("made once for a type", () => {
  expect(techJournalType && propertySchemas(techJournalType)).toBe(
    techJournalType && propertySchemas(techJournalType),
  );
  expect(propertySchemas(null)).toBe(propertySchemas(null));
});
