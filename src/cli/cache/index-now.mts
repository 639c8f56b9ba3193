import type { Conventions } from "../../journal/conventions.ts";
import type { Note } from "../../note/note.ts";
import type { CanvasLink } from "../../note/parse-canvas.ts";
import { VaultIndex } from "../../vault/vault-index.ts";
import type { Content, KeptVault } from "./kept-vault.mts";
import type { ChangeSurvey, FirstSurvey } from "./survey.mts";

/** The index of a vault, and the files whose problems may be others than they were. */
export interface IndexNow {
  readonly index: VaultIndex;
  readonly affected: ReadonlySet<string>;
}

/** The facts of notes by path. */
export type Facts = ReadonlyMap<string, Note>;

/** The index of a vault of which nothing was kept. Its notes are read meanwhile. */
export function firstIndex({ files, notes, contents }: FirstSurvey, conventions: Conventions): VaultIndex {
  return VaultIndex.of(files, notes, conventions, canvasesOf(contents));
}

/** The index of the vault as it is now. @param facts those of notes that have not changed */
export function wholeIndex(
  { files, contents, changes }: ChangeSurvey,
  facts: Facts,
  conventions: Conventions,
): VaultIndex {
  function* notes(): Generator<Note> {
    for (const path of files) {
      const note = changes.get(path) ?? (contents.has(path) ? facts.get(path) : undefined);
      if (note) yield note;
    }
  }
  return VaultIndex.of(files, notes(), conventions, canvasesOf(contents));
}

/**
 * The same where little has changed: the index of the vault as it was is brought up to what it is, change by change, each of which
 * tells whom it affects (design.md, laws 2 and 3).
 * @param facts those of all notes as they were
 */
export function changedIndex(
  kept: KeptVault,
  survey: ChangeSurvey,
  facts: Facts,
  conventions: Conventions,
): IndexNow {
  const { contents, changes } = survey;
  const now = new Set(survey.files);
  const before = new Map(
    kept.files.flatMap(({ path, content }) => (content ? [[path, content] as const] : [])),
  );
  const paths = kept.files.map(({ path }) => path);
  const notes = paths.flatMap((path) => facts.get(path) ?? []);
  const index = VaultIndex.of(paths, notes, conventions, canvasesOf(before));
  index.shared.keep();
  const affected = new Set(changes.keys());
  for (const [path, note] of changes)
    for (const each of change(index, path, note, contents.get(path), now.has(path))) affected.add(each);
  return { index, affected };
}

/** Bring one file up to what it is now. Tells whom that affects. */
function change(
  index: VaultIndex,
  path: string,
  note: Note | null,
  content: Content | undefined,
  isThere: boolean,
): Iterable<string> {
  if (note) return index.setNote(note);
  const links = canvasIn(content);
  if (links) return index.setCanvas(path, links);
  // What cannot be read any more is still a file, of which nothing is known.
  return [...index.remove(path), ...(isThere ? index.addFile(path) : [])];
}

function* canvasesOf(
  contents: ReadonlyMap<string, Content>,
): Generator<readonly [path: string, links: readonly CanvasLink[]]> {
  for (const [path, content] of contents) {
    const links = canvasIn(content);
    if (links) yield [path, links];
  }
}

function canvasIn(content: Content | undefined): readonly CanvasLink[] | null {
  return content === undefined || typeof content.facts === "string" ? null : content.facts;
}
