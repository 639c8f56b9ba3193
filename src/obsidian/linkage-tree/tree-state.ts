import * as z from "../../journal/zod.ts";
import { lazily } from "../../text/lazily.ts";
import { readParts } from "../read-parts.ts";
import { groupNames, treeOrders } from "../../linkage/tree-options.ts";

/** How many levels a tree may show before anything is expanded: 1 is the groups alone, 2 the notes in them. */
export const depths = [1, 2, 3] as const;

const choices = lazily(() => ({
  /** The groups that are shown. */
  groups: z.array(z.enum(groupNames)),
  order: z.enum(treeOrders),
  /** Notes open into their own links alone. */
  plain: z.boolean(),
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
}));

/** What of a state is a matter of taste. */
export const choicesSchema = lazily(() => z.object(choices()));

export type TreeChoices = Readonly<z.output<ReturnType<typeof choicesSchema>>>;

const schema = lazily(() =>
  z.object({
    ...choices(),
    /** The note that is shown, by its path; null before there was one. */
    note: z.nullable(z.string()),
    /** It stays, whatever note is active. */
    pinned: z.boolean(),
    /** What a row must hold: all of these words, letter case aside. */
    text: z.string(),
  }),
);

/** What a linkage tree view shows, and how: the part of it that the workspace keeps. */
export type TreeState = Readonly<z.output<ReturnType<typeof schema>>>;

/** A new view: follows the active note, with its groups open. */
export const initialState: TreeState = {
  note: null,
  pinned: false,
  groups: [...groupNames],
  order: "text",
  plain: false,
  depth: 2,
  text: "",
};

/** What of a state the next view is to begin with. */
export function choicesOf({ groups, order, plain, depth }: TreeState): TreeChoices {
  return { groups, order, plain, depth };
}

/** The state that a workspace file or a command asks for: what it does not say, or says wrongly, stays as in `current`. */
export function readState(said: unknown, current: TreeState): TreeState {
  return readParts(schema, said, current);
}
