import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Conventions, NoteType, RuleSetting } from "../journal/conventions.ts";
import { noteTypeOf } from "../journal/note-type.ts";
import { techJournal } from "../journal/tech-journal.ts";
import { eachInSteps, filterInSteps, finish, mapInSteps, sortInSteps, type Steps } from "../text/steps.ts";
import { comparePaths } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import {
  type CodesOfFolder,
  FEWEST_NOTES,
  type GroupSigns,
  type Inference,
  isWithoutSources,
  type SiteEvidence,
  type TypeEvidence,
} from "./inference.ts";
import { codedGroups, uncodedGroups } from "./note-groups.ts";
import { oftenMissing } from "./often-missing.ts";
import { otherCodes } from "./other-codes.ts";
import { signedNote, type SignedNote } from "./signed-note.ts";
import { typeEvidence } from "./type-evidence.ts";
import { vaultSigns, type VaultSigns } from "./vault-signs.ts";

/**
 * What the notes of a vault say of its conventions: its note types, by the codes, classes, tags and folders that go
 * together, and what nearly all notes of each have. Where notes have ids, their codes are the types; where no code is that
 * of a type, other signs that go together are. Notes that are ignored are not looked at. The same notes give the same, in
 * whatever order they came.
 * @param site what the host has found of how the site is made, since that is in no note
 */
export function inferConventions(index: VaultIndex, site: SiteEvidence | null): Inference {
  return finish(inferInSteps(index, site));
}

/** {@link inferConventions} in steps. What changes on the way may be in it or not. */
export function* inferInSteps(index: VaultIndex, site: SiteEvidence | null): Steps<Inference> {
  const isIgnored = ignoredNotes(index.conventions);
  const heeded = yield* filterInSteps(index.notes(), ({ path }) => !isIgnored(path));
  const notes = yield* sortInSteps(heeded, (a, b) => comparePaths(a.path, b.path));
  const vault = vaultSigns(yield* mapInSteps(notes, signedNote));
  yield;
  const groups = codedGroups(vault);
  const { types, members } = yield* withNotes(
    (groups.length > 0 ? groups : uncodedGroups(vault, vault.notes)).map(typeOfGroup),
    vault,
  );
  const evidence: TypeEvidence[] = [];
  for (const type of types) {
    evidence.push(typeEvidence(type, members.get(type) ?? []));
    yield;
  }
  const typed = new Set([...members.values()].flat());
  const others = types.length === 0 ? [] : otherCodes(vault, { types });
  return {
    conventions: conventionsOf(evidence, others, site),
    notes: notes.length,
    typed: typed.size,
    types: evidence,
    uncoded: uncodedGroups(
      vault,
      vault.notes.filter((note) => !typed.has(note)),
    ),
    otherCodes: others,
    placeholders: yield* oftenMissing(notes, index),
    site,
  };
}

function typeOfGroup({ code, classes, tags, folders }: GroupSigns): NoteType {
  return {
    code,
    classes,
    tags,
    folders,
    required: [],
    properties: [],
    sections: [],
    linkage: "optional",
    ending: null,
  };
}

interface TypesWithNotes {
  readonly types: readonly NoteType[];
  readonly members: ReadonlyMap<NoteType, readonly SignedNote[]>;
}

/** The types with the notes that lint takes for theirs: a note with signs of several is of one. A type left with too few is none. */
function* withNotes(types: readonly NoteType[], vault: VaultSigns): Steps<TypesWithNotes> {
  const members = new Map<NoteType, SignedNote[]>(types.map((type) => [type, []]));
  yield* eachInSteps(vault.notes, (signed) => {
    const type = noteTypeOf(signed.note, { ...techJournal, types });
    if (type !== null) members.get(type)?.push(signed);
  });
  const count = (type: NoteType): number => members.get(type)?.length ?? 0;
  const kept = types.filter((type) => count(type) >= FEWEST_NOTES);
  if (kept.length < types.length) return yield* withNotes(kept, vault);
  return { types: [...types].sort((a, b) => count(b) - count(a)), members };
}

/** Without note types the built-in one holds as before. */
function conventionsOf(
  evidence: readonly TypeEvidence[],
  others: readonly CodesOfFolder[],
  site: SiteEvidence | null,
): Conventions {
  const types = evidence.map(({ type }) => type);
  const withoutSources = evidence.filter(isWithoutSources).flatMap(({ type }) => type.folders);
  return {
    ...techJournal,
    ...(types.length === 0 ? {} : { types, listsTypes: true }),
    site: site?.site ?? null,
    rules: new Map([
      ...ignoring(
        "unknown-note-type",
        others.map(({ folder }) => folder),
      ),
      ...ignoring("missing-source", withoutSources),
    ]),
  };
}

/** A rule that does not speak of what lies in these folders; nothing where there are none. */
function ignoring(rule: string, folders: readonly string[]): readonly (readonly [string, RuleSetting])[] {
  if (folders.length === 0) return [];
  return [[rule, { ignore: folders.map((folder) => `/${folder}/`), options: {} }]];
}
