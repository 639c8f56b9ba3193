import { Notice, Plugin } from "obsidian";
import { countProblems } from "./obsidian/count-problems.ts";
import { readVault } from "./obsidian/read-vault.ts";

/** The plugin: wires commands to services in `onload`, nothing else. */
export default class LinkagePlugin extends Plugin {
  override onload(): void {
    this.addCommand({ id: "lint-vault", name: "Lint vault", callback: () => void this.lintVault() });
  }

  /** Lint all notes with the built-in conventions and say how many problems there are. Writes nothing. */
  private async lintVault(): Promise<void> {
    try {
      new Notice(countProblems(await readVault(this.app.vault)));
    } catch (error) {
      new Notice(`The vault could not be linted: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
