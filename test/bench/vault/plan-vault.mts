import { randomOf, type Random } from "./random.mts";
import { subjects, title } from "./words.mts";

/** What is settled of all notes before the first is written, so that each can link to any. */
export interface NotePlan {
  readonly type: NoteKind;
  readonly title: string;
  /** Vault-relative, with `.md`. */
  readonly path: string;
  readonly noteId: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isDraft: boolean;
}

/** A type of note in the journal's form. */
export interface NoteKind {
  readonly code: string;
  readonly folder: string;
  readonly tag: string;
  readonly cssclass: string;
  /** The share of all notes that are of it. */
  readonly share: number;
}

const kinds: readonly NoteKind[] = [
  { code: "TJ", folder: "Notes/Tech_Journal", tag: "tech-journal", cssclass: "tech-journal", share: 0.3 },
  { code: "GN", folder: "Notes/General_Notes", tag: "generalnote", cssclass: "general-note", share: 0.3 },
  {
    code: "RD",
    folder: "Notes/Research_Digests",
    tag: "researchdigest",
    cssclass: "research-digest",
    share: 0.2,
  },
  { code: "TP", folder: "Notes/Thoughtpieces", tag: "thoughtpiece", cssclass: "thoughtpiece", share: 0.1 },
  { code: "MR", folder: "Notes/Market_News", tag: "marketnews", cssclass: "market-news", share: 0.1 },
];

const firstYear = 2019;
const years = 8;

/** File names were cut off there, as in the real journal, so that links by title miss them. */
const longestName = 64;

/** The plan of a vault of `count` notes; the same for the same seed. */
export function planVault(count: number, seed: number): readonly NotePlan[] {
  const random = randomOf(seed);
  const names = new Set<string>();
  const used = new Map<string, number>();
  return Array.from({ length: count }, (): NotePlan => {
    const type = kindOf(random);
    const day = dayOf(random);
    const said = titleOf(random, names);
    const name = nameOf(said);
    names.add(name);
    const year = day.slice(0, 4);
    return {
      type,
      day,
      title: said,
      path: `${type.folder}/${year}/${name}.md`,
      noteId: noteIdOf(type, day, used, random),
      isDraft: random.chance(0.06),
    };
  });
}

function kindOf(random: Random): NoteKind {
  let left = random.next();
  const found = kinds.find(({ share }) => (left -= share) < 0);
  return found ?? random.pick(kinds);
}

function dayOf({ below }: Random): string {
  const [year, month, day] = [firstYear + below(years), 1 + below(12), 1 + below(28)];
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** One in 25 has punctuation that its file name has not. */
function titleOf(random: Random, names: ReadonlySet<string>): string {
  for (;;) {
    const plain = title(random);
    const said = random.chance(0.04) ? plain.replace(" ", ": ") : plain;
    if (!names.has(nameOf(said))) return said;
  }
}

function nameOf(said: string): string {
  return said.replaceAll(":", "").slice(0, longestName).trim();
}

/** One in 100 repeats the one before. */
function noteIdOf({ code }: NoteKind, day: string, used: Map<string, number>, { chance }: Random): string {
  const start = `${day.slice(2).replaceAll("-", "")}${code}`;
  const last = used.get(start) ?? 0;
  const number = last > 0 && chance(0.01) ? last : last + 1;
  used.set(start, number);
  return `${start}${String(number).padStart(2, "0")}`;
}

/** Targets without a file that many notes link to on purpose, as 12 in the real journal. */
export const placeholders: readonly string[] = subjects
  .slice(0, 12)
  .map((subject) => `On ${subject} in general`);
