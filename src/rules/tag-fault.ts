import type { PropertyValue } from "../note/note.ts";
import { characterOutsideTag, isAllDigits } from "../note/tags.ts";

/** Why an item of `tags` is no tag (obsidian.md E1, F4). `kind`: it is no text; a number is judged as text. */
export type TagFault = "kind" | "empty" | "hash" | "blank" | "digits" | "character";

/** What is wrong with an item of `tags`; null if nothing is. */
export function tagFault(value: PropertyValue): TagFault | null {
  if (value === null || value === "") return "empty";
  if (typeof value === "object" || typeof value === "boolean") return "kind";
  const tag = String(value);
  if (plainTag.test(tag)) return null;
  if (tag.startsWith("#")) return "hash";
  if (/\s/.test(tag)) return "blank";
  if (isAllDigits(tag)) return "digits";
  return characterOutsideTag(tag) === null ? null : "character";
}

/** What most tags are like. Plain letters are told faster than all of Unicode. */
const plainTag = /^[A-Za-z][\w/-]*$/;

/** The tags that someone who wrote `tag` may have meant, likeliest first; all of them are tags. */
export function tagsMeant(tag: string): readonly string[] {
  const core = tag.replace(/^#+/, "").trim();
  if (core === "") return [];
  const names = isAllDigits(core) ? [`y${core}`, `year/${core}`] : [joined(core)];
  return names.filter((name) => name !== tag && tagFault(name) === null);
}

/** Hyphens in place of what no tag may have between two of its parts: `ai tools`, `node.js`. */
function joined(tag: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of tag) {
    if (characterOutsideTag(character) === null) part += character;
    else {
      parts.push(part);
      part = "";
    }
  }
  const all = [...parts, part];
  // A sign at the rim says more than a hyphen would: "c++" is not "c".
  return all[0] === "" || all.at(-1) === "" ? "" : all.filter((name) => name !== "").join("-");
}
