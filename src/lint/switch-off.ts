import { property } from "../journal/properties.ts";
import { parseNote } from "../note/parse-note.ts";
import { addItem } from "../rules/repairs/list-edits.ts";
import { insertProperty } from "../rules/repairs/property-edits.ts";
import { leavesPropertiesReadable } from "../rules/repairs/readable-properties.ts";
import { applyEdits } from "../text/edits.ts";
import type { TextEdit } from "../text/range.ts";
import { Suppressions } from "./suppressions.ts";

/**
 * The edit that switches a rule off for a whole note, by its property `linkage-disable` (rules.md, Suppression). Null where
 * the note's properties give no place for it: they cannot be read, or are written in a way of their own.
 */
export function switchOff(rule: string, path: string, text: string): TextEdit | null {
  const note = parseNote(path, text);
  const old = property(note, "linkage-disable");
  const edit = old ? addItem(text, old, rule) : insertProperty(note, text, "linkage-disable", [rule]);
  if (!edit || !leavesPropertiesReadable({ edits: [edit] }, note, text)) return null;
  const after = new Suppressions(parseNote(path, applyEdits(text, [edit])));
  return after.hold(rule, { from: 0, to: 0 }) ? edit : null;
}
