import { techJournal } from "../../../src/journal/tech-journal.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { VaultIndex } from "../../../src/vault/vault-index.ts";
import { shownMilliseconds, table } from "../report/table.mts";
import type { Result } from "../suite.mts";
import { timeWork } from "../time-work.mts";
import { type Random, randomOf } from "../vault/random.mts";

const missing = 1000;
const changed = 1000;
const seed = 5;

/** What it costs, for titles of one kind, in milliseconds. */
interface Measured {
  readonly titles: string;
  /** How many of the missing targets have candidates. */
  readonly found: number;
  /** To find those of all missing targets for the first time, the index of names included, and once more. */
  readonly first: number;
  readonly again: number;
  /** To know which notes a changed title affects, for so many titles. */
  readonly changing: number;
}

/** What the candidates of 1,000 missing targets cost in a vault of this size, which the design wants in less than a second. */
export function candidates(size: number): Result {
  const measured = Object.entries(kinds).map(([titles, kind]) => measure(titles, kind, size));
  const rows = measured.map(({ titles, found, ...times }) => [
    titles,
    found.toLocaleString("en"),
    ...[times.first, times.again, times.changing].map(shownMilliseconds),
  ]);
  return {
    title: `Candidates of ${missing.toLocaleString("en")} missing targets at ${size.toLocaleString("en")} notes`,
    text: table(["titles", "found", "first ms", "again ms", "1,000 titles change, ms"], rows),
    data: measured,
  };
}

function measure(titles: string, kind: Kind, size: number): Measured {
  const random = randomOf(seed);
  const words = wordsOf(random);
  const all = Array.from({ length: size }, (_, at) => kind(at, words, random));
  const targets = Array.from({ length: missing }, () => mistaken(random.pick(all), random));
  const notes = all.map((title, at) => parseNote(pathOf(title, at), noteTitled(title)));
  const linking = parseNote("links.md", targets.map((target) => `[[${target}]]`).join("\n"));
  const vault = VaultIndex.of([], [...notes, linking], techJournal);
  const search = (): number =>
    targets.filter((target) => vault.candidates(target, linking.path).length > 0).length;
  let found = 0;
  const searching = timeWork(titles, 2, 0, () => {
    found = search();
  });
  const changing = timeWork(titles, 1, 0, () => {
    for (const { path } of notes.slice(0, changed))
      vault.setNote(parseNote(path, noteTitled(mistaken(random.pick(targets), random))));
  });
  const [first = NaN, again = NaN] = searching.works;
  return { titles, found, first, again, changing: changing.works[0] ?? NaN };
}

/** The title of the note at a place. */
type Kind = (at: number, words: readonly string[], random: Random) => string;

/** What people write, days, and names that all begin alike. */
const kinds: Readonly<Record<string, Kind>> = {
  sentences: (_, words, random) =>
    Array.from({ length: 2 + random.below(8) }, () => random.pick(words)).join(" "),
  days: (at, words) => `${dayOf(at)} ${words[at % 7] ?? ""}`,
  meetings: (at, words) => `Minutes of the weekly meeting ${dayOf(at)} ${words[at % 7] ?? ""}`,
};

const sounds = ["ka", "ber", "lin", "to", "mes", "ran", "do", "vil", "ser", "pa", "chi", "gor", "ne", "tal"];

function wordsOf(random: Random): readonly string[] {
  return Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(sounds)).join(""),
  );
}

function dayOf(at: number): string {
  return new Date(Date.UTC(1990, 0, 1 + Math.floor(at / 7))).toISOString().slice(0, 10);
}

/** Notes have names that are cut, as those of long titles are. */
function pathOf(title: string, at: number): string {
  return `${String(at % 100)}/${title.slice(0, 64).trim()}.md`;
}

function noteTitled(title: string): string {
  return `---\ntitle: ${title}\n---\n`;
}

/** A title as somebody might have it wrong: a letter changed, one left out, the end cut off, or other punctuation. */
function mistaken(title: string, random: Random): string {
  const at = random.below(title.length);
  switch (random.below(4)) {
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
