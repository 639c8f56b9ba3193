import { fc, test as law } from "@fast-check/jest";
import { strayLinks } from "../../src/lint/stray-links.ts";
import type { Link } from "../../src/note/note.ts";
import { canvasLinks } from "../../src/note/parse-canvas.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { FileTable } from "../../src/vault/file-table.ts";
import { type Move, movedFiles, movedPath } from "../../src/vault/moved-files.ts";
import { isCanvasPath, isNotePath, nameKey } from "../../src/vault/names.ts";
import { resolveLink } from "../../src/vault/resolve-link.ts";
import { renamed } from "./rename.ts";
import type { Texts } from "./vault-of.ts";

/*
 * A small world, so that names meet: few folders and names, and links in every form that often lead to a file.
 */
const folders = ["", "a/", "a/b/", "c d/", "b/"] as const;
const names = ["home", "Home", "It's (1), 50% & é", "x.1", "a", "To home"] as const;
const folder = fc.constantFrom(...folders);
const path = fc
  .tuple(folder, fc.constantFrom(...names), fc.constantFrom(".md", ".md", ".md", ".png", ".canvas"))
  .map((parts) => parts.join(""));

const target = fc
  .tuple(
    fc.constantFrom("", "", "./", "../", "/"),
    folder,
    fc.constantFrom(...names),
    fc.constantFrom("", "", ".md", ".png"),
  )
  .map((parts) => parts.join(""));
const subpath = fc.constantFrom("", "", "", "#One", "#One#Two", "#^b");
const link = fc.tuple(target, subpath, fc.nat(12)).map(([to, sub, form]) => {
  const encoded = encodeURI(to).replaceAll("(", "%28").replaceAll(")", "%29") + sub;
  return (
    [
      `[[${to}${sub}]]`,
      `[[${to}${sub}|shown]]`,
      `![[ ${to}${sub}]]`,
      `[shown](${encoded})`,
      `![shown](<${to.replaceAll("%", "%25")}${sub}> "title")`,
      `[shown][r]\n\n[r]: ${encoded}\n\nand [r] too`,
      `| [[${to}${sub}]] | [[${to}${sub}\\|x]] |\n| --- | --- |\n| [y](${encoded}) | |`,
      `<div class="linkage">\n<ul><li>[[${to}${sub}]]</li>\n<li>#tag</li></ul>\n</div>`,
      `<p class="x">[[${to}${sub}|shown]] <!-- [[${to}]] --></p>`,
      `> quoted [[${to}${sub}]]\n> %% [[${to}]] %%`,
      `# Heading [[${to}${sub}]]`,
      "`[[" + to + "]]` and #tag ^b",
      `<a href="${encoded}">x</a> text <b>[[${to}]]</b>`,
    ][form] ?? ""
  );
});
const property = fc
  .tuple(target, fc.nat(3))
  .map(
    ([to, form]) =>
      [
        `up: "[[${to}]]"\n`,
        `up: '[[${to.replaceAll("'", "''")}|x]]' # why\n`,
        `of:\n  - "[[${to}]]"\n  - plain\n`,
        "tags: [t]\n",
      ][form] ?? "",
  );
const noteText = fc
  .tuple(
    fc.array(property, { maxLength: 1 }),
    fc.array(link, { maxLength: 5 }),
    fc.constantFrom("\n", "\r\n", "\n"),
  )
  .map(([head, parts, end]) =>
    (head.length === 0 ? "" : `---\n${head.join("")}---\n`).concat(parts.join("\n\n")).replaceAll("\n", end),
  );
const canvasText = fc.array(fc.tuple(path, link), { maxLength: 3 }).map((nodes) =>
  JSON.stringify(
    {
      nodes: nodes.flatMap(([file, text]) => [
        { type: "file", file },
        { type: "text", text },
      ]),
    },
    null,
    "\t",
  ),
);

/** No two differ in letter case alone: such files no link can tell apart. */
const vault = fc.uniqueArray(path, { minLength: 2, maxLength: 9, selector: nameKey }).chain((paths) => {
  const texts = paths.map((each) =>
    isNotePath(each) ? noteText : isCanvasPath(each) ? canvasText : fc.constant(""),
  );
  return fc
    .tuple(...texts)
    .map((all): Texts => Object.fromEntries(paths.map((each, at) => [each, all[at] ?? ""])));
});

/** What is moved, counted in the vault, and where to; a note, an attachment or a folder. */
const wish = fc.record({
  at: fc.nat(),
  isFolder: fc.boolean(),
  folder,
  name: fc.constantFrom(...names, "New (2)", "n"),
});

