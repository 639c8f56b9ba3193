import { publicationOf } from "../journal/properties.ts";
import type { Link, Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import { fileName } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { isOutgoing, targetOf, type OwnLink } from "./own-links.ts";
import { leaf, type RowKeys, TreeRows, type TreeNode } from "./tree-node.ts";
import type { TreeOptions } from "./tree-options.ts";
import { fileHintOf, hintOf, nameOf } from "./row-name.ts";

/** Where a row is: in which tree, and by which notes one comes to it from the root. */
export interface Place {
  readonly vault: VaultIndex;
  readonly options: TreeOptions;
  /** Paths from the root on. */
  readonly way: readonly string[];
  /** The rows below a note; the note is on the way of `place`. */
  readonly below: (note: Note, place: Place) => TreeRows;
}

/** What a row says of a note besides what the note says. */
interface Said {
  readonly marks?: readonly string[];
  readonly subpath?: string;
  readonly displayTexts?: readonly string[];
  readonly times?: number;
  readonly mentions?: readonly TextRange[];
}

/** The row of a note. One that is on the way from the root already does not open. */
export function noteRow(note: Note, key: string, place: Place, said: Said = {}): TreeNode {
  const { path } = note;
  const isCycle = place.way.includes(path);
  const { marks = [], subpath = "", times = null, mentions = [], displayTexts = [] } = said;
  const publication = publicationOf(note, place.vault.conventions.site);
  const children = (): TreeRows => place.below(note, { ...place, way: [...place.way, path] });
  return {
    kind: "note",
    key,
    label: nameOf(note),
    hint: hintOf(note, place.vault),
    path,
    linktext: path + subpath,
    displayTexts,
    marks: [...(publication === "published" ? [] : [publication]), ...marks, ...(isCycle ? ["cycle"] : [])],
    count: null,
    times,
    mentions,
    opens: !isCycle && (!place.options.plain || note.links.some(isOutgoing)),
    children: isCycle ? () => TreeRows.none : children,
  };
}

/** The row of the file at a path: a note, or another file, canvases among them. */
export function fileRow(path: string, key: string, place: Place, said: Said = {}): TreeNode {
  const note = place.vault.note(path);
  if (note) return noteRow(note, key, place, said);
  const { subpath = "", ...rest } = said;
  const hint = fileHintOf(path, place.vault);
  return leaf("file", key, fileName(path), { path, hint, linktext: path + subpath, ...rest });
}

/** Rows of files, in the order of their paths as given. */
export function fileRows(paths: RowKeys, place: Place): TreeRows {
  return new TreeRows(paths, (path) => fileRow(path, path, place));
}

/** The row of what a link leads to, with what `marks` says of the link. */
export function linkRow(own: OwnLink, key: string, place: Place, marks: readonly string[]): TreeNode {
  const { link, links, resolution } = own;
  const displayTexts = displayTextsOf(links);
  if (resolution.kind === "unresolved") {
    const linktext = link.linkpath + link.subpath;
    return leaf("missing", key, link.linkpath, { linktext, displayTexts, marks: ["unresolved"] });
  }
  const all = resolution.kind === "ambiguous" ? [...marks, "ambiguous"] : marks;
  return fileRow(resolution.path, key, place, { marks: all, subpath: link.subpath, displayTexts });
}

/** What links show instead of their linktext, each once. */
export function displayTextsOf(links: readonly Link[]): readonly string[] {
  return [...new Set(links.flatMap(({ displayText }) => displayText ?? []))];
}

/** How the links to one thing are written: `HTML` if none is shown by the app, `embed` if any shows the thing itself. */
export function marksOf(links: readonly Link[]): readonly string[] {
  if (links.every(({ kind }) => kind === "html")) return ["HTML"];
  return links.some(({ kind }) => kind === "embed" || kind === "image") ? ["embed"] : [];
}

/** By what the row of a link is known. No path begins with a blank, so that a missing target is no file's. */
export function linkKey(own: OwnLink): string {
  return own.resolution.kind === "unresolved" ? ` ${targetOf(own)}` : targetOf(own);
}
