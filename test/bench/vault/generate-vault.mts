import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { planVault } from "./plan-vault.mts";
import { randomOf } from "./random.mts";
import { writeNote } from "./write-note.mts";

/** A file of a vault that is not on the disk: a vault-relative path, and what it says. */
export type GeneratedFile = readonly [path: string, text: string];

const seed = 20_230_718;

/** A vault of `count` notes in the journal's form, with its links, HTML blocks, tags and faults; always the same. */
export function* generateVault(count: number): Generator<GeneratedFile> {
  const all = planVault(count, seed);
  for (const [at, plan] of all.entries()) yield [plan.path, writeNote(plan, all, randomOf(seed + 1 + at))];
}

/** Write the vault of `count` notes into `folder`, which must not be there yet. */
export function writeVault(folder: string, count: number): void {
  const made = new Set<string>();
  for (const [path, text] of generateVault(count)) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text, { flag: "wx" });
  }
  mkdirSync(join(folder, ".obsidian"));
}
