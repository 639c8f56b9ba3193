import { faultMessage } from "../linkage/fault-message.ts";
import type { LinkageFault } from "../note/note.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A linkage block is HTML that every Markdown reader takes as one block. Of its tags only the first few faults are told. */
export const malformedLinkage = defineRule({
  id: "malformed-linkage",
  summary: "The tags of a linkage block are closed in order, and no blank line ends its HTML early.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<LinkageFault>[] {
    const found: RuleFinding<LinkageFault>[] = [];
    for (const { faults } of note.linkageBlocks)
      for (const fault of faults)
        found.push({ range: { from: fault.from, to: fault.to }, message: faultMessage(fault), fact: fault });
    return found;
  },
  fix({ kind, from, to }) {
    // Beside text it may be meant: without it, the text would no longer be Markdown.
    return kind === "blank-line"
      ? { title: "Remove the blank line", edits: [{ from, to, insert: "" }] }
      : null;
  },
});
