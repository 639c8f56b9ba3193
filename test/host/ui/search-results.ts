/** Show a text with the stretches that a search has found marked. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: readonly (readonly [number, number])[] | null,
  offset = 0,
): void {
  let at = 0;
  for (const [from, to] of matches ?? []) {
    const [start, end] = [Math.max(at, from + offset), to + offset];
    if (end <= start) continue;
    el.appendText(text.slice(at, start));
    el.createSpan({ cls: "suggestion-highlight", text: text.slice(start, end) });
    at = end;
  }
  el.appendText(text.slice(at));
}

export function renderResults(
  el: HTMLElement,
  text: string,
  { matches }: { readonly matches: readonly (readonly [number, number])[] },
  offset?: number,
): void {
  renderMatches(el, text, matches, offset);
}
