/** The author's words in a message, as many as are listed in a row: `"a", "b" and 2 more`. */
const quoted = /"[^"]*"(?:(?:, | and )"[^"]*")*(?: and [\d,]+ more)?/g;

const anyWords = '"…"';

/** A message less the author's words in it: what it says, whatever it says it of. */
export function messageForm(message: string): string {
  return message.replaceAll(quoted, anyWords);
}

/** What the messages have in common: their form, with the author's words where they are the same in all. Null if they have several forms. */
export function commonMessage(messages: Iterable<string>): string | null {
  const [first, ...rest] = new Set(messages);
  if (first === undefined || rest.some((message) => messageForm(message) !== messageForm(first))) return null;
  const words = rest.map((message) => message.match(quoted) ?? []);
  let at = 0;
  return first.replaceAll(quoted, (own) => {
    const isCommon = words.every((others) => others[at] === own);
    at++;
    return isCommon ? own : anyWords;
  });
}
