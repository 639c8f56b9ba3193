import { globMatcher } from "../journal/globs.ts";
import * as z from "../journal/zod.ts";
import { keepingLast } from "../text/keeping-last.ts";
import { quote } from "../text/quote.ts";
import { fileName } from "../vault/names.ts";
import { defineFileRule } from "./define-rule.ts";

const usuallyIgnored = ["*.canvas", "*.base", "*.yaml", "*.yml", "linkage-baseline.json"];

/** Of many files in turn, with the same globs. */
const matcherOf = keepingLast(globMatcher);

/** An attachment is there for a note. Boards and bases are no attachments: they stand for themselves. */
export const unusedAttachment = defineFileRule({
  id: "unused-attachment",
  summary: "An attachment is linked or embedded by a note, a canvas or an address in HTML.",
  severity: "off",
  options: {
    usual: { ignoreFiles: usuallyIgnored },
    schema: () =>
      z.object({
        /** Globs of files that are no attachments. */
        ignoreFiles: z._default(z.array(z.string()), usuallyIgnored),
      }),
  },
  checkFile(path, vault, { ignoreFiles }) {
    return matcherOf(ignoreFiles)(path) || vault.isUsed(path)
      ? null
      : `Nothing links to ${quote(fileName(path))}, expected a link to it or no such file`;
  },
});
