import type { Conventions } from "../journal/conventions.ts";
import { isOwn } from "./covering-signs.ts";
import { FEWEST_NOTES, type CodesOfFolder } from "./inference.ts";
import type { VaultSigns } from "./vault-signs.ts";

/**
 * The folders in which note ids have codes of no type, nearly all of them: a code for each note, or for each person. Each
 * as far out as this holds. To be told of them note by note helps nobody.
 */
export function otherCodes(
  vault: VaultSigns,
  { types }: Pick<Conventions, "types">,
): readonly CodesOfFolder[] {
  const known = new Set(types.map(({ code }) => code));
  const visit = (folder: string): readonly CodesOfFolder[] => {
    const codes = (vault.folders.get(folder) ?? []).flatMap(({ code }) => code ?? []);
    const others = codes.filter((code) => !known.has(code));
    if (others.length < FEWEST_NOTES) return [];
    if (isOwn(others.length, codes.length))
      return [{ folder, notes: others.length, codes: new Set(others).size }];
    return (vault.inside.get(folder) ?? []).flatMap(visit);
  };
  return (vault.inside.get("") ?? []).flatMap(visit);
}
