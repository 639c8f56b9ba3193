import { resolve } from "node:path";
import type { Command, CommanderError } from "commander";
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
      return unknownCommand(words, likelyIn(message), cwd);
    case "commander.unknownOption":
      return command ? unknownOption(words, likelyIn(message), command) : earlyOption(words, argv, program);
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

function unknownCommand(word: string, likely: readonly string[], cwd: string): string {
  if (word === "") return 'The command is empty, "linkage help" lists all';
  const says = `There is no command ${quote(word)}`;
  if (likely.length > 0) return `${says}, perhaps ${listOf(likely.map((each) => quote(each)))}`;
  if (statsOf(resolve(cwd, word)) !== undefined)
    return `${says}, expected linkage lint ${word.startsWith("-") ? "-- " : ""}${shellWord(word)} to lint what is there`;
  return `${says}, "linkage help" lists all`;
}

/** What to tell of a word that is meant to be a command of the program, and is none. @param cwd as for `usageMistake` */
export function noSuchCommand(word: string, program: Command, cwd: string): string {
  const near = nearest(
    word,
    program.commands.map((each) => each.name()),
  );
  return unknownCommand(word, near === null ? [] : [near], cwd);
}

function unknownOption(option: string, likely: readonly string[], command: Command): string {
  const says = `${quote(`linkage ${command.name()}`)} has no option ${quote(option)}`;
  if (likely.length > 0) return `${says}, perhaps ${listOf(likely)}`;
  return `${says}, ${quote(`linkage help ${command.name()}`)} lists all`;
}

/** An option in front of the command, where only those of the program itself may be. */
function earlyOption(given: string, argv: readonly string[], program: Command): string {
  const at = argv.findIndex((word) => program.commands.some((each) => each.name() === word));
  const command = program.commands.find((each) => each.name() === argv[at]);
  const [option = given] = given.split("=");
  if (command === undefined)
    return `No command is given, expected one in front of ${quote(option)}, "linkage help" lists all`;
  const options = command.options.flatMap(({ short, long }) => [short, long].filter((name) => name != null));
  if (!options.includes(option)) {
    const near = nearest(option, options);
    return unknownOption(option, near === null ? [] : [near], command);
  }
  const meant = ["linkage", command.name(), ...argv.toSpliced(at, 1)].map(shellWord).join(" ");
  return `${quote(option)} stands in front of the command, expected ${meant}`;
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
