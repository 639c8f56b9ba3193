import type { TFile, Vault } from "obsidian";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { hostProblem, mostBytes, notUtf8, tooLarge, withNul } from "../lint/host-problem.ts";
import type { Stamp } from "./cache/fact-record.ts";
import { texts } from "./texts.ts";

/** A note's text without a byte order mark, or why there is none. */
export type NoteText = { readonly text: string } | { readonly problem: Diagnostic };

/** What was read of the file at a path. `stamp` is the file's from before it was read: the text is at least as new. */
export interface FileText {
  readonly path: string;
  readonly stamp: Stamp;
  readonly read: NoteText;
}

/** How many files are asked for at a time. */
const READ_AT_ONCE = 32;

/** Read notes of the app's vault, with what tells whether their files change. Never throws for what happens to a file. */
export async function* readFiles(files: readonly TFile[], vault: Vault): AsyncGenerator<FileText> {
  for (let at = 0; at < files.length; at += READ_AT_ONCE)
    yield* await Promise.all(files.slice(at, at + READ_AT_ONCE).map((file) => readFile(file, vault)));
}

async function readFile(file: TFile, vault: Vault): Promise<FileText> {
  const { path } = file;
  const { mtime, size } = file.stat;
  return { path, stamp: { mtime, size }, read: await readNote(file, vault) };
}

/** Read a note of the app's vault. Never throws for what happens to the file. */
export async function readNote(file: TFile, vault: Vault): Promise<NoteText> {
  if (file.stat.size > mostBytes) return { problem: tooLarge(file.path) };
  try {
    const text = await vault.cachedRead(file);
    if (text.includes(REPLACEMENT) && !isUtf8(await vault.readBinary(file))) {
      return unreadable(file.path, notUtf8);
    }
    if (text.includes("\0")) return unreadable(file.path, withNul);
    return { text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text };
  } catch (error) {
    return unreadable(file.path, texts.shared.unreadableFile(reasonOf(error)));
  }
}

/** A text that has been changed and not yet read from the file, at `path`, if it is none too large to be indexed. */
export function indexedText(path: string, text: string): NoteText {
  return isTooLarge(text) ? { problem: tooLarge(path) } : { text };
}

/** The text takes more bytes in a file than are read. */
export function isTooLarge(text: string): boolean {
  return text.length * MOST_BYTES_A_UNIT > mostBytes && new TextEncoder().encode(text).length > mostBytes;
}

/** One code unit of a text takes three bytes at most in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** The app's own words for why it could not do something. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const BYTE_ORDER_MARK = "\ufeff";

/** The app reads as UTF-8 what is none, and puts this where it does not understand. Some authors write it, too. */
const REPLACEMENT = "\ufffd";

/** Decoding throws where the bytes are no UTF-8, and for no other reason. */
function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function unreadable(path: string, message: string): NoteText {
  return { problem: hostProblem("unreadable-file", "error", path, message) };
}
