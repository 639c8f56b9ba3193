import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** The links of a linkage block are chosen for the note. */
export const copiedLinkage = defineRule({
  id: "copied-linkage",
  summary: "A list of links in a linkage block is not that of ten other notes, word for word.",
  severity: "off",
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    const found: RuleFinding<null>[] = [];
    for (const group of note.linkageBlocks.flatMap(({ groups }) => groups)) {
      if (!vault.shared.isCopied(group)) continue;
      const message = "At least ten other notes have this list of links, expected links chosen for this note";
      const target = group.items.map(({ text }) => text).join(", ");
      found.push({ range: { from: group.from, to: group.to }, message, target, fact: null });
    }
    return found;
  },
});
