import { readVault } from "../serve/read-vault.mts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { vaultOf } from "../../vault/vault-of.ts";
import { fileMetadata } from "./file-metadata.ts";
import { LinkResolver } from "./resolve.ts";

const { files } = readVault("test/vaults/journal");
const resolver = new LinkResolver();
for (const { path } of files) resolver.add(path);
const index = vaultOf(Object.fromEntries(files.map(({ path, text = "" }) => [path, text])));

/** Links as `from–to → target`; those in properties by their key. */
function hosted(path: string, text: string): readonly string[] {
  const { links = [], embeds = [], frontmatterLinks = [] } = fileMetadata(text);
  const inBody = [...links, ...embeds].map(({ link, position }) => {
    const place = `${String(position.start.offset)}–${String(position.end.offset)}`;
    return `${place} → ${String(resolver.resolve(link.split("#")[0] ?? "", path))}`;
  });
  return [
    ...inBody,
    ...frontmatterLinks.map(
      ({ key, link }) => `${key} → ${String(resolver.resolve(link.split("#")[0] ?? "", path))}`,
    ),
  ].sort();
}

/** The same by our own parser and index; what the app does not take for a link is left out. */
function ours(path: string, text: string): readonly string[] {
  return parseNote(path, text)
    .links.filter(({ kind }) => kind !== "html" && kind !== "href" && kind !== "reference")
    .map((link) => {
      const found = index.resolve(link, path);
      const place = link.property ?? `${String(link.from)}–${String(link.to)}`;
      return `${place} → ${found.kind === "unresolved" ? "null" : found.path}`;
    })
    .sort();
}

const notes = files
  .filter(({ path }) => path.endsWith(".md"))
  .flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text: text.replace(/^\ufeff/, "") }]));

test("two parsers and two resolvers agree on all links of the sample vault", () => {
  const theirs = notes.map(({ path, text }) => [path, hosted(path, text)] as const);
  expect(theirs).toEqual(notes.map(({ path, text }) => [path, ours(path, text)]));
  expect(theirs.flatMap(([, links]) => links).length).toBeGreaterThan(100);
});
