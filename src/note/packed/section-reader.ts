import { MarkReader } from "./mark-reader.ts";
import { sections, type PackedFacts, type Section } from "./packed-facts.ts";

/** What reads one section of packed facts. */
export function sectionReader(facts: PackedFacts, section: Section): MarkReader {
  const { marks, words, at } = headOf(facts, section);
  const inMarks = { from: at + marks.before, to: at + marks.before + marks.length };
  return new MarkReader(facts, inMarks, { from: words.before, to: words.before + words.length });
}

/** Whether packed facts are as long as their head says. */
export function isComplete(facts: PackedFacts): boolean {
  const { marks, words, at, isSound } = headOf(facts, "suppressions");
  return (
    isSound &&
    at + marks.before + marks.length === facts.marks.length &&
    words.before + words.length === facts.words.length
  );
}

/** What the head says of a section. */
interface Head {
  readonly marks: Extent;
  readonly words: Extent;
  /** Where the first section starts. */
  readonly at: number;
  readonly isSound: boolean;
}

interface Extent {
  /** How much there is in the sections before. */
  readonly before: number;
  /** How much there is in this section. */
  readonly length: number;
}

function headOf(facts: PackedFacts, section: Section): Head {
  const head = new MarkReader(facts, { from: 0, to: facts.marks.length }, { from: 0, to: 0 });
  const number = sections.indexOf(section);
  const marks = { before: 0, length: 0 };
  const words = { before: 0, length: 0 };
  for (let each = 0; each < sections.length; each++) {
    const length = head.number();
    const wordsLength = head.number();
    if (each > number) continue;
    marks.before += marks.length;
    words.before += words.length;
    marks.length = length;
    words.length = wordsLength;
  }
  return { marks, words, at: head.place, isSound: head.isSound };
}
