import { isGlob } from "../journal/globs.ts";

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
