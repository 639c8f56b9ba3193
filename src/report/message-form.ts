/** The author's words in a message, as many as are listed in a row: `"a", "b" and 2 more`. */
const quoted = /"[^"]*"(?:(?:, | and )"[^"]*")*(?: and [\d,]+ more)?/g;

const anyWords = '"…"';

/** A message less the author's words in it: what it says, whatever it says it of. */
export function messageForm(message: string): string {
  return message.includes('"') ? message.replaceAll(quoted, anyWords) : message;
}

/** What the messages have in common: their form, with the author's words where they are the same in all. Null if they have several forms. */
export function commonMessage(messages: Iterable<string>): string | null {
  const common = new Common();
  for (const message of messages) common.add(message);
  return common.message();
}

/** Gathers what messages have in common, one after another. */
class Common {
  private first: string | null = null;
  private form = "";
  private isOneForm = true;
  /** By place: the author's words there, or null where they differ. */
  private words: readonly (string | null)[] = [];

  add(message: string): void {
    if (!this.isOneForm || message === this.first) return;
    const own = message.match(quoted) ?? [];
    if (this.first === null) {
      this.first = message;
      this.form = messageForm(message);
      this.words = own;
    } else if (messageForm(message) !== this.form) this.isOneForm = false;
    else this.words = this.words.map((word, at) => (word === own[at] ? word : null));
  }

  message(): string | null {
    if (this.first === null || !this.isOneForm) return null;
    let at = 0;
    return this.first.replaceAll(quoted, () => this.words[at++] ?? anyWords);
  }
}
