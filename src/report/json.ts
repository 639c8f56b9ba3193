import * as z from "../journal/zod.ts";
import type { PropertyValue } from "../note/note.ts";

const count = z.number().check(z.int(), z.nonnegative());
/** Lines and columns count from 1, columns in UTF-16 code units. */
const ordinal = z.number().check(z.int(), z.positive());
/** Offsets in UTF-16 code units from the first character of the file; a byte order mark is none. */
const range = { from: count, to: count };
const position = { line: ordinal, column: ordinal };
const extent = { ...position, endLine: ordinal, endColumn: ordinal, ...range };

const fix = z.object({
  title: z.string(),
  edits: z.array(z.object({ ...range, insert: z.string() })),
});

const severity = z.enum(["error", "warning", "info"]);

/** What `linkage lint --format json` prints. */
export const lintReportSchema = z.object({
  version: z.literal(1),
  /** How many notes were looked at and have problems, and how many diagnostics there are of each severity. */
  summary: z.object({
    notes: count,
    notesWithProblems: count,
    filesWithProblems: count,
    error: count,
    warning: count,
    info: count,
    /** With a baseline: how many problems that it knows were found, and how many looked for do not occur any more. */
    baseline: z.optional(z.object({ known: count, gone: count })),
  }),
  diagnostics: z.array(
    z.object({
      rule: z.string(),
      severity,
      message: z.string(),
      path: z.string(),
      ...extent,
      target: z.optional(z.string()),
      related: z.optional(z.array(z.object({ path: z.string(), message: z.string(), ...extent }))),
      /** The sure repair. This and `suggestions` only with `--suggestions`. */
      fix: z.optional(fix),
      suggestions: z.optional(z.array(fix)),
    }),
  ),
});

/** Any value of a property. What JSON cannot say (`.nan`, `.inf`) is null in it. */
const value: z.ZodMiniType<PropertyValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.readonly(z.array(value)),
    z.record(z.string(), value),
  ]),
);

const linkKind = z.enum(["wikilink", "embed", "markdown", "image", "reference", "property", "html", "href"]);

/** What `linkage facts` prints. */
export const factsReportSchema = z.object({
  version: z.literal(1),
  /** How many files the vault has, notes included. */
  files: count,
  notes: z.array(
    z.object({
      path: z.string(),
      /** The code of the note's type. */
      type: z.nullable(z.string()),
      noteId: z.nullable(z.string()),
      properties: z.record(z.string(), value),
      tags: z.array(z.object({ tag: z.string(), ...position, place: z.enum(["property", "body"]) })),
      headings: z.array(z.object({ level: ordinal, text: z.string(), line: ordinal })),
      blocks: z.array(z.string()),
      links: z.array(
        z.object({
          raw: z.string(),
          kind: linkKind,
          linkpath: z.string(),
          subpath: z.string(),
          displayText: z.nullable(z.string()),
          ...position,
          ...range,
          /** The file that the link leads to. */
          target: z.nullable(z.string()),
          /** All files that match equally well, if there are several; the first is the target. */
          candidates: z.optional(z.array(z.string())),
        }),
      ),
      linkage: z.array(
        z.object({
          markup: z.enum(["linkage-tree", "linkage"]),
          /** Items as written: `#tag`, `[[link]]` or text. */
          groups: z.array(z.object({ label: z.string(), items: z.array(z.string()) })),
        }),
      ),
    }),
  ),
});

/** One diagnostic of a lint report in JSON. */
export type JsonDiagnostic = z.output<typeof lintReportSchema>["diagnostics"][number];

/** The facts of one note in JSON. */
export type JsonNote = z.output<typeof factsReportSchema>["notes"][number];
