/**
 * Put `after` in place of `before` in what a file says at the moment it is written; a byte order mark stays. What says
 * anything else by now stays as it is.
 */
export function replacedText(now: string, before: string, after: string): string {
  const mark = byteOrderMarkOf(now);
  return now.slice(mark.length) === before ? mark + after : now;
}

/** A file's text without what the app may leave in front of it. */
export function withoutMark(text: string): string {
  return text.slice(byteOrderMarkOf(text).length);
}

function byteOrderMarkOf(text: string): string {
  return text.startsWith("\ufeff") ? "\ufeff" : "";
}
