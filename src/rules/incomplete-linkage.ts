import { blockUpdate } from "../linkage/block-update.ts";
import { unshownOf } from "../linkage/unshown.ts";
import { quoteSome } from "../text/quote.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** The linkage block shows all that the note is linked by (`linkageOf`). */
export const incompleteLinkage = defineRule({
  id: "incomplete-linkage",
  summary: "The linkage block shows every tag and every link of the note.",
  severity: "off",
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    const [block] = note.linkageBlocks;
    if (block === undefined) return [];
    const { tags, links } = unshownOf(note, vault);
    const names = [...tags.map((tag) => `#${tag}`), ...links];
    if (names.length === 0) return [];
    const range = { from: block.from, to: block.groups[0]?.from ?? block.to };
    const message = `The linkage block does not show ${quoteSome(names)}, expected every tag and link of the note`;
    return [{ range, message, fact: null }];
  },
  fix(_, { note, text, vault }) {
    const update = blockUpdate(note, text, vault);
    return update.kind === "update" ? { title: "Add them to the linkage block", edits: update.edits } : null;
  },
});
