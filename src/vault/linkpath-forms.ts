import type { FileTable } from "./file-table.ts";
import { folderOf, isLinkable, isNotePath, nameKey, withoutExtension } from "./names.ts";
import { resolveLink } from "./resolve-link.ts";

/** A linkpath that is to lead to another file. */
export interface FormRequest {
  /** As it was written, in the note at `from`. */
  readonly linkpath: string;
  readonly from: string;
  /** The path of the file that it led to, as it was then. */
  readonly was: string;
  /** The path of the file that it is to lead to. */
  readonly aim: string;
}

/**
 * A linkpath to `aim` in the form of the one that was written: a name stays a name where that is enough, a path from the root stays one,
 * so does one that starts with `./` or `../`, or with `/`, and one that says the last folders only; `.md` stays or stays out. Where that
 * leads to no one file, the path from the root is taken. Null if no linkpath leads there: the path holds what ends a link,
 * or another differs in letter case alone.
 */
export function linkpathLike(request: FormRequest, files: FileTable): string | null {
  const forms = [...formsOf(request)];
  const bare = isNotePath(request.linkpath) ? forms : forms.map(withoutExtension);
  const form = [...bare, ...forms].find((linkpath) => {
    const target = resolveLink(files, linkpath, request.from);
    return target.kind === "resolved" && target.path === request.aim && isWritable(linkpath);
  });
  return form ?? null;
}

function isWritable(linkpath: string): boolean {
  return isLinkable(linkpath) && linkpath.trim() === linkpath;
}

/** The forms to try, with extension. */
function* formsOf({ linkpath, from, was, aim }: FormRequest): Generator<string> {
  const written = linkpath.replace(/\\/g, "/");
  if (/^\.{1,2}\//.test(written)) yield relativePath(folderOf(from), aim);
  else if (!written.startsWith("/")) {
    const names = written.split("/").filter((name) => name !== "").length;
    const isWhole =
      names > 1 && [was, withoutExtension(was)].some((path) => nameKey(path) === nameKey(written));
    if (!isWhole) yield aim.split("/").slice(-names).join("/");
    yield aim;
  }
  yield `/${aim}`;
}

/** The way to a file from a folder, which starts with `./` or `../`. */
function relativePath(folder: string, path: string): string {
  const start = folder === "" ? [] : folder.split("/");
  const names = path.split("/");
  const parting = start.findIndex((name, at) => name !== names[at] || at === names.length - 1);
  const shared = parting < 0 ? start.length : parting;
  const steps = start.slice(shared).map(() => "..");
  return [...(steps.length === 0 ? ["."] : steps), ...names.slice(shared)].join("/");
}
