import { icons as lucide } from "lucide";

/** The parts of an icon: elements of SVG with their attributes. */
type IconParts = readonly (readonly [tag: string, attributes: Record<string, string | number | undefined>])[];

const library = new Map<string, IconParts>();
for (const [name, [, , parts]] of Object.entries(lucide)) library.set(kebab(name), parts ?? []);

const added = new Map<string, string>();

/** `ChevronsUpDown` is called `chevrons-up-down`. */
function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, "$1-$2")
    .replace(/([0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

export function getIconIds(): string[] {
  return [...library.keys(), ...added.keys()];
}

export function addIcon(id: string, svg: string): void {
  added.set(id, svg);
}

export function removeIcon(id: string): void {
  added.delete(id);
}

/** An icon of the app's set, which is that of Lucide. @throws if there is none: the app would show nothing. */
export function getIcon(id: string): SVGSVGElement {
  const name = id.replace(/^lucide-/, "");
  const parts = library.get(name);
  if (!parts && !added.has(id)) throw new Error(`The app has no icon "${id}"`);
  const svg = createSvg("svg", {
    cls: `svg-icon lucide-${name}`,
    attr: {
      width: 24,
      height: 24,
      viewBox: parts ? "0 0 24 24" : "0 0 100 100",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
  });
  for (const [tag, attributes] of parts ?? []) {
    const attr = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value ?? null]));
    svg.createSvg(tag as "path", { attr });
  }
  return svg;
}

/** Put an icon into an element, in place of all that is in it. */
export function setIcon(parent: HTMLElement, id: string): void {
  parent.empty();
  parent.appendChild(getIcon(id));
}
