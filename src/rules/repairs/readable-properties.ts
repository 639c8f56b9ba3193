import { editedProperty } from "../../note/edited-property.ts";
import { parseFrontmatter } from "../../note/frontmatter.ts";
import type { Note, Property } from "../../note/note.ts";
import { applyEdits } from "../../text/edits.ts";
import type { TextEdit } from "../../text/range.ts";

/**
 * Whether a repair leaves the properties readable, and all but one as they were. What looks like a splice of one value may be
 * more: an anchor that goes with its item, a text that ends where none should. Such a repair is better not offered.
 */
export function leavesPropertiesReadable(
  { edits }: { readonly edits: readonly TextEdit[] },
  { frontmatter }: Note,
  text: string,
): boolean {
  if (frontmatter.state !== "read" || edits.every(({ from }) => from > frontmatter.to)) return true;
  if (editedProperty(frontmatter, text, edits) !== null) return true;
  const after = parseFrontmatter(applyEdits(text, edits));
  if (after.state !== "read") return false;
  const now = after.properties.map(said);
  return frontmatter.properties.filter((property, at) => said(property) !== now[at]).length <= 1;
}

function said({ key, value }: Property): string {
  return JSON.stringify([key, value]);
}
