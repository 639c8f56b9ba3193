import { structuredPatch } from "diff";

/** A stretch of lines in which two texts of a note differ, with the lines around it. */
export interface DiffHunk {
  /** Number of the first line in the text before and after, from 1; 0 if there is none. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly DiffLine[];
}

/** One line of a hunk. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  /** Without its line feed; a carriage return in front of one stays. */
  readonly text: string;
  /** Nothing ends this line: it is the text's last. */
  readonly isUnended: boolean;
}

/** Lines that are shown around what differs. */
const context = 3;

/** Where and how two texts of a note differ, line by line. None if they are the same. */
export function noteDiff(before: string, after: string): readonly DiffHunk[] {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context });
  return hunks.map(({ oldStart, newStart, lines }) => ({
    before: oldStart,
    after: newStart,
    lines: linesOf(lines),
  }));
}

const kinds = { " ": "same", "-": "removed", "+": "added" } as const;

/** A line that starts with a backslash says that the one in front of it is not ended. */
function linesOf(lines: readonly string[]): readonly DiffLine[] {
  return lines.flatMap((line, at) => {
    const mark = line.charAt(0);
    if (mark !== " " && mark !== "-" && mark !== "+") return [];
    const isUnended = lines[at + 1]?.startsWith("\\") ?? false;
    return [{ kind: kinds[mark], text: line.slice(1), isUnended }];
  });
}
