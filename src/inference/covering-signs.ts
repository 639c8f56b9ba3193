import { carriersOf, type Carriers, type SignedNote } from "./signed-note.ts";
import type { VaultSigns } from "./vault-signs.ts";

/** A sign of a type is on notes of that type: on so many of all that have it. */
const OWN = 0.8;

/** The signs of a kind are none unless so many of the type's notes have one of them: the others would be told that they lack it. */
const COVERED = 0.8;

/** What a sign must add to those that are listed before it, as a share of the type's notes. */
const ADDED = 0.05;

/** The same for a sign that is called like nothing else of the type: it might be what its notes are about. */
const ADDED_BY_STRANGER = 0.2;

/**
 * The classes or tags by which notes are known as those of one type: together nearly all of the notes have one, and hardly
 * any other note does. None that adds little to the others, and none that every note of the vault has, for it tells
 * nothing apart.
 * @param isNamedAlike whether a sign is called like something else of the type: such come first, and others only where
 *   they are too few
 */
export function coveringSigns(
  members: ReadonlySet<SignedNote>,
  kind: "classes" | "tags",
  vault: VaultSigns,
  isNamedAlike: (sign: string) => boolean,
): readonly string[] {
  const own = [...carriersOf(kind, members)].filter(([sign, { length }]) => {
    const inVault = vault[kind].get(sign)?.length ?? length;
    return length >= ADDED * members.size && inVault < vault.notes.length && isOwn(length, inVault);
  });
  const alike = chosen(members, new Map(own.filter(([sign]) => isNamedAlike(sign))), ADDED);
  return alike.length > 0 ? alike : chosen(members, new Map(own), ADDED_BY_STRANGER);
}

/** Whether a sign that `count` notes of a type have, and `inVault` of all, is the type's own. */
export function isOwn(count: number, inVault: number): boolean {
  return count >= OWN * inVault;
}

/** Whether what `count` of `all` notes have is shared by nearly all. */
export function isCovering(count: number, all: number): boolean {
  return count >= COVERED * all;
}

/** Again and again the sign that most notes have of those that have none yet. */
function chosen(members: ReadonlySet<SignedNote>, signs: Carriers, added: number): readonly string[] {
  const rest = new Set(members);
  const found: string[] = [];
  for (;;) {
    const next = commonest(rest, signs);
    if (next === null || next.count < Math.max(1, added * members.size)) break;
    found.push(next.sign);
    for (const note of next.notes) rest.delete(note);
  }
  return isCovering(members.size - rest.size, members.size) ? found : [];
}

/** Of signs that equally many of `rest` have the first by name. */
function commonest(rest: ReadonlySet<SignedNote>, signs: Carriers) {
  const counted = [...signs].map(([sign, notes]) => {
    return { sign, notes, count: notes.filter((note) => rest.has(note)).length };
  });
  return counted.sort((a, b) => b.count - a.count || (a.sign < b.sign ? -1 : 1))[0] ?? null;
}
