import { applyEdits } from "../text/edits.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
import type { TextEdit } from "../text/range.ts";
import { changesOfBuiltIn } from "./config-built-in.ts";
import type { ConfigChange, ConfigValue, KeyPath, ListChange } from "./config-change.ts";
import { commentsOf, type YamlComment } from "./config-comments.ts";
import { insertBelow, insertEntry, insertFirst, insertItem, type Splices } from "./config-inserts.ts";
import { indentOf } from "./config-lines.ts";
import { changedMeaning, isSameItem, meaningOf } from "./config-meaning.ts";
import { placeAt, valueOf, type ConfigNode, type ConfigPlace } from "./config-node.ts";
import { removeEntry, removeItem } from "./config-removals.ts";
import { readSource, type ConfigSource } from "./config-source.ts";
import { flowEntry, flowValue, styleOf } from "./config-style.ts";

/** The text of a config after a change, or one sentence without full stop on why it cannot be changed. */
export type ChangedConfig = { readonly text: string } | { readonly refusal: string };

/**
 * Change the text of a `linkage.yaml`, without a byte order mark, in place: comments, order, quotes, indentation and line
 * ends stay, what is new is written as the rest is; with what is taken out goes the comment behind it. `text` is null where there is no such file. Where it does not parse, or
 * is written in a way in which the change would mean more than itself (an alias, a key in two lines), it is refused.
 */
export function changeConfig(text: string | null, change: ConfigChange): ChangedConfig {
  let now = text ?? newConfig;
  for (const step of [...changesOfBuiltIn(now, change), change]) {
    const next = changeOnce(now, step);
    if ("refusal" in next) return next;
    now = next.text;
  }
  return { text: now };
}

const newConfig = "# The conventions of this vault, as Linkage checks them.\n";

function changeOnce(text: string, change: ConfigChange): ChangedConfig {
  const source = readSource(text);
  const [mistake] = source.mistakes;
  if (source.root === null && mistake) {
    const { line } = positionAt(lineStarts(text), mistake.from);
    return { refusal: `Line ${String(line)} cannot be read, expected it repaired first: ${mistake.message}` };
  }
  const edits = splices(text, source.root, change);
  const changed = edits === null ? null : applyEdits(text, edits);
  if (changed !== null && isWhatWasMeant(text, source, edits ?? [], changed, change))
    return { text: changed };
  return {
    refusal: `The place of "${change.path.join(".")}" is written in a way of its own, expected a change by hand`,
  };
}

/** The new text says what was to be said and nothing else, and no comment is lost but behind what was taken out: whatever the splices took for granted. */
function isWhatWasMeant(
  text: string,
  before: ConfigSource,
  edits: readonly TextEdit[],
  changed: string,
  change: ConfigChange,
): boolean {
  const after = readSource(changed);
  if (after.mistakes.length > before.mistakes.length) return false;
  const wanted = changedMeaning(meaningOf(before.root && valueOf(before.root)), change);
  const said = meaningOf(after.root && valueOf(after.root));
  const isRemoval = change.kind === "unset" || change.kind === "drop";
  const staying = commentsOf(text).filter(({ from }) => !isRemoval || !isTakenOut(text, from, edits));
  return JSON.stringify(said) === JSON.stringify(wanted) && wordsOf(commentsOf(changed)) === wordsOf(staying);
}

/** A comment speaks of what stands before it on its line, and goes with that. */
function isTakenOut(text: string, from: number, edits: readonly TextEdit[]): boolean {
  return indentOf(text, from) === null && edits.some((edit) => edit.from < from && from < edit.to);
}

function wordsOf(comments: readonly YamlComment[]): string {
  return JSON.stringify(comments.map((comment) => comment.text.trimEnd()));
}

function splices(text: string, root: ConfigNode | null, change: ConfigChange): Splices {
  if (root !== null && isBehindAlias(text, root, change.path)) return null;
  switch (change.kind) {
    case "set":
      return set(text, root, change.path, change.value);
    case "unset":
      return unset(text, root, change.path);
    case "add":
      return add(text, root, change);
    case "drop":
      return drop(text, root, change);
  }
}

