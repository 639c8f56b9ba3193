import { allTagsOf } from "../journal/properties.ts";
import type { LinkageGroup, Link, Note } from "../note/note.ts";
import { quoteSome } from "../text/quote.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { addLinkageItems } from "./repairs/linkage-edits.ts";
import { defineRule, type RuleFinding } from "./rule.ts";
import { tagFault } from "./tag-fault.ts";

/** What of a note its linkage block does not show. */
interface Unshown {
  readonly tags: readonly string[];
  /** The shortest linkpaths to the files that the text links to. */
  readonly links: readonly string[];
}

/** The linkage block shows all that the note is linked by. */
export const incompleteLinkage = defineRule({
  id: "incomplete-linkage",
  summary: "The linkage block shows every tag and every link of the note.",
  severity: "off",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<Unshown>> {
    const [block] = note.linkageBlocks;
    if (block === undefined) return;
    const unshown = unshownOf(note, vault);
    const names = [...unshown.tags.map((tag) => `#${tag}`), ...unshown.links];
    if (names.length === 0) return;
    const range = { from: block.from, to: block.groups[0]?.from ?? block.to };
    const message = `The linkage block does not show ${quoteSome(names)}, expected every tag and link of the note`;
    yield { range, message, fact: unshown };
  },
  fix({ tags, links }, { note, text }) {
    const groups = note.linkageBlocks.flatMap(({ groups }) => groups);
    const tagGroup = groups.find(({ items }) => items.some(({ kind }) => kind === "tag"));
    const linkGroup = groups.findLast((group) => group !== tagGroup && hasLink(group));
    const edits = [
      tags.length > 0 && tagGroup
        ? addLinkageItems(
            text,
            tagGroup,
            tags.map((tag) => `#${tag}`),
          )
        : null,
      links.length > 0 && linkGroup
        ? addLinkageItems(
            text,
            linkGroup,
            links.map((link) => `[[${link}]]`),
          )
        : null,
    ].flatMap((edit) => edit ?? []);
    const wanted = Number(tags.length > 0) + Number(links.length > 0);
    return edits.length === wanted ? { title: "Add them to the linkage block", edits } : null;
  },
});

function unshownOf(note: Note, vault: VaultIndex): Unshown {
  const items = note.linkageBlocks.flatMap(({ groups }) => groups.flatMap(({ items }) => items));
  const shownTags = new Set(items.filter(({ kind }) => kind === "tag").map(({ text }) => text.toLowerCase()));
  const isShown = ({ from, to }: Link): boolean =>
    note.linkageBlocks.some((block) => from >= block.from && to <= block.to);
  const shownFiles = new Set(note.links.filter(isShown).flatMap((link) => targetOf(link, note, vault)));
  const tags = allTagsOf(note);
  const links = note.links.filter(({ kind }) => bodyKinds.has(kind));
  return {
    tags: tags.filter((tag) => canBeShown(tag) && isNew(shownTags, tag.toLowerCase())),
    links: links
      .flatMap((link) => targetOf(link, note, vault))
      .filter((path) => path !== note.path && isNew(shownFiles, path))
      .map((path) => vault.linkpathTo(path)),
  };
}

/** Links that a reader of the text follows; what is embedded is there already. */
const bodyKinds: ReadonlySet<Link["kind"]> = new Set(["wikilink", "markdown", "reference"]);

/** The file that the link leads to; none if it is unresolved, which is for unresolved-link to say. */
function targetOf(link: Link, note: Note, vault: VaultIndex): readonly string[] {
  const resolution = vault.resolve(link, note.path);
  return resolution.kind === "unresolved" ? [] : [resolution.path];
}

/** Numbers can be shown, though they are no tags; others that are none are for malformed-tag to say. */
function canBeShown(tag: string): boolean {
  const fault = tagFault(tag);
  return fault === null || fault === "digits";
}

/** Whether `key` is not in the set, where it is from now on. */
function isNew(set: Set<string>, key: string): boolean {
  return !set.has(key) && set.add(key).has(key);
}

function hasLink({ items }: LinkageGroup): boolean {
  return items.some(({ kind }) => kind === "link");
}
