import { eachInSteps, finish, type Steps } from "../text/steps.ts";

/** The author's words in a message, as many as are listed in a row: `"a", "b" and 2 more`. */
const quoted = /"[^"]*"(?:(?:, | and )"[^"]*")*(?: and [\d,]+ more)?/g;

const anyWords = '"…"';

/** A message less the author's words in it: what it says, whatever it says it of. */
export function messageForm(message: string): string {
  return message.replaceAll(quoted, anyWords);
}

/** What the messages have in common: their form, with the author's words where they are the same in all. Null if they have several forms. */
export function commonMessage(messages: Iterable<string>): string | null {
  return finish(commonMessageInSteps(messages));
}

/** {@link commonMessage} in steps. */
export function* commonMessageInSteps(messages: Iterable<string>): Steps<string | null> {
  let form: string | null = null;
  let first = "";
  /** By place: the author's words there, or null where they differ. */
  let words: (string | null)[] = [];
  let isOneForm = true;
  yield* eachInSteps(messages, (message) => {
    if (!isOneForm || message === first) return;
    const own = message.match(quoted) ?? [];
    if (form === null) [form, first, words] = [messageForm(message), message, [...own]];
    else if (messageForm(message) !== form) isOneForm = false;
    else words = words.map((word, at) => (word === own[at] ? word : null));
  });
  if (form === null || !isOneForm) return null;
  let at = 0;
  return first.replaceAll(quoted, () => words[at++] ?? anyWords);
}
