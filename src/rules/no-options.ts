import * as z from "../journal/zod.ts";
import { lazily } from "../text/lazily.ts";
import type { RuleOptions } from "./rule-options.ts";

/** The options of a rule that has none. */
export const noOptions: RuleOptions<object> = { usual: {}, schema: lazily(() => z.object({})) };
