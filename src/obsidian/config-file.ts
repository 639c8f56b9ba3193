import type { Vault } from "obsidian";
import type { ConfigChange } from "../journal/config-change.ts";
import { changeConfig } from "../journal/config-edits.ts";
import { configName } from "../journal/conventions.ts";
import { replacedText, withoutMark } from "./write-text.ts";
import { texts } from "./texts.ts";

/** How often a change is tried anew when somebody else writes the file at the same time. */
const MOST_TRIES = 5;

/** `linkage.yaml` of the app's vault, for those who change it. Whoever follows it is told what was written. */
export class ConfigFile {
  private readonly vault: Vault;
  private readonly written: () => void;

  /** @param written is called after each writing: the app need not tell of files of other types */
  constructor(vault: Vault, written: () => void) {
    this.vault = vault;
    this.written = written;
  }

  /** The text, without a byte order mark; null if there is no such file. */
  async read(): Promise<string | null> {
    const { adapter } = this.vault;
    return (await adapter.exists(configName)) ? withoutMark(await adapter.read(configName)) : null;
  }

  /** Make a change in the file as it is now. Gives why it was refused, or null. */
  async change(change: ConfigChange): Promise<string | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = await this.read();
      const changed = changeConfig(before, change);
      if ("refusal" in changed) return changed.refusal;
      if (changed.text === before || (await this.replace(before, changed.text))) return null;
    }
    return texts.shared.configKeepsChanging;
  }

  /** Write `after` if the file still says `before`, or is still not there for null. Gives whether it was written. */
  async replace(before: string | null, after: string): Promise<boolean> {
    if (before === null) {
      if (await this.vault.adapter.exists(configName)) return false;
      await this.vault.create(configName, after);
      this.written();
      return true;
    }
    const now = await this.process((text) => replacedText(text, before, after));
    this.written();
    return withoutMark(now) === after;
  }

  /** The vault tells of what is written where it knows the file. */
  private process(replace: (text: string) => string): Promise<string> {
    const file = this.vault.getFileByPath(configName);
    return file ? this.vault.process(file, replace) : this.vault.adapter.process(configName, replace);
  }
}
