import type { Link, Note } from "../note/note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fileRow, type Place } from "./note-rows.ts";
import { isOutgoing } from "./own-links.ts";
import { TreeRows, type TreeNode } from "./tree-node.ts";
import { ordered } from "./tree-order.ts";

/** Paths of the other notes and of the canvases that link to a note. */
export function backlinkPaths({ path }: Note, vault: VaultIndex): readonly string[] {
  const all = vault.backlinks(path);
  return all.includes(path) ? all.filter((other) => other !== path) : all;
}

/**
 * Those notes as rows: how often each links here and where; marked `HTML` if it does so in HTML only, which the app does
 * not show.
 */
export function backlinkRows(paths: readonly string[], note: Note, place: Place): TreeRows {
  const { order } = place.options;
  const all = order === "text" ? paths : ordered(paths, order, place.vault);
  return new TreeRows(all, (path) => backlinkRow(path, note, place));
}

function backlinkRow(path: string, note: Note, place: Place): TreeNode {
  const source = place.vault.note(path);
  const mentions = source ? mentionsOf(note, source, place.vault) : [];
  const times = source ? mentions.length : timesOn(path, note, place.vault);
  const marks = [
    ...(times > 1 ? [`${String(times)} times`] : []),
    ...(mentions.length > 0 && mentions.every(({ kind }) => kind === "html") ? ["HTML"] : []),
  ];
  return fileRow(path, path, place, { marks, times, mentions });
}

/** The links of `source` that lead to the note. */
function mentionsOf({ path }: Note, source: Note, vault: VaultIndex): readonly Link[] {
  return source.links.filter((link) => {
    const resolution = isOutgoing(link) ? vault.resolve(link, source.path) : null;
    return resolution !== null && resolution.kind !== "unresolved" && resolution.path === path;
  });
}

/** How often a canvas shows the note or links to it. */
function timesOn(canvas: string, { path }: Note, vault: VaultIndex): number {
  const links = vault.canvasLinks().get(canvas) ?? [];
  return links.filter((link) => {
    const resolution = vault.resolve(link, canvas);
    return resolution.kind !== "unresolved" && resolution.path === path;
  }).length;
}
