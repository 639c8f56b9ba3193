import * as z from "../../journal/zod.ts";
import { severities } from "../../rules/rule.ts";
import { lazily } from "../../text/lazily.ts";
import { movedPath } from "./renames.ts";
import { readParts } from "../read-parts.ts";

/** By what problems are put together: by target within each rule, by rule, or by note. */
export const groupings = ["target", "rule", "note"] as const;

export type Grouping = (typeof groupings)[number];

const schema = lazily(() =>
  z.object({
    grouping: z.enum(groupings),
    /** The severities that are shown. */
    severities: z.array(z.enum(severities)),
    /** What a problem's message, rule or note must hold: all of these words, letter case aside. */
    text: z.string(),
    /** Only this rule. */
    rule: z.nullable(z.string()),
    /** Only what is below this folder; its path without a slash at the end. */
    folder: z.nullable(z.string()),
    /** Only this note, by its path. */
    note: z.nullable(z.string()),
  }),
);

/** What a problems view shows, and how: the part of it that the workspace keeps. */
export type ProblemsState = Readonly<z.output<ReturnType<typeof schema>>>;

/** A state's filters when all are off. */
export const noFilters = {
  severities: [...severities],
  text: "",
  rule: null,
  folder: null,
  note: null,
} satisfies Partial<ProblemsState>;

/** A new view: all problems, by target. */
export const initialState: ProblemsState = { ...noFilters, grouping: "target" };

/** The state that a workspace file or a command asks for: what it does not say, or says wrongly, stays as in `current`. */
export function readState(said: unknown, current: ProblemsState): ProblemsState {
  return readParts(schema, said, current);
}

/** What a state says otherwise when a note or folder, with all that is in it, has another path: filters by it follow. */
export function afterRename(
  { note, folder }: ProblemsState,
  oldPath: string,
  newPath: string,
): Partial<ProblemsState> | null {
  const moved = (path: string | null): string | null =>
    path === null ? null : movedPath(path, oldPath, newPath);
  const now = { note: moved(note), folder: moved(folder) };
  return now.note === note && now.folder === folder ? null : now;
}
