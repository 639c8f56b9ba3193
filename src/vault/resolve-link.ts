import { EqualMatches } from "./equal-matches.ts";
import type { FileTable } from "./file-table.ts";
import { fileName, folderOf, targetKey, withoutExtension } from "./names.ts";
import { VersionedAnswers } from "./versioned-answers.ts";

/**
 * Where a link leads (obsidian.md C). For `ambiguous`, `path` is the best match and `candidates` all that match equally
 * well by name, best first: sources disagree on their order.
 */
export type Resolution =
  | { readonly kind: "resolved"; readonly path: string }
  | { readonly kind: "ambiguous"; readonly path: string; readonly candidates: EqualMatches }
  | { readonly kind: "unresolved" };

/** Where a link in the note at `from` leads among these files. */
export function resolveLink(files: FileTable, linkpath: string, from: string): Resolution {
  if (linkpath === "") return { kind: "resolved", path: from };
  const key = targetKey(linkpath, from);
  const matches = key === null ? [] : files.match(key);
  const [path] = matches;
  if (key === null || path === undefined) return { kind: "unresolved" };
  if (matches.length === 1) return { kind: "resolved", path };
  const candidates = new EqualMatches(files, key, folderOf(from));
  return { kind: "ambiguous", path: candidates.best ?? path, candidates };
}

/** Of how many linkpaths is remembered where they lead. */
const MOST_KNOWN = 10_000;

/**
 * Where links lead among these files. Each link is asked about by several rules, and many links say the same, so that what was
 * found out lately is remembered until a file comes or goes.
 */
export class ResolvedLinks {
  private readonly files: FileTable;
  private readonly answers = new VersionedAnswers<string, Resolution>();

  constructor(files: FileTable) {
    this.files = files;
  }

  /** As `resolveLink`. */
  resolve(linkpath: string, from: string): Resolution {
    const known = this.answers.of(this.files.version);
    const answer = known.get(linkpath);
    if (answer !== undefined) return answer;
    const resolution = resolveLink(this.files, linkpath, from);
    if (resolution.kind !== "ambiguous" && linkpath !== "" && !linkpath.startsWith(".")) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(linkpath, resolution);
    }
    return resolution;
  }
}

/** The shortest linkpath that leads to this file from everywhere: its name if that is enough, else its path (obsidian.md C8). */
export function shortestLinkpath(files: FileTable, path: string): string {
  const name = withoutExtension(fileName(path));
  const target = resolveLink(files, name, "");
  return target.kind === "resolved" && target.path === path ? name : withoutExtension(path);
}
