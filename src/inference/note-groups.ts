import { isCovering, isOwn } from "./covering-signs.ts";
import { FEWEST_NOTES, type GroupSigns, type TypeSigns } from "./inference.ts";
import type { Carriers, SignedNote } from "./signed-note.ts";
import { codeFor } from "./type-code.ts";
import { signsOf } from "./type-signs.ts";
import type { VaultSigns } from "./vault-signs.ts";

/** The groups of notes whose ids have the same code, the largest first. */
export function codedGroups(vault: VaultSigns): readonly GroupSigns[] {
  const byCode = new Map<string, Set<SignedNote>>();
  for (const note of vault.notes)
    if (note.code !== null) byCode.set(note.code, (byCode.get(note.code) ?? new Set()).add(note));
  return [...byCode]
    .filter(([, notes]) => notes.size >= FEWEST_NOTES)
    .sort(([a, most], [b, more]) => more.size - most.size || (a < b ? -1 : 1))
    .map(([code, notes]) => ({ code, ...signsOf(notes, vault, code) }));
}

/**
 * The groups of notes without a code in which a class and a tag go together, or one of both and a folder; the largest first.
 * A sign alone makes none: notes with wide tables are no type. Each gets a code made up from its class or tag.
 * @param rest the notes that have no type yet
 */
export function uncodedGroups(vault: VaultSigns, rest: Iterable<SignedNote>): readonly GroupSigns[] {
  const left = new Set([...rest].filter(({ code }) => code === null));
  const groups: TypeSigns[] = [];
  for (const notes of [...seedsIn(vault.classes, vault), ...seedsIn(vault.tags, vault)]) {
    const members = new Set(notes.filter((note) => left.has(note)));
    if (members.size < FEWEST_NOTES || !isOwn(members.size, notes.length)) continue;
    const signs = withFoldersOfAll(signsOf(members, vault, null), members, vault);
    const kinds = [signs.classes, signs.tags, signs.folders].filter((list) => list.length > 0);
    if (kinds.length < 2) continue;
    groups.push(signs);
    for (const note of members) left.delete(note);
  }
  const taken = new Set(vault.notes.flatMap(({ code }) => code ?? []));
  return withCodes(
    groups.sort((a, b) => b.notes - a.notes),
    taken,
  );
}

function withCodes(groups: readonly TypeSigns[], taken: Set<string>): readonly GroupSigns[] {
  return groups.flatMap((group) => {
    const code = codeFor(group.classes[0] ?? group.tags[0] ?? "", taken);
    if (code === null) return [];
    taken.add(code);
    return [{ ...group, code }];
  });
}

/** The notes of each sign that enough notes have and not all; those of the commonest first. */
function seedsIn(carriers: Carriers, { notes }: VaultSigns): readonly (readonly SignedNote[])[] {
  return [...carriers]
    .filter(([, { length }]) => length >= FEWEST_NOTES && length < notes.length)
    .sort(([a, most], [b, more]) => more.length - most.length || (a < b ? -1 : 1))
    .map(([, carrying]) => carrying);
}

/** Folders that hold but some of the notes say nothing of the others. */
function withFoldersOfAll(signs: TypeSigns, members: ReadonlySet<SignedNote>, vault: VaultSigns): TypeSigns {
  const inFolders = new Set(signs.folders.flatMap((folder) => vault.folders.get(folder) ?? []));
  const held = [...members].filter((note) => inFolders.has(note)).length;
  return isCovering(held, members.size) ? signs : { ...signs, folders: [] };
}
