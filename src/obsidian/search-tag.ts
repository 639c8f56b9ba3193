/** Open the app's search for a tag, given with its `#`. By the app's own address for it; there is no API. */
export function searchTag(tag: string, win: Window): void {
  win.open(`obsidian://search?query=${encodeURIComponent(`tag:${tag}`)}`);
}
