import { printable } from "./printable.ts";

/** What an element says of itself: numbers and texts by name. */
export type XmlAttributes = Readonly<Record<string, string | number>>;

/** An element with nothing in it. */
export function emptyElement(name: string, attributes: XmlAttributes): string {
  return `<${name}${written(attributes)}/>`;
}

/** The start of an element. */
export function startTag(name: string, attributes: XmlAttributes): string {
  return `<${name}${written(attributes)}>`;
}

/** An element around text. Line breaks in the text stay. */
export function textElement(name: string, attributes: XmlAttributes, text: string): string {
  return `${startTag(name, attributes)}${text.split("\n").map(xmlText).join("\n")}</${name}>`;
}

function written(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}

/** Text as XML 1.0 may hold it, on one line: control characters, which it may not even escape, are shown as {@link printable}. */
function xmlText(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd");
}
