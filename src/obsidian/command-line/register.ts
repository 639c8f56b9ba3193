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
import { texts } from "../texts.ts";

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
    description: texts.commandLine.lint,
    flags: {
      path: { value: "<path>", description: texts.commandLine.path },
      rule: { value: "<id>", description: texts.commandLine.rule },
      format: { value: "<format>", description: texts.commandLine.format(listOf(formats)) },
      group: { value: "<by>", description: texts.commandLine.group(listOf(groupings)) },
      severity: {
        value: "<severity>",
        description: texts.commandLine.severity(listOf(severities)),
      },
      suggestions: { description: texts.commandLine.suggestions },
    },
    run: lint,
  },
  {
    id: "linkage:tree",
    description: texts.commandLine.tree,
    flags: {
      note: { value: "<note>", description: texts.commandLine.note, required: true },
      depth: {
        value: "<n>",
        description: texts.commandLine.depth(usualRequest.depth),
      },
      format: { value: "<format>", description: texts.commandLine.format(listOf(treeFormats)) },
      groups: {
        value: "<names>",
        description: texts.commandLine.groups(listOf(groupNames)),
      },
      limit: {
        value: "<n>",
        description: texts.commandLine.limit(usualLimit),
      },
      all: { description: texts.commandLine.all },
    },
    run: tree,
  },
  {
    id: "linkage:facts",
    description: texts.commandLine.facts,
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
