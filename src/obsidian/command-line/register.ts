import type { CliData, CliFlags, Plugin } from "obsidian";
import { CannotRun } from "../../report/cannot-run.ts";
import { formats, groupings } from "../../report/lint-report.ts";
import { listOf } from "../../report/options.ts";
import { printable } from "../../report/printable.ts";
import { groupNames } from "../../linkage/tree-options.ts";
import { treeFormats, usualLimit, usualRequest } from "../../report/tree-report.ts";
import { severities } from "../../rules/rule.ts";
import type { LiveVault } from "../live-vault.ts";
import { Slices } from "../slices.ts";
import type { AskedVault } from "./asked-vault.ts";
import { facts } from "./facts.ts";
import { lint } from "./lint.ts";
import { tree } from "./tree.ts";

/** A command of the app's own command line: what it gives is printed. */
interface CliCommand {
  readonly id: string;
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly run: (params: CliData, vault: AskedVault) => Promise<string>;
}

const commands: readonly CliCommand[] = [
  {
    id: "linkage:lint",
    description: "Print what is wrong with the vault, or with the notes at a path",
    flags: {
      path: { value: "<path>", description: "A note, a folder or a glob, from the vault's root" },
      rule: { value: "<id>", description: "Only this rule, in full; several with commas between them" },
      format: { value: "<format>", description: `Output format: ${listOf(formats)}` },
      group: { value: "<by>", description: `What text output groups by: ${listOf(groupings)}` },
      severity: {
        value: "<severity>",
        description: `The mildest problems to show: ${listOf(severities)}`,
      },
      suggestions: { description: "With repairs in JSON" },
    },
    run: lint,
  },
  {
    id: "linkage:tree",
    description: "Draw what a note links to and what links to it",
    flags: {
      note: { value: "<note>", description: "A path, a name, a note id or a title", required: true },
      depth: {
        value: "<n>",
        description: `How many levels to draw: ${String(usualRequest.depth)} if not said`,
      },
      format: { value: "<format>", description: `Output format: ${listOf(treeFormats)}` },
      groups: {
        value: "<names>",
        description: `The groups to show, with commas between them: ${listOf(groupNames)}`,
      },
      limit: {
        value: "<n>",
        description: `How many rows of a list to print: ${String(usualLimit)} if not said, all in JSON and HTML`,
      },
      all: { description: "Print all rows of each list" },
    },
    run: tree,
  },
  {
    id: "linkage:facts",
    description: "Print what the notes of the vault say, as JSON",
    flags: null,
    run: facts,
  },
];

/** Add the commands of the app's command line. What they print is what the terminal's `linkage` prints. */
export function addCliCommands(plugin: Plugin, vault: LiveVault): void {
  const running = new Set<Slices>();
  plugin.register(() => {
    for (const slices of running) slices.stop();
  });
  for (const { id, description, flags, run } of commands) {
    const handle = async (params: CliData): Promise<string> => {
      const slices = new Slices();
      running.add(slices);
      try {
        await vault.ready;
        return await run(params, { app: plugin.app, vault, slices });
      } catch (error) {
        if (error instanceof CannotRun) return `linkage: ${printable(error.message)}\n`;
        throw error;
      } finally {
        running.delete(slices);
      }
    };
    register(
      plugin,
      () => {
        plugin.registerCliHandler(id, description, flags, handle);
      },
      id,
    );
  }
}

/** The app throws where another plugin has a command of the same name: then it has it, and all else of ours works. */
function register(plugin: Plugin, add: () => void, id: string): void {
  try {
    add();
  } catch (error) {
    console.warn(`${plugin.manifest.name} does not have the command "${id}"`, error);
  }
}
