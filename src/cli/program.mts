import { Command, Option } from "commander";
import { CannotRun } from "../report/cannot-run.ts";
import { ciFormats } from "../report/ci-report.ts";
import { formats, groupings } from "../report/lint-report.ts";
import { choiceOf, listOf, wholeNumberOf } from "../report/options.ts";
import { groupNames } from "../linkage/tree-options.ts";
import { groupsOf, treeFormats, usualLimit, usualRequest } from "../report/tree-report.ts";
import { severities } from "../rules/rule.ts";
import { baseline, type BaselineOptions } from "./baseline.mts";
import { facts, type FactsOptions } from "./facts.mts";
import { fix, type FixOptions } from "./fix.mts";
import { init, type InitOptions } from "./init.mts";
import type { Io } from "./io.mts";
import { lint } from "./lint.mts";
import type { LintOptions } from "./lint-options.mts";
import { newFile, type NewOptions } from "./new.mts";
import { rename, type RenameOptions } from "./rename.mts";
import { rules } from "./rules.mts";
import { tree, type TreeOptions } from "./tree.mts";
import { undo, type UndoOptions } from "./undo.mts";
import { noSuchCommand } from "./usage-mistake.mts";

/** What commander wants to print: kept, since only `print` knows how to print. */
export interface CommanderOutput {
  out: string;
  error: string;
}

/**
 * The program with its commands and options. Whatever it is run with, it hands the exit code to `end`, or throws: a
 * CommanderError also for `--help` and `--version`, whose text is then in `output`.
 */
export function makeProgram(io: Io, output: CommanderOutput, end: (exitCode: number) => void): Command {
  const program = new Command("linkage")
    .description("Lint a tech-journal vault and see how its notes link.")
    .version(io.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void (output.out += text),
      writeErr: (text) => void (output.error += text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    });
  program.hook("preAction", (_, command) => {
    refuseEmpty(command);
  });
  addLint(program, io, end);
  addFix(program, io, end);
  program
    .command("baseline [vault]")
    .description("write down the problems of a vault, for linkage lint to tell new ones only")
    .option("--vault <folder>", sameVaultHelp)
    .option("--output <file>", "where to write them (default: linkage-baseline.json in the vault)")
    .option("--config <file>", configHelp)
    .action(async (vault: string | undefined, options: BaselineOptions) => {
      end(await baseline(vault, options, io));
    });
  program
    .command("facts [vault]")
    .description("print what the notes of a vault say, as JSON")
    .option("--vault <folder>", sameVaultHelp)
    .action(async (vault: string | undefined, options: FactsOptions) => {
      end(await facts(vault, options, io));
    });
  program
    .command("tree <note>")
    .description(
      "draw what a note links to and what links to it; NOTE is a path, a name, a note id or a title",
    )
    .option("--vault <folder>", vaultHelp)
    .addOption(wholeNumber("--depth <n>", "how many levels to draw").default(usualRequest.depth))
    .addOption(choice("--format <format>", "output format", treeFormats).default(usualRequest.format))
    .addOption(groups("--groups <names>", "the groups to show, with commas between them"))
    .addOption(wholeNumber("--limit <n>", `how many rows of a list to print (default: ${usualLimits})`))
    .option("--all", "print all rows of each list")
    .action(async (note: string, options: TreeOptions) => {
      end(await tree(note, options, io));
    });
  addNew(program, io, end);
  program
    .command("rename <old> <new>")
    .description(
      "rename or move a note, another file or a folder, and let all links follow; OLD is a path, a name, a note id or a title, NEW a name or a path",
    )
    .option("--vault <folder>", vaultHelp)
    .option("--dry-run", "print a patch of what would change, and write nothing")
    .addHelpText(
      "after",
      "\nExit code: 0, or 1 if it was not done or a link could not follow, or 2 if it could not run.",
    )
    .action(async (old: string, wanted: string, options: RenameOptions) => {
      end(await rename(old, wanted, options, io));
    });
  program
    .command("undo [vault]")
    .description(
      "give the notes that Linkage wrote last their old texts again, unless they have changed since",
    )
    .option("--vault <folder>", sameVaultHelp)
    .option("--list", "only list what can be undone, the last one first")
    .addHelpText("after", "\nExit code: 0, or 1 if notes were left as they are, or 2 if it could not run.")
    .action(async (vault: string | undefined, options: UndoOptions) => {
      end(await undo(vault, options, io));
    });
  program
    .command("init [vault]")
    .description("infer a vault's note types from its notes, and write them to its linkage.yaml")
    .option("--vault <folder>", sameVaultHelp)
    .option("--dry-run", "print the file instead of writing it")
    .option("--force", "replace the linkage.yaml that is there")
    .action(async (vault: string | undefined, options: InitOptions) => {
      end(await init(vault, options, io));
    });
  program
    .command("rules [id]")
    .description("list all rules, or tell about one")
    .action(async (id: string | undefined) => {
      end(await rules(id, io));
    });
  // Commander's own takes no notice of arguments that it does not expect.
  program
    .command("help [command]")
    .description("print help")
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (command === undefined) throw new CannotRun(noSuchCommand(name ?? "", program, io.cwd));
      command.help();
    });
  return program;
}

