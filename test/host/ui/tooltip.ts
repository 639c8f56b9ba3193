/** A tooltip is an element's `aria-label`, shown beside it; its place is in `data-tooltip-position`. */
export function setTooltip(
  el: HTMLElement,
  text: string,
  options: { readonly placement?: string } = {},
): void {
  el.setAttribute("aria-label", text);
  if (options.placement !== undefined) el.setAttribute("data-tooltip-position", options.placement);
}

export function displayTooltip(el: HTMLElement, content: string | DocumentFragment): void {
  hideTooltip(el.doc);
  const tip = el.doc.body.createDiv({ cls: "tooltip", text: content });
  const { left, bottom, width } = el.getBoundingClientRect();
  tip.setCssStyles({ left: `${String(left + width / 2)}px`, top: `${String(bottom + 6)}px` });
}

function hideTooltip(doc: Document): void {
  for (const tip of doc.querySelectorAll(".tooltip")) tip.remove();
}

/** As in the app, whatever has an `aria-label` says it when the mouse is over it. */
export function showTooltips(doc: Document): void {
  doc.addEventListener("mouseover", ({ target }) => {
    const el = target instanceof Element || isElementLike(target) ? target.closest("[aria-label]") : null;
    hideTooltip(doc);
    if (el && isHtml(el)) displayTooltip(el, el.getAttribute("aria-label") ?? "");
  });
  doc.addEventListener("mousedown", () => {
    hideTooltip(doc);
  });
}

function isElementLike(target: EventTarget | null): target is Element {
  return target !== null && "closest" in target;
}

function isHtml(el: Element): el is HTMLElement {
  return el.instanceOf(HTMLElement);
}
