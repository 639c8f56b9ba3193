import { createInterface, type Interface } from "node:readline";
import { CannotRun } from "../report/cannot-run.ts";
import type { Io } from "./io.mts";

/** Somebody at a terminal who can be asked. */
export interface Asker {
  /** Put a question and wait for a line; null if there will be none any more (Ctrl-D, Ctrl-C). */
  readonly ask: (question: string) => Promise<string | null>;
  /** Ask nothing any more. */
  readonly end: () => void;
}

/**
 * Ask on the terminal that the command line runs in, by its error stream: what is printed on the other may go into a file.
 * @throws CannotRun if there is none, as in a pipe or in CI
 */
export function askerOn({ stdin, stderr }: Io): Asker {
  if (!stdin?.isTTY || !stderr.isTTY)
    throw new CannotRun("There is nobody to ask, expected --interactive to run in a terminal");
  return new LineAsker(createInterface({ input: stdin, output: stderr }));
}

/** Lines that come before they are asked for, as when somebody pastes several, wait. */
class LineAsker implements Asker {
  private readonly lines: Interface;
  private readonly early: string[] = [];
  private waiting: ((line: string | null) => void) | null = null;
  private isOver = false;

  constructor(lines: Interface) {
    this.lines = lines;
    lines.on("line", (line) => {
      if (this.waiting) this.answer(line);
      else this.early.push(line);
    });
    lines.on("SIGINT", () => {
      lines.close();
    });
    lines.on("close", () => {
      this.isOver = true;
      this.answer(null);
    });
  }

  readonly ask = (question: string): Promise<string | null> => {
    if (!this.isOver) {
      this.lines.setPrompt(question);
      this.lines.prompt();
    }
    const early = this.early.shift();
    if (early !== undefined || this.isOver) return Promise.resolve(early ?? null);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  };

  readonly end = (): void => {
    this.lines.close();
  };

  private answer(line: string | null): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.(line);
  }
}
