import type { Diagnostic } from "../lint/diagnostic.ts";
import { messageForm } from "./message-form.ts";

/**
 * Names problems so that a later run calls the same ones the same: by rule, file, what they are about and the words they stand
 * at, and not by line. Of several that are alike in one file the first keeps its name, the second its own, and so on.
 */
export class Fingerprints {
  private readonly hash: (text: string) => string;
  private readonly seen = new Map<string, number>();

  /** @param hash gives a short name for a text of any length */
  constructor(hash: (text: string) => string) {
    this.hash = hash;
  }

  /**
   * The name of a problem; to be asked for once for each, in the order in which they were found.
   * @param text the file's as it was linted, or null if it cannot be had: then the words count for nothing
   */
  of({ rule, path, target, message, range }: Diagnostic, text: string | null): string {
    const words = text === null ? "" : text.slice(range.from, range.to).replaceAll(/\s+/g, " ");
    // Other notes that a message names may be renamed.
    const name = this.hash(JSON.stringify([rule, path, target, messageForm(message), words]));
    const before = this.seen.get(name) ?? 0;
    this.seen.set(name, before + 1);
    return `${name}:${String(before + 1)}`;
  }
}
