import { isDraft, property, tagsOf, textOf, titleOf } from "../journal/properties.ts";
import { compareNoteIds, parseNoteId } from "../journal/note-id.ts";
import type { Link, LinkageItem, Note } from "../note/note.ts";
import { fileName, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/** A row of the linkage tree: a note, a group, a tag, or a target without a file. */
export interface TreeNode {
  readonly label: string;
  /** The note's path if the row is a note, else null. */
  readonly note: string | null;
  /** What is to be said of it: `draft`, `unresolved`, `ambiguous`, `embed`, `HTML`, `cycle`, `unknown tag`, `3 times`. */
  readonly marks: readonly string[];
  /** How many rows the group has; null where there is nothing to count. */
  readonly count: number | null;
  /** The rows below. Computed when asked for, and anew each time. */
  readonly children: () => readonly TreeNode[];
}

/**
 * How a note hangs together: what its linkage block says, its tags with their notes, see also, links, backlinks and what
 * is unresolved, in this order, empty groups left out. Every note in it opens into groups of its own, but for one that
 * is already on the way from the root.
 * @throws RangeError if there is no note at `path`
 */
export function linkageTree(path: string, vault: VaultIndex): TreeNode {
  const note = vault.note(path);
  if (note === null) throw new RangeError(`No note at ${path}`);
  return noteRow(note, vault, [], []);
}

function noteRow(note: Note, vault: VaultIndex, way: readonly string[], marks: readonly string[]): TreeNode {
  const isCycle = way.includes(note.path);
  const inside = [...way, note.path];
  const id = textOf(property(note, "note_id"));
  const state = [...(id !== null && way.length === 0 ? [id] : []), ...(isDraft(note) ? ["draft"] : [])];
  return {
    label: titleOf(note) ?? withoutExtension(fileName(note.path)),
    note: note.path,
    marks: [...state, ...marks, ...(isCycle ? ["cycle"] : [])],
    count: null,
    children: () => (isCycle ? [] : groupsOf(note, vault, inside)),
  };
}

function groupsOf(note: Note, vault: VaultIndex, way: readonly string[]): readonly TreeNode[] {
  const seeAlso = note.seeAlso?.links ?? [];
  const resolved = note.links.filter(
    (link) => isOutgoing(link) && vault.resolve(link, note.path).kind !== "unresolved",
  );
  const links = oncePerTarget(
    resolved.filter((link) => !seeAlso.includes(link)),
    note,
    vault,
  );
  const backlinks = vault.backlinks(note.path).filter((path) => path !== note.path);
  return [
    group("linkage", linkageRows(note, vault, way)),
    group("tags", tagRows(note, vault, way)),
    group(
      "see also",
      seeAlso.map((link) => linkRow(link, note, vault, way)),
    ),
    group(
      "links",
      links.map((link) => linkRow(link, note, vault, way)),
    ),
    group(
      "backlinks",
      backlinks.map((path) => backlinkRow(path, note, vault, way)),
    ),
    group("unresolved", unresolvedRows(note, vault)),
    group("journal", journalRows(note, vault, way)),
  ].filter(({ count }) => count !== 0);
}

function group(label: string, rows: readonly TreeNode[]): TreeNode {
  return { label, note: null, marks: [], count: rows.length, children: () => rows };
}

function leaf(label: string, ...marks: readonly string[]): TreeNode {
  return { label, note: null, marks, count: null, children: () => [] };
}

/** `<a href>` addresses the site, and a link without a linkpath stays in its note. */
function isOutgoing({ kind, linkpath }: Link): boolean {
  return kind !== "href" && linkpath !== "";
}

function linkageRows(note: Note, vault: VaultIndex, way: readonly string[]): readonly TreeNode[] {
  const tags = new Set(tagNames(note).map((tag) => tag.toLowerCase()));
  return note.linkageBlocks
    .flatMap(({ groups }) => groups)
    .map(({ label, items }) =>
      group(
        label === "" ? "related" : label,
        items.map((item) => itemRow(item, tags, note, vault, way)),
      ),
    );
}

function itemRow(
  { kind, text, textRange }: LinkageItem,
  tags: ReadonlySet<string>,
  note: Note,
  vault: VaultIndex,
  way: readonly string[],
): TreeNode {
  if (kind === "tag")
    return tags.has(text.toLowerCase()) ? leaf(`#${text}`) : leaf(`#${text}`, "unknown tag");
  const link = note.links.find(({ from }) => from === textRange.from);
  return link ? targetRow(link, note, vault, way, []) : leaf(text);
}

function tagNames(note: Note): readonly string[] {
  return [...new Set([...tagsOf(note).map(({ text }) => text), ...note.tags.map(({ tag }) => tag)])];
}

function tagRows(note: Note, vault: VaultIndex, way: readonly string[]): readonly TreeNode[] {
  return tagNames(note).map((tag) => {
    const others = vault.notesTagged(tag).filter((path) => path !== note.path);
    const children = (): readonly TreeNode[] =>
      notesAt(others, vault)
        .sort((a, b) => newer(a, b))
        .map((other) => noteRow(other, vault, way, []));
    return { label: `#${tag}`, note: null, marks: [], count: others.length, children };
  });
}

/** Newest first, by the property `created`; notes without one last. */
function newer(a: Note, b: Note): number {
  const dates = [a, b].map((note) => textOf(property(note, "created")) ?? "");
  return (dates[1] ?? "").localeCompare(dates[0] ?? "") || a.path.localeCompare(b.path);
}

function oncePerTarget(links: readonly Link[], note: Note, vault: VaultIndex): readonly Link[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    const resolution = vault.resolve(link, note.path);
    const target = resolution.kind === "unresolved" ? link.linkpath : resolution.path;
    return !seen.has(target) && seen.add(target);
  });
}

