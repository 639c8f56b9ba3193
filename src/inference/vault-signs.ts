import { folderOf } from "../vault/names.ts";
import { carriersOf, type Carriers, type SignedNote, type SignKind } from "./signed-note.ts";

/** Who has which sign, of all notes of a vault. */
export interface VaultSigns extends Readonly<Record<SignKind, Carriers>> {
  readonly notes: readonly SignedNote[];
  /** The folders in each folder that have notes in them, at any depth; the key of the vault itself is empty. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
}

/** The signs of all notes of a vault. */
export function vaultSigns(notes: readonly SignedNote[]): VaultSigns {
  const folders = carriersOf("folders", notes);
  return {
    notes,
    classes: carriersOf("classes", notes),
    tags: carriersOf("tags", notes),
    folders,
    inside: childrenOf(folders.keys()),
  };
}

function childrenOf(folders: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const folder of folders) {
    const parent = folderOf(folder);
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [folder]);
    else known.push(folder);
  }
  return children;
}
