import { resolve } from "node:path";
import type { Command, CommanderError, Option } from "commander";
import { nearest } from "../journal/nearest.ts";
import { listOf } from "../report/options.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { shellWord } from "./next-command.mts";
import { statsOf } from "./vault-folder.mts";

/**
 * What to tell of arguments that the program does not take, in one line: what is wrong with them, and what was expected. Commander
 * tells the first half only.
 * @param error what commander threw
 * @param argv all arguments, behind the program's name
 * @param cwd the current folder, absolute: what is there is likely meant to be linted
 * @returns null for another error
 */
export function usageMistake(
  { code, message }: CommanderError,
  argv: readonly string[],
  program: Command,
  cwd: string,
): string | null {
  const command = program.commands.find((each) => each.name() === argv[0]);
  const [, words = ""] = /'(.*)'/s.exec(message) ?? [];
  switch (code) {
    case "commander.unknownCommand":
      return noSuchCommand(words, program, cwd, likelyIn(message));
    case "commander.unknownOption":
      return command ? unknownOption(words, command, cwd) : earlyOption(words, argv, program, cwd);
    case "commander.optionMissingArgument":
      return `${words.split(" ")[0] ?? words} has no value, expected ${words}`;
    case "commander.missingArgument":
      return command ? `${quote(`<${words}>`)} is missing, expected ${usageOf(command)}` : null;
    case "commander.excessArguments":
      return command ? tooMany(command) : null;
    default:
      return null;
  }
}

/**
 * What to tell of a word that is meant to be a command of the program, and is none.
 * @param cwd as for `usageMistake`
 * @param likely the commands that commander takes for likely: it minds letter case
 */
export function noSuchCommand(
  word: string,
  program: Command,
  cwd: string,
  likely: readonly string[] = [],
): string {
  if (word === "") return 'The command is empty, "linkage help" lists all';
  const says = `There is no command ${quote(word)}`;
  const meant = nearest(
    word,
    program.commands.map((each) => each.name()),
  );
  const known = likely.length === 0 && meant !== null ? [meant] : likely;
  // What looks like a path is none of them.
  const near = /[./\\]/.test(word) ? [] : known;
  if (near.length > 0) return `${says}, perhaps ${listOf(near.map((each) => quote(each)))}`;
  if (statsOf(resolve(cwd, word)) !== undefined)
    return `${says}, expected linkage lint ${word.startsWith("-") ? "-- " : ""}${shellWord(word)} to lint what is there`;
  return `${says}, "linkage help" lists all`;
}

/** An option that a command, or the program in front of one, does not have. */
function unknownOption(given: string, command: Command, cwd: string): string {
  const [name, help] =
    command.parent === null
      ? ["linkage", "linkage help"]
      : [`linkage ${command.name()}`, `linkage help ${command.name()}`];
  const says = `${quote(name)} has no option ${quote(given)}`;
  if (statsOf(resolve(cwd, given)) !== undefined)
    return `${says}, expected -- in front of what begins with a dash`;
  const [option = given, value] = given.split("=");
  const known = optionsOf(command);
  if (value !== undefined && known.includes(option)) return `${quote(option)} takes no value`;
  // Of single letters each is one edit away from each other.
  const near =
    nearest(
      option,
      known.filter((name) => name.startsWith("--")),
    ) ?? known.find((name) => name.toLowerCase() === option.toLowerCase());
  if (near !== undefined) return `${says}, perhaps ${near}`;
  if (command.options.length === 0) return `${quote(name)} takes no options, expected ${usageOf(command)}`;
  return `${says}, ${quote(help)} lists all`;
}

/** The names of a command's options, with those that each command has. */
function optionsOf(command: Command): readonly string[] {
  return ["-h", "--help", ...command.options.flatMap(namesOf)];
}

/** An option in front of the command, where only those of the program itself may be. */
function earlyOption(given: string, argv: readonly string[], program: Command, cwd: string): string {
  const at = commandIn(argv, program);
  const command = program.commands.find((each) => each.name() === argv[at]);
  const [option = given, value] = given.split("=");
  if (command === undefined) {
    const isOfCommand = program.commands.some((each) => optionsOf(each).includes(option));
    if (!isOfCommand || optionsOf(program).includes(option)) return unknownOption(given, program, cwd);
    return `No command is given, expected one in front of ${quote(option)}, "linkage help" lists all`;
  }
  const isKnown = command.options.some(
    (each) => namesOf(each).includes(option) && (value === undefined || takesValue(each)),
  );
  if (!isKnown) return unknownOption(given, command, cwd);
  const meant = ["linkage", command.name(), ...argv.toSpliced(at, 1)].map(shellWord).join(" ");
  return `${quote(option)} stands in front of the command, expected ${meant}`;
}

/** Where the command stands in the arguments: what follows an option that takes a value is none. */
function commandIn(argv: readonly string[], program: Command): number {
  const options = program.commands.flatMap((each) => each.options);
  return argv.findIndex((word, at) => {
    const before = argv[at - 1];
    const isValue = options.some((each) => takesValue(each) && namesOf(each).includes(before ?? ""));
    return !isValue && program.commands.some((each) => each.name() === word);
  });
}

function namesOf({ short, long }: Option): readonly string[] {
  return [short, long].filter((name) => name != null);
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function tooMany(command: Command): string {
  const most = command.registeredArguments.length;
  const more = command.args.slice(most);
  const verb = more.length === 1 ? "is" : "are";
  return `${quoteSome(more)} ${verb} too many, expected ${usageOf(command)}, with quotes around what has blanks`;
}

/** `linkage rename <old> <new>`. */
function usageOf(command: Command): string {
  const args = command.registeredArguments.map((each) =>
    each.required ? `<${each.name()}>` : `[${each.name()}]`,
  );
  return ["linkage", command.name(), ...args].join(" ");
}

/** What commander takes for likely to have been meant, from the last line of its message. */
function likelyIn(message: string): readonly string[] {
  const [, words] = /\(Did you mean (?:one of )?(.*)\?\)$/s.exec(message) ?? [];
  return words?.split(", ") ?? [];
}
