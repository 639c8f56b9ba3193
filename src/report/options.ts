import { CannotRun } from "./cannot-run.ts";

/** `text, json or both`. */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

/**
 * The one of `words` that an option's value is.
 * @throws CannotRun for another value
 */
export function choiceOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word !== undefined) return word;
  throw new CannotRun(`${option} is "${value}", expected ${listOf(words)}`);
}

/**
 * The whole number that an option's value is.
 * @throws CannotRun for another value
 */
export function wholeNumberOf(option: string, value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new CannotRun(`${option} is "${value}", expected a whole number`);
}
