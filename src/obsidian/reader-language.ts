import { getLanguage } from "obsidian";
import { lazily } from "../text/lazily.ts";

/** By the language of `texts.ts`. */
const pluralRules = lazily(() => new Intl.PluralRules("en"));
const numberFormats = new Map<string, Intl.NumberFormat>();

/** The forms of a text with a count in it, each with `#` where the count goes; those that are left out are as `other`. */
type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number as the reader of the app writes it: `1,940`, or `1.940` where the app speaks German. */
export function numberText(count: number): string {
  const language = getLanguage();
  let format = numberFormats.get(language);
  if (!format) numberFormats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(count);
}

/** A moment as the reader of the app writes it, in their own time, to the minute: `Nov 22, 2026, 8:40 AM`. */
export function momentText(when: Date): string {
  return when.toLocaleString(getLanguage(), { dateStyle: "medium", timeStyle: "short" });
}

/** The form of a text that goes with a count, with the count in it: `1 note`, `1,940 notes`. */
export function plural(count: number, forms: PluralForms): string {
  return (forms[pluralRules().select(count)] ?? forms.other).replace("#", () => numberText(count));
}

/**
 * Several in one line, as the language of the texts parts them; those that are empty are left out: `a, b, c`. It is what
 * `Intl.ListFormat` gives for "en", which takes 10 ms to make.
 */
export function listText(items: readonly string[]): string {
  return items.filter((item) => item !== "").join(", ");
}
