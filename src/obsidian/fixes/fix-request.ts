import * as z from "../../journal/zod.ts";
import {
  linksAsText,
  linksLedTo,
  selectedBy,
  sureRepairs,
  type ChooseRepair,
} from "../../lint/repair-choice.ts";
import { lazily } from "../../text/lazily.ts";
import { readParts } from "../read-parts.ts";

/** By what the changes are grouped. */
export const fixGroupings = ["rule", "target", "folder", "note"] as const;
export type FixGrouping = (typeof fixGroupings)[number];

const schema = lazily(() =>
  z.object({
    /** The sure repairs, or for links: all to lead to one note, or to be plain text. */
    repair: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("sure") }),
      z.object({ kind: z.literal("link"), path: z.string() }),
      z.object({ kind: z.literal("text") }),
    ]),
    /** Ids of rules; null: all. */
    rules: names(),
    /** What problems say of many places; null: all. */
    targets: names(),
    /** Notes or folders; null: the whole vault. */
    paths: names(),
    grouping: z.enum(fixGroupings),
  }),
);

function names(): z.ZodMiniNullable<z.ZodMiniArray<z.ZodMiniString>> {
  return z.nullable(z.array(z.string()));
}

/** What is to be repaired, and how it is shown: plain data, which a workspace keeps. */
export type FixRequest = Readonly<z.output<ReturnType<typeof schema>>>;

/** The sure repairs of the whole vault. */
export const vaultRequest: FixRequest = {
  repair: { kind: "sure" },
  rules: null,
  targets: null,
  paths: null,
  grouping: "rule",
};

/** The parts of a request that a state says and that can be read; the rest stays as it was. */
export function readRequest(state: unknown, before: FixRequest): FixRequest {
  return readParts(schema, state, before);
}

/**
 * Which repairs a request asks for.
 * @param only the problems that are chosen, by `problemKey`; left out: all
 */
export function choiceOf(
  { repair, rules, targets, paths }: FixRequest,
  only?: ReadonlySet<string>,
): ChooseRepair {
  const isWanted = selectedBy({
    ...(rules && { rules }),
    ...(targets && { targets }),
    ...(paths && { paths }),
    ...(only && { only }),
  });
  switch (repair.kind) {
    case "sure":
      return sureRepairs(isWanted);
    case "link":
      return linksLedTo(repair.path, isWanted);
    case "text":
      return linksAsText(isWanted);
  }
}
