import { property } from "../journal/properties.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { besides } from "./besides.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import { type RelatedPlace, type RuleFinding } from "./rule.ts";

/** A title belongs to one note. */
export const duplicateTitle = defineRule({
  id: "duplicate-title",
  summary: "A title belongs to one note, letter case aside.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    const others = besides(note.path, vault.shared.sameTitle(note));
    const title = others === null ? null : property(note, "title");
    if (others === null || typeof title?.value !== "string") return [];
    const names = quoteSome(others.first.map(withoutExtension), others.count);
    const message = `${quote(title.value)} is also the title of ${names}, expected a title of its own`;
    const related = others.first.flatMap((path) => placeOf(path, vault));
    return [{ range: title.valueRange, message, target: title.value.trim(), related, fact: null }];
  },
});

function placeOf(path: string, vault: VaultIndex): readonly RelatedPlace[] {
  const note = vault.note(path);
  const found = note && property(note, "title");
  return found ? [{ path, ...found.valueRange, message: "The same title" }] : [];
}