const usualLimits = `${String(usualLimit)}; all in JSON and HTML`;

const vaultHelp = "the vault (default: the nearest folder with linkage.yaml or .obsidian)";

const sameVaultHelp =
  "the vault, if not as the argument (default: the nearest folder with linkage.yaml or .obsidian)";

const configHelp = "the config to use instead of the vault's linkage.yaml";

function addLint(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("lint [path...]")
    .description("print what is wrong with a vault, or with the notes, folders and globs given")
    .option("--vault <folder>", vaultHelp)
    .option("--config <file>", configHelp)
    .addOption(choice("--format <format>", "output format", [...formats, ...ciFormats]).default("text"))
    .option("--output <file>", "write the report to a file, and print one line")
    .addOption(choice("--group <by>", "what text output groups by", groupings).default("problem"))
    .addOption(rulesOption("only these rules, in full"))
    .addOption(choice("--severity <severity>", "the mildest problems to show", severities).default("info"))
    .addOption(
      choice("--fail-on <severity>", "the mildest problems to exit with 1 for", [
        ...severities,
        "never",
      ]).default("error"),
    )
    .addOption(wholeNumber("--max-warnings <n>", "exit with 1 if there are more warnings"))
    .option("--suggestions", "with repairs in JSON")
    .option("--fix", "make the sure repairs first, as the command fix does")
    .option("--since <revision>", "only what git says has changed since, and what that affects")
    .option("--baseline <file>", "known problems, neither to show nor to fail on")
    .option("--prune", "take out of the baseline what no longer occurs")
    .option("--no-cache", "lint all anew, and keep nothing for the next run")
    .addHelpText("after", "\nExit code: 0, or 1 if there are problems to fail on, or 2 if it could not run.")
    .action(async (paths: readonly string[], options: LintOptions) => {
      end(await lint(paths, options, io));
    });
}

function addFix(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("fix [path...]")
    .description("make the sure repairs in a vault, or in the notes, folders and globs given")
    .option("--vault <folder>", vaultHelp)
    .option("--config <file>", "the config to use instead of the vault's linkage.yaml")
    .addOption(rulesOption("only what these rules find"))
    .addOption(targetsOption())
    .option(
      "--since <revision>",
      "only in notes that git says have changed since, and those that this affects",
    )
    .option("--interactive", "ask which repair is to be made, suggestions included")
    .option("--dry-run", "print a patch of what would change, and write nothing")
    .addHelpText(
      "after",
      "\nExit code: 0, or 1 if something to be repaired was left, or 2 if it could not run.",
    )
    .action(async (paths: readonly string[], options: FixOptions) => {
      end(await fix(paths, options, io));
    });
}

/** Rules by their ids, which have no commas. An empty one is kept, to be told: it must not come to mean all rules. */
function rulesOption(description: string): Option {
  return new Option("--rule <ids>", `${description}, with commas between them; may be repeated`)
    .argParser((value: string, before: readonly string[]) => [
      ...before,
      ...value.split(",").map((id) => id.trim()),
    ])
    .default([], "all rules");
}

/** Targets, which may have commas. */
function targetsOption(): Option {
  return new Option("--target <text>", "only problems of this target; may be repeated")
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], "all targets");
}

function addNew(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("new [title]")
    .description("make a note of a type, with the next free note id, and print its path")
    .option("--type <code>", "the note type, such as TJ (default: the only one)")
    .option("--title <title>", "the title, which names the file too, if not as the argument")
    .option("--vault <folder>", vaultHelp)
    .option("--date <day>", "the day of the note, such as 2026-01-25 (default: today)")
    .option("--folder <folder>", "where in the vault (default: where the type's newest notes lie)")
    .option("--dry-run", "print the path and the text, and write nothing")
    .action(async (title: string | undefined, options: NewOptions) => {
      end(await newFile(title, options, io));
    });
}

/**
 * What names a file or revision must not be empty: a script may have a variable that nobody has set.
 * @throws CannotRun
 */
function refuseEmpty(command: Command): void {
  const empty = command.options.find(
    (option) =>
      /<(?:file|revision)>$/.test(option.flags) && command.getOptionValue(option.attributeName()) === "",
  );
  if (empty !== undefined) throw new CannotRun(`${nameOf(empty.flags)} is empty, expected ${empty.flags}`);
}

function choice(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, `${description}: ${listOf(words)}`).argParser((value) =>
    choiceOf(nameOf(flags), value, words),
  );
}

function groups(flags: string, description: string): Option {
  return new Option(flags, `${description}: ${listOf(groupNames)}`)
    .argParser((value) => groupsOf(nameOf(flags), value))
    .default(groupNames, "all");
}

function wholeNumber(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value) => wholeNumberOf(nameOf(flags), value));
}

function nameOf(flags: string): string {
  return flags.split(" ")[0] ?? flags;
}
