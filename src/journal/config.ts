import { lazily } from "../text/lazily.ts";
import { quote } from "../text/quote.ts";
import { codeForm } from "./note-id.ts";
import { siteKinds } from "./conventions.ts";
import { appLists, isOfKind, propertyKinds } from "./property-kinds.ts";
import * as z from "./zod.ts";

/**
 * The schemas of the rules' options, by rule id. An options schema is a plain object that gives each option a default; its
 * checks belong to the options, since the config takes an object's properties and drops only the faulty ones.
 */
export type OptionSchemas = ReadonlyMap<string, z.ZodMiniType>;

/** What a schema of `linkage.yaml` says of keys: what one is called, and which are known at a place. */
export interface KnownKeys {
  readonly noun: "key" | "option" | "rule";
  readonly names: readonly string[];
}

/**
 * The schema of `linkage.yaml`. An `error` given to a check goes on after the value in quotes: `is no …, expected …`.
 *
 * Where a list of texts is wanted, one text stands for a list of one. A key with nothing behind it says nothing. Below
 * `types` stands a note type's code, below `rules` a rule's id with a severity, or with a map of `severity`, `ignore`
 * and the rule's options.
 * @throws RangeError if a rule has an option that is called `severity` or `ignore`.
 */
export function configSchema(rules: OptionSchemas) {
  return z.strictObject({
    ...parts().general,
    rules: z.nullish(z.strictObject(Object.fromEntries([...rules].map(ruleEntry)))),
  });
}

/** The keys that are known below `path`, as zod gives it. Of a map inside a rule's option nothing is known here. */
export function knownKeys(path: readonly PropertyKey[], rules: OptionSchemas): KnownKeys {
  const [first, second] = path;
  if (path.length === 0) return { noun: "key", names: [...Object.keys(parts().general), "rules"] };
  if (path.length === 1) return { noun: "rule", names: [...rules.keys()] };
  if (path.length === 2 && first === "types")
    return { noun: "key", names: Object.keys(parts().noteType.def.shape) };
  if (first === "types") return { noun: "key", names: path.length === 4 ? propertyWords : [] };
  const schema = typeof second === "string" ? rules.get(second) : undefined;
  if (path.length > 2 || schema === undefined) return { noun: "key", names: [] };
  return { noun: "option", names: [...optionNames(schema), ...Object.keys(parts().setting)] };
}

const propertyWords: readonly string[] = ["kind", "values"];

/** What `linkage.yaml` holds besides rules, what it says of a note type, and of a rule besides its options. */
const parts = lazily(() => {
  const text = z.string().check(z.minLength(1));

  const texts = z.nullish(
    z.pipe(
      z.transform((value: unknown) => (typeof value === "string" ? [value] : value)),
      z.array(text),
    ),
  );

  const code = z
    .string()
    .check(z.regex(codeForm, { error: "is no code of a note type, expected one to four capitals" }));

  const line = text.check(z.regex(/^[^\r\n]*$/, { error: "is of several lines, expected one" }));

  const choice = z.union([text, z.number(), z.boolean()]);

  /** Where a property's kind stands alone it is a word, where its values do a list. */
  const property = z.pipe(
    z.transform((said: unknown) => {
      if (typeof said !== "object") return { kind: said };
      return Array.isArray(said) ? { values: said } : said;
    }),
    z
      .strictObject({ kind: z.nullish(z.enum(propertyKinds)), values: z.nullish(z.array(choice)) })
      .check(({ value: { kind, values }, issues }) => {
        for (const [at, input] of (values ?? []).entries()) {
          if (isOfKind(input, kind ?? "any")) continue;
          const message = `is not of the kind "${kind ?? ""}", expected one that is`;
          issues.push({ code: "custom", input, path: ["values", at], message });
        }
      }),
  );

  const properties = z.record(text, z.nullish(property)).check(({ value, issues }) => {
    for (const [name, said] of Object.entries(value)) {
      if (!appLists.includes(name.toLowerCase()) || (said?.kind ?? "list") === "list") continue;
      const message = `is not what Obsidian takes ${quote(name)} for, expected "list"`;
      issues.push({ code: "custom", input: said?.kind, path: [name, "kind"], message });
    }
  });

  const noteType = z.strictObject({
    classes: texts,
    tags: texts,
    folders: texts,
    required: texts,
    properties: z.nullish(properties),
    sections: texts,
    linkage: z.nullish(z.enum(["required", "optional"])),
    ending: z.nullish(line),
  });

  const general = {
    extends: z.nullish(z.enum(["tech-journal", "none"])),
    ignore: texts,
    lintExcluded: z.nullish(z.boolean()),
    site: z.nullish(z.enum(siteKinds)),
    placeholders: texts,
    classes: texts,
    types: z.nullish(z.record(code, z.nullish(noteType))),
  };

  const setting = { severity: z.nullish(z.enum(["error", "warning", "info", "off"])), ignore: texts };

  return { general, noteType, setting };
});

function ruleEntry([id, schema]: readonly [string, z.ZodMiniType]) {
  const { setting } = parts();
  const taken = optionNames(schema).find((name) => Object.hasOwn(setting, name));
  if (taken !== undefined) throw new RangeError(`Rule ${id} has an option "${taken}", the config's own word`);
  const options = schema instanceof z.ZodMiniObject ? schema.def.shape : {};
  const whole = z.pipe(
    z.transform((value: unknown) => (typeof value === "object" ? value : { severity: value })),
    z.strictObject({ ...options, ...setting }),
  );
  return [id, z.nullish(whole)] as const;
}

function optionNames(schema: z.ZodMiniType): readonly string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
}
