import { vaultOf } from "../vault/vault-of.ts";
import type { VaultIndex } from "../../src/vault/vault-index.ts";

/** Notes that are alike. What is not said they do not have. */
export interface Alike {
  readonly count: number;
  readonly folder?: string;
  readonly code?: string;
  readonly classes?: readonly string[];
  readonly tags?: readonly string[];
  /** More lines of the frontmatter. */
  readonly yaml?: string;
  readonly body?: string;
}

/** A vault of such notes, numbered through. */
export function journalOf(...kinds: readonly Alike[]): VaultIndex {
  return vaultOf(filesOf(...kinds));
}

/** The same as files. */
export function filesOf(...kinds: readonly Alike[]): Record<string, string> {
  let number = 0;
  const notes = kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, (_, at) => {
      number++;
      const name = `note ${String(number)}.md`;
      const path = kind.folder === undefined ? name : `${kind.folder}/${name}`;
      return [path, textOf(kind, at)] as const;
    }),
  );
  return Object.fromEntries(notes);
}

function textOf({ code, classes, tags, yaml, body = "" }: Alike, at: number): string {
  const lines = [
    ...(code === undefined ? [] : [`note_id: 2307${String(10 + (at % 20))}${code}${String(10 + (at % 80))}`]),
    ...(classes === undefined ? [] : [`cssclasses: ${JSON.stringify(classes)}`]),
    ...(tags === undefined ? [] : [`tags: ${JSON.stringify(tags)}`]),
    ...(yaml === undefined ? [] : [yaml]),
  ];
  return `---\n${lines.join("\n")}\n---\n${body}\n`;
}
