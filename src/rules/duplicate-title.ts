import { property } from "../journal/properties.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { besides } from "./besides.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import { firstRelated, type RelatedPlace, type RuleFinding } from "./rule.ts";

/** A title belongs to one note. */
export const duplicateTitle = defineRule({
  id: "duplicate-title",
  summary: "A title belongs to one note, letter case aside.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    const others = besides(note.path, vault.shared.sameTitle(note));
    const title = others.length === 0 ? null : property(note, "title");
    if (typeof title?.value !== "string") return [];
    const message = `${quote(title.value)} is also the title of ${quoteSome(others.map(withoutExtension))}, expected a title of its own`;
    const related = firstRelated(others).flatMap((path) => placeOf(path, vault));
    return [{ range: title.valueRange, message, target: title.value.trim(), related, fact: null }];
  },
});

function placeOf(path: string, vault: VaultIndex): readonly RelatedPlace[] {
  const note = vault.note(path);
  const found = note && property(note, "title");
  return found ? [{ path, ...found.valueRange, message: "The same title" }] : [];
}
