import { globMatcher } from "./globs.ts";
import { placeAt, type ConfigNode, type ConfigPath } from "./config-node.ts";
import type { TextRange } from "../text/range.ts";

/** What a config says of paths, and where: a glob of ignored notes, or a note type's folder. */
export interface ConfigPattern extends TextRange {
  readonly kind: "glob" | "folder";
  readonly text: string;
}

/**
 * The patterns of a config that is without mistakes, in text order; of very many the first. An alias stands for patterns that
 * are told where they are written.
 */
export function patternsOf(root: ConfigNode): readonly ConfigPattern[] {
  const below = (key: string): readonly string[] => {
    const { node, path } = placeAt(root, [key]);
    return path.length === 1 && node.kind === "map" ? [...node.entries.keys()] : [];
  };
  const all = [
    ...patternsAt(root, ["ignore"], "glob"),
    ...below("types").flatMap((code) => patternsAt(root, ["types", code, "folders"], "folder")),
    ...below("rules").flatMap((id) => patternsAt(root, ["rules", id, "ignore"], "glob")),
  ];
  return all.sort((a, b) => a.from - b.from).slice(0, MOST_PATTERNS);
}

/** A stranger's config may hold many more, each of which would be compared with each path. */
const MOST_PATTERNS = 500;

function patternsAt(
  root: ConfigNode,
  path: ConfigPath,
  kind: ConfigPattern["kind"],
): readonly ConfigPattern[] {
  const place = placeAt(root, path);
  if (place.path.length < path.length) return [];
  const { node } = place;
  return (node.kind === "list" ? node.items : [node]).flatMap((item) =>
    item.kind === "scalar" && typeof item.value === "string"
      ? { kind, text: item.value, from: item.from, to: item.to }
      : [],
  );
}

/**
 * Which of a config's patterns match none of the vault's files, as files come and go. Of each that does, one file is
 * remembered: most files that come are compared with those patterns alone that match nothing yet.
 */
export class PatternUse {
  private readonly matchers: ReadonlyMap<ConfigPattern, (path: string) => boolean>;
  private readonly witnesses = new Map<ConfigPattern, string>();
  private readonly idle: Set<ConfigPattern>;

  constructor(patterns: readonly ConfigPattern[]) {
    this.matchers = new Map(patterns.map((pattern) => [pattern, matcherOf(pattern)]));
    this.idle = new Set(patterns);
  }

  /** Take up that there is a file. Gives whether one pattern more matches something. */
  add(path: string): boolean {
    const before = this.idle.size;
    for (const pattern of this.idle) {
      if (this.matchers.get(pattern)?.(path) !== true) continue;
      this.idle.delete(pattern);
      this.witnesses.set(pattern, path);
    }
    return this.idle.size < before;
  }

  /** Take up that a file is gone; `others` are those that are left. Gives whether one pattern less matches something. */
  remove(path: string, others: Iterable<string>): boolean {
    const lost = [...this.witnesses].flatMap(([pattern, witness]) => (witness === path ? pattern : []));
    if (lost.length === 0) return false;
    for (const pattern of lost) {
      this.witnesses.delete(pattern);
      this.idle.add(pattern);
    }
    const before = this.idle.size;
    for (const other of others) if (other !== path) this.add(other);
    return this.idle.size > before - lost.length;
  }

  /** The patterns that match nothing, in text order. */
  unused(): readonly ConfigPattern[] {
    return [...this.matchers.keys()].filter((pattern) => this.idle.has(pattern));
  }
}

function matcherOf({ kind, text }: ConfigPattern): (path: string) => boolean {
  if (kind === "glob") return globMatcher([text]);
  const folder = text.replace(/^\/+|\/+$/g, "");
  return (path) => folder === "" || path.startsWith(`${folder}/`);
}
