import type { CDPSession, Page } from "playwright-core";
import { hosts, ours } from "../../host/serve/find-violations.mts";

/** Roles that a reader must be told by a name. */
const named = new Set(
  "button checkbox combobox dialog group heading link listbox menuitem option progressbar region searchbox spinbutton switch tab textbox tree treeitem".split(
    " ",
  ),
);

/** Roles that the keyboard goes to itself: in trees, lists and menus it goes to the whole. */
const focused = new Set("button checkbox combobox link searchbox spinbutton switch textbox tree".split(" "));

/** One thing in the tree that Chromium gives to screen readers. */
type Thing = Awaited<ReturnType<typeof thingsIn>>[number];

/** What of ours a screen reader does not tell, or the keyboard cannot reach, by Chromium's own tree: one line for each element. */
export async function nameFaults(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const faults: string[] = [];
  for (const thing of await thingsIn(session)) {
    const said = [...faultsOf(thing)];
    if (said.length === 0 || thing.backendDOMNodeId === undefined) continue;
    const el = await elementOf(session, thing.backendDOMNodeId);
    if (el !== null) faults.push(...said.map((fault) => `${fault}: ${el}`));
  }
  await session.detach();
  return [...faults, ...(await page.evaluate(rowFaults))];
}

function* faultsOf({ role, name, properties }: Thing): Generator<string> {
  const kind = String(role?.value);
  const isSaid = (said: string): boolean =>
    properties?.some((each) => each.name === said && each.value.value === true) === true;
  if (named.has(kind) && String(name?.value ?? "").trim() === "") yield `A ${kind} has no name`;
  if (focused.has(kind) && !isSaid("focusable") && !isSaid("disabled"))
    yield `The keyboard cannot reach a ${kind}`;
}

/** All that is told of our parts of a page. */
async function thingsIn(session: CDPSession) {
  await session.send("Accessibility.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: [...ours, ".modal"].join(),
  });
  const found = await Promise.all(
    nodeIds.map((nodeId) => session.send("Accessibility.queryAXTree", { nodeId })),
  );
  const things = found.flatMap(({ nodes }) => nodes.filter(({ ignored }) => !ignored));
  return [...new Map(things.map((thing) => [thing.nodeId, thing])).values()];
}

/** The beginning of an element's HTML; null for what the host draws alone. */
async function elementOf(session: CDPSession, backendNodeId: number): Promise<string | null> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId ?? "",
    functionDeclaration:
      "function (others) { return this.closest?.(others) ? null : (this.outerHTML ?? this.data).slice(0, 160); }",
    arguments: [{ value: hosts.join() }],
    returnByValue: true,
  });
  return result.value as string | null;
}

/** Rows that do not say where they stand, or say no count that they show. */
function rowFaults(): string[] {
  return [...document.querySelectorAll("[role=treeitem]")].flatMap((row) => {
    const [level = 0, place = 0, of = 0] = ["level", "posinset", "setsize"].map((name) =>
      Number(row.getAttribute(`aria-${name}`)),
    );
    const count = row.querySelector(".linkage-list-count")?.textContent.split("/")[0] ?? "";
    const name = row.getAttribute("aria-label") ?? row.textContent;
    const html = row.outerHTML.slice(0, 160);
    return [
      ...(level > 0 ? [] : [`A row has no level: ${html}`]),
      ...(place > 0 && place <= of ? [] : [`A row has no place among others: ${html}`]),
      ...(name.includes(count) ? [] : [`A row does not say its count, ${count}: ${html}`]),
    ];
  });
}