/** The move that is wished for, or null where something is in its way. */
function moveIn(
  texts: Texts,
  { at, isFolder, folder: into, name }: typeof wish extends fc.Arbitrary<infer T> ? T : never,
): Move | null {
  const paths = Object.keys(texts);
  const path = paths[at % paths.length] ?? "";
  const slash = path.lastIndexOf("/");
  const from = isFolder ? path.slice(0, Math.max(0, slash)) : path;
  const to = isFolder ? into + name : into + name + path.slice(path.lastIndexOf("."));
  if (from === "" || (`${nameKey(to)}/`.startsWith(`${nameKey(from)}/`) && nameKey(to) !== nameKey(from)))
    return null;
  // No folder becomes part of another.
  if (
    isFolder &&
    paths.some((each) => nameKey(each).startsWith(`${nameKey(to)}/`) && !each.startsWith(`${from}/`))
  )
    return null;
  const move = { from, to };
  const now = paths.map((each) => nameKey(movedPath(each, move)));
  return new Set(now).size < now.length || from === to ? null : move;
}

/** The links of a file of the vault, by text. */
function linksOf(path: string, text: string): readonly Pick<Link, "kind" | "linkpath">[] {
  const links = isCanvasPath(path)
    ? canvasLinks(path, text)
    : isNotePath(path)
      ? parseNote(path, text).links
      : [];
  return links.filter(({ kind }) => kind !== "href");
}

/** Where each link of each file leads, null for those that lead nowhere. */
function leads(texts: Texts): ReadonlyMap<string, readonly (string | null)[]> {
  const files = new FileTable();
  for (const path of Object.keys(texts)) files.add(path);
  return new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      linksOf(path, text).map(({ linkpath }) => {
        const found = resolveLink(files, linkpath, path);
        return found.kind === "unresolved" ? null : found.path;
      }),
    ]),
  );
}

/** Each link that led to a file leads there now. */
function expectKept(before: Texts, after: Texts, pathAfter: (path: string) => string): void {
  const now = leads(after);
  for (const [path, targets] of leads(before)) {
    const found = now.get(pathAfter(path)) ?? [];
    const expected = targets.map((target, at) => (target === null ? found[at] : pathAfter(target)));
    expect(found).toEqual(expected);
  }
}

law.prop([vault, fc.array(wish, { minLength: 1, maxLength: 6 })], { numRuns: 150 })(
  "after notes and folders are renamed in any order each link leads where it led, and the way back leads back",
  (start, wishes) => {
    const steps: (readonly [Move, Texts])[] = [];
    let texts = start;
    for (const each of wishes) {
      const move = moveIn(texts, each);
      if (move === null) continue;
      const next = renamed(texts, move);
      expect(next.left).toBe(0);
      expectKept(texts, next.texts, (path) => movedPath(path, move));
      steps.push([move, texts]);
      texts = next.texts;
    }
    for (const [{ from, to }, then] of steps.toReversed()) {
      const back = renamed(texts, { from: to, to: from });
      expect(back.left).toBe(0);
      texts = back.texts;
      expect(Object.keys(texts).sort()).toEqual(Object.keys(then).sort());
    }
    expectKept(start, texts, (path) => path);
  },
);

law.prop([vault, wish], { numRuns: 150 })(
  "no byte outside of the links that would lead elsewhere changes",
  (texts, each) => {
    const move = moveIn(texts, each);
    if (move === null) return;
    const now = renamed(texts, move).texts;
    const files = movedFiles(Object.keys(texts), [move]);
    for (const [path, text] of Object.entries(texts)) {
      if (!isNotePath(path)) continue;
      const here = files.pathAfter(path);
      const stray = strayLinks(parseNote(path, text).links, path, files).map(({ link: { from } }) => from);
      const index = parseNote(path, text).links.map(({ from }) => stray.includes(from));
      expect(withoutTargets(here, now[here] ?? "", index)).toBe(withoutTargets(path, text, index));
    }
  },
);

/** A text without the targets of some of its links, and the names that are shown since they became paths. */
function withoutTargets(path: string, text: string, chosen: readonly boolean[]): string {
  const cuts = parseNote(path, text).links.flatMap((link, at) => {
    if (!chosen[at]) return [];
    const display = text.slice(link.displayRange.from, link.displayRange.to);
    const isShown = display.toLowerCase() !== "" && link.displayText !== "shown" && link.displayText !== "x";
    return [
      link.linkpathRange,
      ...(isShown && text.startsWith("[[", link.from)
        ? [{ from: link.subpathRange.to, to: link.displayRange.to }]
        : []),
    ];
  });
  const sorted = [...new Map(cuts.map((cut) => [cut.from, cut])).values()].sort((a, b) => b.from - a.from);
  return sorted.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}
