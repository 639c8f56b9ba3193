import { property } from "../journal/properties.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { defineRule, firstRelated, type RelatedPlace, type RuleFinding } from "./rule.ts";

/** A title belongs to one note. */
export const duplicateTitle = defineRule({
  id: "duplicate-title",
  summary: "A title belongs to one note, letter case aside.",
  severity: "info",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<null>> {
    const title = property(note, "title");
    const others = vault.shared.sameTitle(note).filter((path) => path !== note.path);
    if (typeof title?.value !== "string" || others.length === 0) return;
    const message = `${quote(title.value)} is also the title of ${quoteSome(others.map(withoutExtension))}, expected a title of its own`;
    const related = firstRelated(others).flatMap((path) => placeOf(path, vault));
    yield { range: title.valueRange, message, target: title.value.trim(), related, fact: null };
  },
});

function placeOf(path: string, vault: VaultIndex): readonly RelatedPlace[] {
  const note = vault.note(path);
  const found = note && property(note, "title");
  return found ? [{ path, ...found.valueRange, message: "The same title" }] : [];
}