function set(text: string, root: ConfigNode | null, path: KeyPath, value: ConfigValue): Splices {
  const style = styleOf(text, root);
  if (root === null) return insertFirst(text, ...entryFor(path, 0, value), style);
  const place = placeAt(root, path);
  const { node, keyRange, path: found } = place;
  if (found.length === path.length || isLoneSeverity(place, path))
    return [replaced(text, node, flowValue(value))];
  const entry = entryFor(path, found.length, value);
  if (node.kind === "map") return insertEntry(text, node, ...entry, style);
  if (node.kind === "list" || keyRange === null) return null;
  const written = text.slice(node.from, node.to);
  if (node.value === null && written === "" && !isInBraces(text, root, found))
    return insertBelow(text, keyRange, ...entry, style);
  const severity = node.value === null ? "" : `severity: ${written}, `;
  return [replaced(text, node, `{ ${severity}${flowEntry(...entry)} }`)];
}

function unset(text: string, root: ConfigNode | null, path: KeyPath): Splices {
  if (root === null) return [];
  const { path: found, node } = placeAt(root, path);
  if (found.length < path.length) {
    return isLoneSeverity({ path: found, node }, path) ? unset(text, root, path.slice(0, 2)) : [];
  }
  const above = placeAt(root, path.slice(0, -1));
  if (above.node.kind !== "map") return null;
  const isType = above.path.length === 2 && above.path[0] === "types";
  if (above.node.entries.size === 1 && above.path.length > 0 && !isType)
    return unset(text, root, path.slice(0, -1));
  return removeEntry(text, above.node, path.at(-1) ?? "", commentsOf(text));
}

function add(text: string, root: ConfigNode | null, { path, item }: ListChange): Splices {
  const place = root && placeAt(root, path);
  if (!place || place.path.length < path.length) return set(text, root, path, [item]);
  const { node } = place;
  if (indexOfItem(node, path, item) >= 0) return [];
  if (node.kind === "list") return insertItem(text, node, item, styleOf(text, root));
  if (node.kind === "map") return null;
  if (node.value === null) return set(text, root, path, [item]);
  const written = text.slice(node.from, node.to);
  return [replaced(text, node, `[${written}, ${flowValue(item)}]`)];
}

function drop(text: string, root: ConfigNode | null, { path, item }: ListChange): Splices {
  const place = root && placeAt(root, path);
  if (!root || !place || place.path.length < path.length) return [];
  const { node } = place;
  const index = indexOfItem(node, path, item);
  if (index < 0) return [];
  if (node.kind !== "list" || node.items.length === 1) return unset(text, root, path);
  return removeItem(text, node, index, commentsOf(text));
}

/** Where in a list the item is, -1 if it is not; a lone text is a list of one. */
function indexOfItem(node: ConfigNode, path: KeyPath, item: string): number {
  const items = node.kind === "list" ? node.items : [node];
  return items.findIndex(
    (each) => each.kind === "scalar" && typeof each.value === "string" && isSameItem(path, each.value, item),
  );
}

/** The key of `path` at `depth`, with what stands behind it: maps down to the value. A rule's severity alone stands without one. */
function entryFor(
  path: KeyPath,
  depth: number,
  value: ConfigValue,
): readonly [key: string, value: ConfigValue] {
  const isLone = isSeverityOf(path) && depth < 2;
  const below = path.slice(depth + 1, isLone ? 2 : undefined);
  return [path[depth] ?? "", below.reduceRight<ConfigValue>((inner, key) => ({ [key]: inner }), value)];
}

/** The path is that of a rule's severity, and the rule is no map but the severity alone, or nothing. */
function isLoneSeverity({ path: found, node }: Pick<ConfigPlace, "path" | "node">, path: KeyPath): boolean {
  return isSeverityOf(path) && found.length === 2 && node.kind === "scalar";
}

function isSeverityOf([first, , third]: KeyPath): boolean {
  return first === "rules" && third === "severity";
}

/** Where nothing is written yet, blanks keep the value from the colon and from a comment. */
function replaced(text: string, { from, to }: ConfigNode, insert: string): TextEdit {
  if (from < to) return { from, to, insert };
  const before = /\s/.test(text.charAt(from - 1)) ? "" : " ";
  const after = text.charAt(to) === "#" ? " " : "";
  return { from, to, insert: before + insert + after };
}

function isInBraces(text: string, root: ConfigNode, path: readonly PropertyKey[]): boolean {
  return path.some((_, depth) => text.charAt(placeAt(root, path.slice(0, depth)).node.from) === "{");
}

/** Something on the way stands for what is written elsewhere. */
function isBehindAlias(text: string, root: ConfigNode, path: KeyPath): boolean {
  const steps = path.map((_, depth) => placeAt(root, path.slice(0, depth + 1)).node);
  return [root, ...steps].some(({ from, to }) => from < to && text.charAt(from) === "*");
}
