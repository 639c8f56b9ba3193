import type * as z from "../journal/zod.ts";

/**
 * What `said` says of a state, part by part: what it does not say, or says in a way that does not fit the schema, stays as in
 * `current`. Keys that the schema does not know are left out. The schema is made when there is something to read.
 */
export function readParts<State extends object>(
  schema: () => z.ZodMiniType<State>,
  said: unknown,
  current: State,
): State {
  if (typeof said !== "object" || said === null) return current;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(said);
  return entries.reduce((state, [key, value]) => {
    const read = schema().safeParse({ ...state, [key]: value });
    return read.success ? read.data : state;
  }, current);
}
