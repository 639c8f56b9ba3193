import { configSchema } from "../journal/config.ts";
import * as z from "../journal/zod.ts";
import { allRules } from "../rules/all-rules.ts";
import { optionSchemas } from "../rules/rule-options.ts";
import { configDescription } from "./config-descriptions.ts";

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The text of the JSON Schema (draft-07) of `linkage.yaml`, linkage.schema.json: written by `npm run docs`, never by hand. Editors
 * complete the file by it. It takes all that Linkage takes, and a little more: it does not know whether a value is of its
 * property's kind, nor what is wrong between two parts of the file.
 */
export function configSchemaText(): string {
  return `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
}

function configJsonSchema(): Schema {
  const schema = z.toJSONSchema(configSchema(optionSchemas(allRules)), {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodMiniPipe) jsonSchema[hasShorter] = true;
    },
  });
  const description = "The conventions of a vault, as Linkage checks them.";
  return { title: "linkage.yaml", description, ...described(schema, "") };
}

/** Marks a schema, until all of it is made, instead of which something shorter may stand. */
const hasShorter = "hasShorter";

/** Of a list one text may stand alone, of a map the part that says the most (`configSchema`). */
function withShorter({ [hasShorter]: isMarked, ...whole }: Schema): Schema {
  return isMarked === true ? { anyOf: [...shorterThan(whole), whole] } : whole;
}

function shorterThan({ items, properties = {} }: Schema): readonly Schema[] {
  if (typeof items === "object" && !Array.isArray(items)) return [items];
  return ["severity", "kind", "values"].flatMap((name): readonly Schema[] => {
    const part = properties[name];
    return typeof part === "object" ? (part.anyOf?.slice(0, 1) ?? []) : [];
  });
}

/** A schema with a description at each key below `place`, which is a key of `configDescription` and blank at the top. */
function described(schema: Schema, place: string): Schema {
  const { properties, additionalProperties, anyOf } = schema;
  const below = (key: string, part: z.core.JSONSchema._JSONSchema): z.core.JSONSchema._JSONSchema => {
    if (typeof part === "boolean") return part;
    const next = place === "" ? key : `${place}.${key}`;
    const description = configDescription(next);
    return { ...(description === null ? {} : { description }), ...described(part, next) };
  };
  return withShorter({
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, part]) => [key, below(key, part)]),
      ),
    }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: below("*", additionalProperties),
    }),
    ...(anyOf && {
      anyOf: anyOf.map((part) => (typeof part === "boolean" ? part : described(part, place))),
    }),
  });
}
