import { fileName } from "../vault/names.ts";
import { isOwn } from "./covering-signs.ts";
import { FEWEST_NOTES } from "./inference.ts";
import { carriersOf, type Carriers, type SignedNote } from "./signed-note.ts";
import type { VaultSigns } from "./vault-signs.ts";

/** The share of a type's notes that a folder must hold to be the type's, and the share that is enough however few that are. */
const HELD = 0.05;
const ENOUGH = 0.25;

/**
 * The folders in which the notes of one type lie and hardly any other, that with the most notes first: each as far out as
 * this holds and no folder of other notes lies in it, but not further out than the notes need. A folder of years stays
 * whole, though there may be but one year yet. None that holds all notes of the vault.
 * @param isNamedAlike whether a name is like something else of the type: few notes are enough in a folder that is called so
 */
export function ownFolders(
  members: ReadonlySet<SignedNote>,
  vault: VaultSigns,
  isNamedAlike: (name: string) => boolean,
): readonly string[] {
  const held = carriersOf("folders", members);
  const found = [...held.keys()]
    .filter((folder) => !folder.includes("/"))
    .flatMap((folder) => outermost(folder, { held, vault, isNamedAlike, type: members.size }));
  const count = (folder: string): number => held.get(folder)?.length ?? 0;
  return found.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
}

/** What is known of the folders of a type's notes. */
interface Search {
  /** By folder: the notes of the type in it. */
  readonly held: Carriers;
  readonly vault: VaultSigns;
  readonly isNamedAlike: (name: string) => boolean;
  /** How many notes are of the type. */
  readonly type: number;
}

/** The folder if it is the type's, else those in it that are. */
function outermost(folder: string, search: Search): readonly string[] {
  if (isOfType(folder, search) && !hasForeignPart(folder, search)) return [narrowed(folder, search)];
  return partsOf(folder, search).flatMap((part) => outermost(part, search));
}

function isOfType(folder: string, { held, vault, isNamedAlike, type }: Search): boolean {
  const count = held.get(folder)?.length ?? 0;
  const all = vault.folders.get(folder)?.length ?? 0;
  if (all === vault.notes.length || !isOwn(count, all)) return false;
  const isEnough = count >= Math.max(FEWEST_NOTES, HELD * type) || count >= ENOUGH * type;
  return isEnough || isNamedAlike(fileName(folder));
}

/** Some folder in it, at any depth, is mostly of other notes. */
function hasForeignPart(folder: string, search: Search): boolean {
  return (search.vault.inside.get(folder) ?? []).some((part) => {
    const all = search.vault.folders.get(part)?.length ?? 0;
    const count = search.held.get(part)?.length ?? 0;
    return (all >= FEWEST_NOTES && count * 2 < all) || hasForeignPart(part, search);
  });
}

/** The innermost folder that holds the same notes of the type, unless it is called by a number, as years are. */
function narrowed(folder: string, search: Search): string {
  if (search.isNamedAlike(fileName(folder))) return folder;
  const count = search.held.get(folder)?.length;
  const part = partsOf(folder, search).find((each) => search.held.get(each)?.length === count);
  return part === undefined || /^\d/.test(fileName(part)) ? folder : narrowed(part, search);
}

/** The folders in it that hold notes of the type. */
function partsOf(folder: string, { held, vault }: Search): readonly string[] {
  return (vault.inside.get(folder) ?? []).filter((part) => held.has(part));
}
