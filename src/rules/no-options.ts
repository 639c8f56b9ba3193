import * as z from "../journal/zod.ts";

/** The options of a rule that has none. */
export const noOptions = z.object({});
