/** What these bytes say as JSON; undefined if they are none, as those of a file in the place of another. */
export function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
