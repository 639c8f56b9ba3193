import Ajv from "ajv";
import draft04 from "ajv/lib/refs/json-schema-draft-04.json";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import * as z from "../../src/journal/zod.ts";

const ajv = new Ajv({ schemaId: "auto", meta: false, allErrors: true });
ajv.addMetaSchema(draft04);
const validate = ajv.compile(schema);

const region = z.object({
  startLine: z.number(),
  startColumn: z.optional(z.number()),
  endLine: z.optional(z.number()),
  endColumn: z.optional(z.number()),
  charOffset: z.optional(z.number()),
  charLength: z.optional(z.number()),
});
const message = z.object({ text: z.string() });
const file = z.object({ uri: z.string(), uriBaseId: z.string() });
const location = z.object({
  physicalLocation: z.object({ artifactLocation: file, region }),
  message: z.optional(message),
});

/** What the tests look at in a log. */
const log = z.object({
  runs: z.tuple([
    z.object({
      newlineSequences: z.array(z.string()),
      columnKind: z.string(),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.optional(z.number()),
          level: z.string(),
          message,
          locations: z.array(location),
          relatedLocations: z.optional(z.array(location)),
          partialFingerprints: z.record(z.string(), z.string()),
          fixes: z.optional(
            z.array(
              z.object({
                artifactChanges: z.array(
                  z.object({
                    artifactLocation: file,
                    replacements: z.array(z.object({ deletedRegion: region, insertedContent: message })),
                  }),
                ),
              }),
            ),
          ),
        }),
      ),
      tool: z.object({
        driver: z.object({
          rules: z.array(
            z.object({
              id: z.string(),
              help: z.object({ text: z.string(), markdown: z.string() }),
              defaultConfiguration: z.object({ level: z.string(), enabled: z.boolean() }),
            }),
          ),
        }),
      }),
    }),
  ]),
});

/** The one run of a log, of which the official schema of SARIF 2.1.0 must have nothing to say. */
export function runOf(text: string) {
  const said: unknown = JSON.parse(text);
  validate(said);
  expect(validate.errors ?? []).toEqual([]);
  return log.parse(said).runs[0];
}

/** A stretch of a file in a log. */
export type Region = z.output<typeof region>;
