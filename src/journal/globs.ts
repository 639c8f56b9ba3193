/**
 * A test for paths that any of the globs matches; without globs nothing does. The globs are those of a `.gitignore`, less
 * what can be slow or is seldom meant:
 * - `*` is any run of characters of one name, `?` one of them, `**` between slashes any number of folders. Everything else
 *   stands for itself, brackets and `!` too.
 * - A glob without a `/` matches a name at any depth; with one (also in front) it counts from the vault's root.
 * - What matches a folder matches everything below it: `Templates`, `Templates/` and `Templates/**` come to the same, but
 *   that `/` at the end takes no file, and the last counts from the root.
 * - Letter case counts; composed and decomposed letters are the same; `\` is a `/`.
 *
 * - A path of more than 4,096 characters, which no system has, is matched by none: the target of a link may be a whole text.
 *
 * Own matching and no regular expression, since a config may come from a stranger: no glob takes longer than its length
 * times the path's, nor does any that is longer than the path. (picomatch turns a glob into one: nine stars in `*a*a*a…` kept it busy for 98 s on a name of 60 letters.)
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs.map(readGlob);
  return (path) => {
    if (path.length > LONGEST_PATH) return false;
    const names = path.normalize("NFC").split("/");
    return patterns.some((pattern) => matchesPath(pattern, names));
  };
}

const LONGEST_PATH = 4096;

/** Why a glob cannot be meant of a vault's paths: the end of a sentence that starts with the glob; null if it can be. */
export function globFault(glob: string): string | null {
  const path = glob.replaceAll("\\", "/");
  if (/^[a-z]:\/|^\/\/|^~\/|^file:/i.test(path))
    return "is a path of this computer, expected one from the top of the vault";
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  if (names.length === 0) return "names nothing, expected a path or a pattern";
  return names.includes("..") ? "leads out of the vault, expected a path from its top" : null;
}

/** Is `path` a pattern of paths? */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** What one name of a path must be: any number of names, this one, or one of these characters (`*` and `?` among them). */
type NamePattern =
  | { readonly kind: "any-folders" }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "wild"; readonly characters: readonly string[]; readonly least: number };

const anyFolders: NamePattern = { kind: "any-folders" };
const anyName: NamePattern = { kind: "wild", characters: ["*"], least: 0 };

/** A glob as what the names of a path must be, and how many names that takes at least. */
interface PathPattern {
  readonly names: readonly NamePattern[];
  readonly least: number;
}

function readGlob(glob: string): PathPattern {
  const names = namesOf(glob).filter((name, at, all) => !isAnyFolders(name) || name !== all[at - 1]);
  return { names, least: names.filter((name) => !isAnyFolders(name)).length };
}

function namesOf(glob: string): readonly NamePattern[] {
  const path = glob.normalize("NFC").replaceAll("\\", "/").replace(/^\.\//, "/");
  const names = path.split("/").filter((name) => name !== "");
  if (names.length === 0) return [];
  const isAnchored = names.length > 1 || path.startsWith("/");
  return [
    ...(isAnchored ? [] : [anyFolders]),
    ...names.map(readName),
    ...(path.endsWith("/") ? [anyName] : []),
    anyFolders,
  ];
}

function readName(name: string): NamePattern {
  if (name === "**") return anyFolders;
  if (!isGlob(name)) return { kind: "name", name };
  const characters = Array.from(name.replace(/\*+/g, "*"));
  return { kind: "wild", characters, least: characters.filter((character) => !isStar(character)).length };
}

function matchesPath({ names: patterns, least }: PathPattern, names: readonly string[]): boolean {
  return least <= names.length && covers(patterns, names, isAnyFolders, matchesName);
}

function isAnyFolders(pattern: NamePattern): boolean {
  return pattern.kind === "any-folders";
}

function matchesName(pattern: NamePattern, name: string): boolean {
  if (pattern.kind === "name") return pattern.name === name;
  // What holds more characters than any name is told by its length alone.
  if (pattern.kind !== "wild" || pattern.least > name.length) return false;
  return covers(pattern.characters, Array.from(name), isStar, matchesCharacter);
}

function isStar(pattern: string): boolean {
  return pattern === "*";
}

function matchesCharacter(pattern: string, character: string): boolean {
  return pattern === character || pattern === "?";
}

/**
 * Whether the pattern's elements take all items in order, stars any number of them. Greedy: what follows a star is tried
 * at each place in turn, and once the next star is reached, no earlier one is tried again, which would find nothing more.
 */
function covers<Pattern, Item>(
  pattern: readonly Pattern[],
  items: readonly Item[],
  isStar: (pattern: Pattern) => boolean,
  matches: (pattern: Pattern, item: Item) => boolean,
): boolean {
  let at = 0;
  let afterStar = -1;
  let retry = 0;
  for (let next = 0; next < items.length || at < pattern.length;) {
    const wanted = pattern[at];
    const item = items[next];
    if (wanted !== undefined && isStar(wanted)) {
      afterStar = ++at;
      retry = next;
    } else if (wanted !== undefined && item !== undefined && matches(wanted, item)) {
      at++;
      next++;
    } else if (afterStar >= 0 && retry < items.length) {
      at = afterStar;
      next = ++retry;
    } else {
      return false;
    }
  }
  return true;
}
