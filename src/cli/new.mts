import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDate } from "../journal/calendar.ts";
import type { NoteType } from "../journal/conventions.ts";
import { momentOf, type Moment } from "../journal/moment.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { quote } from "../text/quote.ts";
import { nameKey } from "../vault/names.ts";
import { newNote } from "../writing/new-note.ts";
import { folderForType } from "../writing/type-folder.ts";
import { newestOfType, sampledOf, type Sample } from "../writing/type-samples.ts";
import { readVaultConfig } from "./config.mts";
import { print, type Io } from "./io.mts";
import { loadVault, textOf } from "./load-vault.mts";
import { startProgress } from "./progress.mts";
import { isCoded, reasonOf } from "./reason.mts";
import { shownPath } from "./screen.mts";
import { findVault } from "./vault-folder.mts";

/** What `linkage new` is asked for. */
export interface NewOptions {
  readonly type?: string;
  readonly title?: string;
  readonly vault?: string;
  readonly date?: string;
  readonly folder?: string;
  readonly dryRun?: true;
}

/**
 * `linkage new`: write a note of a type into the vault, never over a file, and print its path; with `dryRun` print its text
 * too, and write nothing. Gives the exit code.
 * @param named the title as an argument, which may be given as an option too
 * @throws CannotRun if there can be no such note
 */
export async function newFile(named: string | undefined, options: NewOptions, io: Io): Promise<number> {
  const title = titleNamed(named, options.title);
  const moment = momentFor(options.date);
  const folder = findVault(options.vault, [], io.cwd);
  const progress = startProgress(io.stderr);
  const { conventions } = readVaultConfig(folder, undefined, io.cwd);
  const type = typeNamed(options.type, conventions.types);
  const { index } = loadVault(folder, conventions, progress);
  progress.end();
  const newest = newestOfType(type, index);
  const wanted = options.folder === undefined ? null : folderNamed(options.folder);
  const key = `${nameKey(wanted ?? "")}/`;
  const file = [...index.files()].find((path) => key.startsWith(`${nameKey(path)}/`));
  if (file !== undefined)
    throw new CannotRun(`--folder is ${quote(wanted ?? "")}, and ${quote(file)} is a file`);
  const folderOfNote = wanted ?? folderForType(type, moment.day, newest);
  const samples = sampledOf(newest, folderOfNote, moment.day).flatMap((note): readonly Sample[] => {
    const text = textOf(note, folder);
    return text === null ? [] : [{ note, text }];
  });
  const place = wanted === null ? {} : { folder: wanted };
  const made = newNote({ type, title, moment, ...place }, newest, samples, index);
  if ("fault" in made) throw new CannotRun(made.fault);
  const { path, text } = made;
  if (options.dryRun !== true) write(join(folder, path), path, text);
  const shown = `${shownPath(join(folder, path), io.cwd)}\n`;
  await print(io.stdout, options.dryRun === true ? [shown, "\n", text] : [shown]);
  return 0;
}

/** The title, as the argument or with `--title`. */
function titleNamed(argument: string | undefined, option: string | undefined): string {
  const title = argument ?? option;
  if (title === undefined) throw new CannotRun('A title is missing, expected one in quotes: linkage new "…"');
  if (option === undefined || option === title) return title;
  throw new CannotRun(
    `The title is ${quote(title)} and, with --title, ${quote(option)}, expected one of them`,
  );
}

/** The moment that it is now, on another day if one is named. */
function momentFor(date: string | undefined): Moment {
  const now = momentOf(new Date());
  if (date === undefined) return now;
  const day = parseDate(date);
  if (day?.time !== null) throw new CannotRun(`--date is ${quote(date)}, expected a day such as 2026-01-25`);
  return { ...now, day: day.day };
}

/** The type of this code, letter case aside; without one the only type that there is. */
function typeNamed(code: string | undefined, types: readonly NoteType[]): NoteType {
  const [only] = types;
  const known = types.map((type) => type.code).join(", ");
  if (only === undefined)
    throw new CannotRun("linkage.yaml lists no note type, expected one to make a note of");
  if (code === undefined && types.length === 1) return only;
  if (code === undefined) throw new CannotRun(`A note type is missing, expected --type and one of ${known}`);
  const type = types.find((each) => each.code === code.toUpperCase());
  if (type === undefined) throw new CannotRun(`There is no note type ${quote(code)}, expected ${known}`);
  return type;
}

/** A folder of the vault as paths have it. */
function folderNamed(folder: string): string {
  const names = folder.replaceAll("\\", "/").split("/");
  if (/^(?:[a-z]:|\/|~)/i.test(folder) || names.includes(".."))
    throw new CannotRun(`--folder is ${quote(folder)}, expected a folder of the vault, from its top`);
  const clean = names.filter((name) => name !== "" && name !== ".");
  if (clean.some((name) => name.startsWith(".")))
    throw new CannotRun(`--folder is ${quote(folder)}, expected one whose name starts with no dot`);
  return clean.join("/");
}

/** Write a file that is not there yet, and the folders that it is to lie in. */
function write(file: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const isThere = isCoded(error) && error.code === "EEXIST";
    const why = isThere ? "there is one already" : reasonOf(error);
    throw new CannotRun(`${quote(path)} cannot be written: ${why}`);
  }
}
