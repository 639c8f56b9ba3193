/** Elements that never get into the page, with all that is in them. */
const forbidden =
  "script, style, link, meta, base, iframe, object, embed, form, noscript, template, frame, frameset";

/**
 * Elements out of HTML that an author wrote, without what runs or loads other pages, as the app cleans it. Parsed in a
 * document of its own, where nothing runs.
 */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const el of parsed.querySelectorAll(forbidden)) el.remove();
  for (const el of parsed.body.querySelectorAll("*")) {
    for (const { name, value } of [...el.attributes]) {
      const runs =
        name.startsWith("on") || name === "srcdoc" || /^\s*(?:javascript|vbscript|data:text)/i.test(value);
      if (runs) el.removeAttribute(name);
    }
  }
  const fragment = createFragment();
  fragment.append(...Array.from(parsed.body.childNodes, (node) => document.importNode(node, true)));
  return fragment;
}