function linkRow(link: Link, note: Note, vault: VaultIndex, way: readonly string[]): TreeNode {
  return targetRow(link, note, vault, way, marksOf(link));
}

function marksOf({ kind }: Link): readonly string[] {
  if (kind === "html") return ["HTML"];
  return kind === "embed" || kind === "image" ? ["embed"] : [];
}

/** The row of what a link leads to. */
function targetRow(
  link: Link,
  note: Note,
  vault: VaultIndex,
  way: readonly string[],
  marks: readonly string[],
): TreeNode {
  const resolution = vault.resolve(link, note.path);
  if (resolution.kind === "unresolved") return leaf(link.linkpath, "unresolved");
  const all = resolution.kind === "ambiguous" ? [...marks, "ambiguous"] : marks;
  const target = vault.note(resolution.path);
  return target ? noteRow(target, vault, way, all) : leaf(fileName(resolution.path), ...all);
}

function backlinkRow(path: string, note: Note, vault: VaultIndex, way: readonly string[]): TreeNode {
  const source = vault.note(path);
  if (source === null) return leaf(path);
  const links = source.links.filter((link) => {
    const resolution = isOutgoing(link) ? vault.resolve(link, path) : null;
    return resolution !== null && resolution.kind !== "unresolved" && resolution.path === note.path;
  });
  const marks = [
    ...(links.length > 1 ? [`${String(links.length)} times`] : []),
    ...(links.every(({ kind }) => kind === "html") ? ["HTML"] : []),
  ];
  return noteRow(source, vault, way, marks);
}

function unresolvedRows(note: Note, vault: VaultIndex): readonly TreeNode[] {
  const missing = note.links.filter(
    (link) => isOutgoing(link) && vault.resolve(link, note.path).kind === "unresolved",
  );
  return oncePerTarget(missing, note, vault).map((link) => {
    const [candidate] = vault.candidates(link.linkpath, note.path);
    const others = vault.notesMissing(link.linkpath, note.path) - 1;
    const meant = candidate ? [`meant "${candidate.linkpath}"?`] : [];
    return leaf(
      link.linkpath,
      ...meant,
      ...(others > 0 ? [`${String(others)} more ${others === 1 ? "note" : "notes"}`] : []),
    );
  });
}

/** The notes of the same type before and after this one by note id, and the others of its day. */
function journalRows(note: Note, vault: VaultIndex, way: readonly string[]): readonly TreeNode[] {
  const id = parseNoteId(textOf(property(note, "note_id")) ?? "");
  if (id === null) return [];
  const ids = [...vault.allNoteIds()]
    .flatMap((other) => parseNoteId(other) ?? [])
    .filter(({ code }) => code === id.code)
    .sort(compareNoteIds);
  const at = ids.findIndex(({ text }) => text === id.text);
  const sameDay = ids.filter(({ text, date }) => text !== id.text && date === id.date);
  const near = [
    ["previous", ids[at - 1]],
    ["next", ids[at + 1]],
    ...sameDay.map((other) => ["same day", other] as const),
  ] as const;
  const rows = new Map<string, TreeNode>();
  for (const [mark, other] of near) {
    for (const found of notesAt(other === undefined ? [] : vault.notesWithId(other.text), vault)) {
      if (!rows.has(found.path)) rows.set(found.path, noteRow(found, vault, way, [mark]));
    }
  }
  return [...rows.values()];
}

function notesAt(paths: readonly string[], vault: VaultIndex): Note[] {
  return paths.flatMap((path) => vault.note(path) ?? []);
}
