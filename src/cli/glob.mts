/** Is `path` a pattern of paths? The characters are those of `globMatcher`. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** Where a glob's pattern starts: `folder` is what comes before the first segment that holds one, `pattern` the rest. */
export function splitGlob(glob: string): { readonly folder: string; readonly pattern: string } {
  const segments = glob.split("/");
  const first = segments.findIndex(isGlob);
  const folder = segments.slice(0, first).join("/");
  return {
    folder: folder === "" && glob.startsWith("/") ? "/" : folder,
    pattern: segments.slice(first).join("/"),
  };
}
