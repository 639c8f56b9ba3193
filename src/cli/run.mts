import { CommanderError } from "commander";
import { CannotRun } from "../report/cannot-run.ts";
import { printable } from "../report/printable.ts";
import { print, type Io } from "./io.mts";
import { makeProgram, type CommanderOutput } from "./program.mts";
import { isCoded, reasonOf } from "./reason.mts";
import { usageMistake } from "./usage-mistake.mts";

const couldNotRun = 2;

/**
 * Run the command line. `argv` are the arguments behind the program's name. Gives the exit code: 0 or 1 as the command
 * says, 2 if it could not be run. Never throws, but where nothing can be printed any more.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const output: CommanderOutput = { out: "", error: "" };
  let exitCode = 0;
  const program = makeProgram(io, output, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    const mistake = error instanceof CommanderError ? usageMistake(error, argv, program, io.cwd) : null;
    if (mistake !== null) return complain(`linkage: ${printable(mistake)}\n`, io);
    if (error instanceof CommanderError && isAnswer(error, output)) {
      await print(io.stdout, [output.out]);
      return 0;
    }
    return complain(output.error || `linkage: ${complaintOf(error)}\n`, io);
  }
}

async function complain(complaint: string, { stderr }: Io): Promise<number> {
  await print(stderr, [complaint]);
  return couldNotRun;
}

/** Whether commander has told what was asked for. The exit code that it gives for `help` is that of the process. */
function isAnswer({ code, exitCode }: CommanderError, { error }: CommanderOutput): boolean {
  return exitCode === 0 || (code === "commander.help" && error === "");
}

/** What to tell of an error: one line, but of a mistake of ours where it happened. */
function complaintOf(error: unknown): string {
  if (error instanceof CannotRun) return printable(error.message);
  if (error instanceof CommanderError) {
    const [, message = ""] = /^(?:error: )?(.*?)\.?$/s.exec(error.message) ?? [];
    const sentence = message
      .replaceAll("\n", " ")
      .replaceAll("'", '"')
      .replace(/\. Expected/, ", expected");
    return printable(sentence);
  }
  if (isCoded(error)) {
    // A file that was there a moment ago; what is written to a stream has no path.
    const { path } = error;
    const what = path === undefined ? "The output cannot be written" : `"${path}" cannot be read`;
    return printable(`${what}: ${reasonOf(error)}`);
  }
  return error instanceof Error && error.stack !== undefined ? error.stack : String(error);
}
