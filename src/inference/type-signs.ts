import { fileName } from "../vault/names.ts";
import { coveringSigns } from "./covering-signs.ts";
import type { TypeSigns } from "./inference.ts";
import { ownFolders } from "./own-folders.ts";
import type { SignedNote } from "./signed-note.ts";
import { commonestOf } from "./commonest.ts";
import type { VaultSigns } from "./vault-signs.ts";

/** The classes, tags and folders that go together with `members`, the notes of one code or of one sign. */
export function signsOf(members: ReadonlySet<SignedNote>, vault: VaultSigns, code: string | null): TypeSigns {
  const classes = coveringSigns(members, "classes", vault, () => true);
  const names = [...(code === null ? [] : [code]), ...classes];
  const folders = ownFolders(members, vault, likeOneOf(names));
  const tags = coveringSigns(members, "tags", vault, likeOneOf([...names, ...folders.map(fileName)]));
  return { notes: members.size, classes, folders, tags: tags.map((tag) => asMostWrite(tag, vault)) };
}

function asMostWrite(tag: string, { tags }: VaultSigns): string {
  return commonestOf((tags.get(tag) ?? []).flatMap((note) => note.tags.get(tag) ?? [])) ?? tag;
}

/** A test for names that are one of `names` but for letter case, signs, and an `s` at the end: `General_Notes` and `general-note`. */
function likeOneOf(names: readonly string[]): (name: string) => boolean {
  const known = new Set(names.map(likeness));
  return (name) => known.has(likeness(name));
}

function likeness(name: string): string {
  const letters = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  return letters.length > 1 ? letters.replace(/s$/, "") : letters;
}
