import type { Note } from "../note/note.ts";
import { canvasLinks } from "../note/parse-canvas.ts";
import { parseNote } from "../note/parse-note.ts";
import { countOf } from "../report/count.ts";
import { affectedSince, type EarlierFile } from "../vault/affected-since.ts";
import { isCanvasPath, isNotePath } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { changedFiles, contents, repositoryAround, type Repository } from "./git.mts";
import { textOfBytes } from "./read-text.mts";
import { everything, type Selection } from "./selection.mts";
import { appFolder } from "./vault-folder.mts";

/** What git says has changed in a vault since a revision. */
export interface Changes {
  readonly repository: Repository;
  /** As the user named it. */
  readonly revision: string;
  /** By path: the id of the earlier content (`changedFiles`). */
  readonly files: ReadonlyMap<string, string | null>;
}

/** What is to be looked at since a revision, and how much that is, in one line. */
export interface SinceSelection extends Selection {
  readonly remark: string;
}

/**
 * What has changed in the vault in `folder`. What git does not know counts as unchanged: files that it is to ignore, and what
 * symbolic links lead to.
 * @throws CannotRun without git, a repository or such a revision
 */
export function changesSince(
  revision: string,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Changes {
  const repository = repositoryAround(folder, env);
  return { repository, revision, files: changedFiles(repository, revision) };
}

/**
 * The files that have changed, and those that they affect. All, if the config has changed, or what of the app's settings counts
 * as conventions.
 * @param config the config's path, vault-relative; one outside of the vault counts as unchanged
 */
export function selectSince(changes: Changes, index: VaultIndex, config: string): SinceSelection {
  const { files, revision } = changes;
  const conventions = [...files.keys()].find((path) => path === config || isConventional(path));
  if (conventions !== undefined)
    return {
      has: everything.has,
      remark: `"${conventions}" has changed since ${revision}: all notes were linted`,
    };
  const affected = affectedSince(index, earlierFiles(changes, index));
  const now = [...affected].filter((path) => index.hasFile(path));
  const gone = affected.size - now.length;
  const changed = now.filter((path) => isChanged(path, files)).length;
  const lost = gone === 0 ? "" : ` and ${countOf(gone, "file")} gone`;
  return {
    // What cannot be looked at is neither changed nor unchanged.
    has: (path) => affected.has(path) || path === "" || path.endsWith("/"),
    remark: `Since ${revision}: ${countOf(changed, "file")} changed${lost}, ${formatOthers(now.length - changed)}`,
  };
}

function formatOthers(count: number): string {
  return `${countOf(count, "other")} affected`;
}

/** Settings of the app that say which notes are left out, and which classes there are. */
function isConventional(path: string): boolean {
  if (!path.startsWith(`${appFolder}/`)) return false;
  const setting = path.slice(appFolder.length + 1);
  return setting === "app.json" || setting === "templates.json" || /^snippets\/[^/]*\.css$/.test(setting);
}

function isChanged(path: string, files: Changes["files"]): boolean {
  return files.has(path) || [...files.keys()].some((each) => each.endsWith("/") && path.startsWith(each));
}

function earlierFiles(
  { repository, files }: Changes,
  index: VaultIndex,
): ReadonlyMap<string, EarlierFile | null> {
  const earlier = new Map<string, EarlierFile | null>();
  const ids: string[] = [];
  for (const [path, id] of files) {
    if (path.endsWith("/"))
      for (const file of index.files()) if (file.startsWith(path)) earlier.set(file, null);
    if (isHidden(path) || path.endsWith("/")) continue;
    earlier.set(path, null);
    if (id !== null && (isNotePath(path) || isCanvasPath(path))) ids.push(id);
  }
  const texts = contents(repository, ids);
  for (const [path, id] of files)
    if (id !== null && earlier.has(path)) earlier.set(path, earlierFile(path, texts.get(id)));
  return earlier;
}

/** @param bytes its content; none where it is of no use, or git does not have it */
function earlierFile(path: string, bytes: Buffer | undefined): EarlierFile {
  const read = bytes === undefined ? null : textOfBytes(bytes);
  const text = read !== null && "text" in read ? read.text : null;
  const note: Note | null = text !== null && isNotePath(path) ? parseNote(path, text) : null;
  return { note, canvas: text !== null && isCanvasPath(path) ? canvasLinks(path, text) : null };
}

/** Names that start with a dot are not part of a vault. */
function isHidden(path: string): boolean {
  return path.split("/").some((name) => name.startsWith("."));
}
