import type { ConfigChange } from "./config-change.ts";
import { placeAt } from "./config-node.ts";
import { readSource } from "./config-source.ts";
import type { NoteType } from "./conventions.ts";
import { techJournal } from "./tech-journal.ts";

/**
 * What must be written before a change of a built-in note type: all of the type, since one of the same code in the config
 * replaces it. Nothing where the config has the type already, or does without the built-in ones.
 */
export function changesOfBuiltIn(text: string, { path }: ConfigChange): readonly ConfigChange[] {
  const [first, code] = path;
  const type = techJournal.types.find((each) => each.code === code);
  if (first !== "types" || path.length < 3 || !type) return [];
  const { root } = readSource(text);
  if (root !== null) {
    const { node, path: found } = placeAt(root, ["extends"]);
    if (found.length === 1 && node.kind === "scalar" && node.value === "none") return [];
    if (placeAt(root, ["types", type.code]).path.length === 2) return [];
  }
  return [{ kind: "set", path: ["types", type.code], value: written(type) }];
}

/** A note type as a config says it; what says nothing is left out. */
function written({ classes, tags, folders, required, sections, linkage, ending }: NoteType) {
  const lists = { classes, tags, folders, required, sections };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    linkage,
    ...(ending === null ? {} : { ending }),
  };
}
