import type { Link, Note } from "../../note/note.ts";
import { nameKey, withoutExtension } from "../../vault/names.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";

/** A link as the app has it in a note's metadata. */
export interface AppLink {
  /** `link`, `embed`, or the property that it stands in, as `Link.property`. */
  readonly place: string;
  /** As written; of one in a property, which YAML may write otherwise, the linktext. */
  readonly said: string;
  /** Path of the file that it leads to, or null. */
  readonly target: string | null;
}

/** What the app has of one note's links. */
export interface AppLinks {
  readonly links: readonly AppLink[];
  /** What the note's links lead to, as the app counts it: paths of files. */
  readonly resolved: readonly string[];
  /** What leads nowhere, as the app counts it: linkpaths. */
  readonly unresolved: readonly string[];
}

/**
 * A difference between the app's links of a note and ours.
 * - `target`: both have the link `text`, and it leads elsewhere.
 * - `only-ours`, `only-app`: one has the link `text` (more often), the other has not.
 * - `counted`, `uncounted`: the links are the same, and yet the app's table of what the note links to has a target `text` too
 *   many, or not.
 */
export interface LinkDifference {
  readonly kind: "target" | "only-ours" | "only-app" | "counted" | "uncounted";
  readonly text: string;
  /** Path of the file that our link leads to; null for none. */
  readonly ours: string | null;
  /** Path of the file that the app's link leads to; null for none. */
  readonly app: string | null;
}

/** Where the links of a note differ from the app's. */
export interface NoteDifferences {
  readonly path: string;
  readonly differences: readonly LinkDifference[];
  /** Links that the app is known not to list as links: those in HTML, which it does not read, and reference links, which it keeps apart. */
  readonly expected: { readonly html: number; readonly reference: number };
}

/** Compare the links of a note with the app's. `text` is the note's text as it was parsed, and what the app has indexed. */
export function linkDifferences(note: Note, text: string, index: VaultIndex, app: AppLinks): NoteDifferences {
  const differences = [...ofLinks(ourLinks(note, text, index), app.links)];
  return {
    path: note.path,
    differences: differences.length > 0 ? differences : [...ofTables(note, index, app)],
    expected: {
      html: note.links.filter(({ kind }) => kind === "html" || kind === "href").length,
      reference: note.links.filter(({ kind }) => kind === "reference").length,
    },
  };
}

/** Our links that the app is expected to have, in its form. */
function* ourLinks(note: Note, text: string, index: VaultIndex): Generator<AppLink> {
  for (const link of note.links) {
    const { kind, linkpath, subpath, from, to } = link;
    const place = placeOf(link);
    const said = kind === "property" ? linkpath + subpath : text.slice(from, to);
    if (place !== null) yield { place, said, target: targetOf(link, note, index) };
  }
}

function placeOf({ kind, property }: Link): string | null {
  switch (kind) {
    case "wikilink":
    case "markdown":
      return "link";
    case "embed":
    case "image":
      return "embed";
    case "property":
      return property;
    case "html":
    case "href":
    case "reference":
      return null;
  }
}

function targetOf(link: Link, note: Note, index: VaultIndex): string | null {
  const resolution = index.resolve(link, note.path);
  return resolution.kind === "unresolved" ? null : resolution.path;
}

/** Links are the same if they stand in the same kind of place with the same text; a text may be there several times. */
function* ofLinks(ours: Iterable<AppLink>, apps: readonly AppLink[]): Generator<LinkDifference> {
  const appByKey = byKey(apps);
  for (const [key, [first, ...more]] of byKey(ours)) {
    const [appFirst, ...appMore] = appByKey.get(key) ?? [];
    if (first && appFirst && first.target !== appFirst.target)
      yield { kind: "target", text: first.said, ours: first.target, app: appFirst.target };
    else if (first && (!appFirst || more.length > appMore.length))
      yield { kind: "only-ours", text: first.said, ours: first.target, app: null };
    else if (appFirst && more.length < appMore.length)
      yield { kind: "only-app", text: appFirst.said, ours: null, app: appFirst.target };
    appByKey.delete(key);
  }
  for (const [first] of appByKey.values()) {
    if (first) yield { kind: "only-app", text: first.said, ours: null, app: first.target };
  }
}

function byKey(links: Iterable<AppLink>): Map<string, AppLink[]> {
  const found = new Map<string, AppLink[]>();
  for (const link of links) {
    const key = `${link.place}\n${link.said.replaceAll(/\r\n?/g, "\n")}`;
    const same = found.get(key);
    if (same) same.push(link);
    else found.set(key, [link]);
  }
  return found;
}

/** Where the links are the same: what the app counts for its graph and backlinks. A note's links to itself may count or not. */
function* ofTables(note: Note, index: VaultIndex, app: AppLinks): Generator<LinkDifference> {
  const listed = note.links.filter((link) => placeOf(link) !== null);
  const apart = note.links.filter(({ kind }) => kind === "reference");
  const targets = (links: readonly Link[]): (string | null)[] =>
    links.map((link) => targetOf(link, note, index));
  const missing = (links: readonly Link[]): string[] =>
    links.flatMap((link) => (targetOf(link, note, index) === null ? [missingKey(link.linkpath)] : []));
  yield* ofTable(app.resolved, targets(listed), targets(apart), note.path);
  yield* ofTable(app.unresolved.map(missingKey), missing(listed), missing(apart), note.path);
}

/** Without extension and letter case, in which the app's words for what is missing may differ from what was written. */
function missingKey(linkpath: string): string {
  return nameKey(withoutExtension(linkpath));
}

function* ofTable(
  counted: readonly string[],
  expected: readonly (string | null)[],
  allowed: readonly (string | null)[],
  self: string,
): Generator<LinkDifference> {
  const others = { ours: null, app: null };
  for (const text of new Set(counted)) {
    if (text !== self && !expected.includes(text) && !allowed.includes(text))
      yield { kind: "counted", text, ...others };
  }
  for (const text of new Set(expected)) {
    if (text !== null && text !== self && !counted.includes(text))
      yield { kind: "uncounted", text, ...others };
  }
}
