/*
 * How long it takes to find the candidates of 1,000 missing targets in a vault of 100,000 notes, to know which notes a
 * changed title affects there, and how much memory the names take. Prints one line for each kind of vault.
 *
 *     npx esbuild test/bench/candidates.mts --bundle --packages=external --platform=node --format=esm --outfile=dist/bench/candidates.mjs
 *     node --expose-gc dist/bench/candidates.mjs
 */
import { techJournal } from "../../src/journal/tech-journal.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { NearNames, similarityKey } from "../../src/vault/near-names.ts";

const NOTES = 100_000;
const TARGETS = 1000;
const CHANGES = 1000;

/** A generator of whole numbers below a bound that gives the same ones each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const below = numbers(5);
const sounds = ["ka", "ber", "lin", "to", "mes", "ran", "do", "vil", "ser", "pa", "chi", "gor", "ne", "tal"];
const words = Array.from({ length: 3000 }, () =>
  Array.from({ length: 1 + below(4) }, () => sounds[below(sounds.length)]).join(""),
);

/** Titles of two to nine words, each with a number if that is needed to tell it from the others. */
function sentence(): string {
  return Array.from({ length: 2 + below(8) }, () => words[below(words.length)]).join(" ");
}

/** Kinds of titles: what people write, days, and names that all begin alike. */
const kinds: Readonly<Record<string, (at: number) => string>> = {
  sentences: sentence,
  days: (at) => `${dayOf(at)} ${words[at % 7] ?? ""}`,
  meetings: (at) => `Minutes of the weekly meeting ${dayOf(at)} ${words[at % 7] ?? ""}`,
};

function dayOf(at: number): string {
  return new Date(Date.UTC(1990, 0, 1 + Math.floor(at / 7))).toISOString().slice(0, 10);
}

/** A title as somebody might have it wrong: a letter changed, one left out, the end cut off, or other punctuation. */
function mistaken(title: string): string {
  const at = below(title.length);
  switch (below(4)) {
    case 0:
      return `${title.slice(0, at)}x${title.slice(at + 1)}`;
    case 1:
      return title.slice(0, at) + title.slice(at + 1);
    case 2:
      return title.slice(0, Math.max(8, title.length - 12));
    default:
      return title.replaceAll(" ", "-");
  }
}

function namesOf(titles: readonly string[]): NearNames {
  const names = new NearNames();
  for (const title of titles) names.add(similarityKey(title), "a.md");
  return names;
}

/** Needs `--expose-gc`. */
function memoryOf(make: () => NearNames): string {
  const before = megabytes();
  const names = make();
  const taken = megabytes() - before;
  // Alive until here.
  names.remove("", "");
  return `${taken.toFixed(0)} MB`;
}

function megabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / (1 << 20);
}

/** Of processor time, which other work on the machine does not lengthen as much. */
function milliseconds(work: () => void): string {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return `${((user + system) / 1000).toFixed(0)} ms`;
}

for (const [kind, titleOf] of Object.entries(kinds)) {
  const titles = Array.from({ length: NOTES }, (_, at) => titleOf(at));
  const memory = memoryOf(() => namesOf(titles));
  const targets = Array.from({ length: TARGETS }, () => mistaken(titles[below(NOTES)] ?? ""));
  const links = targets.map((target) => `[[${target}]]`).join("\n");
  const notes = titles.map((title, at) =>
    parseNote(`${String(at % 100)}/${title.slice(0, 64).trim()}.md`, `---\ntitle: ${title}\n---\n`),
  );
  const vault = VaultIndex.of([], [...notes, parseNote("links.md", links)], techJournal);
  let found = 0;
  const finding = milliseconds(() => {
    for (const target of targets) if (vault.candidates(target, "links.md").length > 0) found++;
  });
  const changing = milliseconds(() => {
    for (const { path } of notes.slice(0, CHANGES))
      vault.setNote(parseNote(path, `---\ntitle: ${mistaken(targets[below(TARGETS)] ?? "")}\n---\n`));
  });
  process.stdout.write(
    `${kind}: candidates of ${String(TARGETS)} missing targets (${String(found)} found) in ${String(NOTES)} notes ${finding}, ` +
      `notes affected by ${String(CHANGES)} changed titles ${changing}, ` +
      `memory of the names ${memory}\n`,
  );
}
