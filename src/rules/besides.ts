/** The paths of other notes. Most often there are none, and nothing is made. */
export function besides(path: string, paths: readonly string[]): readonly string[] {
  return paths.length === 1 && paths[0] === path ? [] : paths.filter((other) => other !== path);
}
