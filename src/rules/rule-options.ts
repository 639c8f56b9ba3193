import type { OptionSchemas } from "../journal/config.ts";
import type * as z from "../journal/zod.ts";

/** What can be said of a rule in `linkage.yaml` besides its severity and where it is silent. */
export interface RuleOptions<Options> {
  /** What holds where nothing is said: what `schema` makes of an empty map. */
  readonly usual: NoInfer<Options>;
  /** Gives every option a default. Made when something is said: most vaults say nothing, and schemas take long to make. */
  readonly schema: () => z.ZodMiniType<Options>;
}

/**
 * The options that are said of a rule, and the usual ones for the rest.
 * @throws z.core.$ZodError if they do not fit the schema; the config reader has reported that before.
 */
export function readOptions<Options>({ usual, schema }: RuleOptions<Options>, said: object): Options {
  return Object.keys(said).length === 0 ? usual : schema().parse(said);
}

/** The schemas of the options of some rules. */
export function optionSchemas(
  rules: readonly { readonly id: string; readonly options: RuleOptions<unknown> }[],
): OptionSchemas {
  return new Map(rules.map(({ id, options }) => [id, options.schema()]));
}
