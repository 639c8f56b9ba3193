/** How files and folders were renamed, in the order in which it happened: what was listed before can be found again. */
export class Renames {
  private readonly known: { readonly from: string; readonly to: string }[] = [];

  /** A file, or a folder with all that is in it, has another path. */
  add(from: string, to: string): void {
    this.known.push({ from, to });
  }

  /** The path by now of what once had this one. */
  now(path: string): string {
    return this.known.reduce((moved, { from, to }) => movedPath(moved, from, to), path);
  }
}

/** The path of a file after something was renamed: the file itself, a folder around it, or neither. */
export function movedPath(path: string, from: string, to: string): string {
  return path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}
