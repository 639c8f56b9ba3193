import type { Severity } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";
import { noPlaces, noRepairs, type Diagnostic } from "./diagnostic.ts";

/** The rules of problems that lie outside the text of all notes. No check finds them, so they are always on. */
export const hostRules = [
  { id: "invalid-config", severity: "error", summary: "The config says what Linkage understands." },
  {
    id: "invalid-baseline",
    severity: "error",
    summary: "The baseline of known problems says what Linkage understands.",
  },
  { id: "unreadable-file", severity: "error", summary: "Every file of the vault can be read." },
] as const;

type HostRule = (typeof hostRules)[number]["id"];

/** A problem of the vault as its host finds it: on the disk, or in the app. `path` is vault-relative. It has no repairs. */
export function hostProblem(
  rule: HostRule,
  severity: Severity,
  path: string,
  message: string,
  range = start,
): Diagnostic {
  return {
    rule,
    severity,
    path,
    message,
    range,
    target: null,
    related: noPlaces,
    canFix: false,
    repairs: noRepairs,
  };
}

/**
 * The size of the largest notes that the app indexes, in bytes: 2 MB (obsidian.md A17). Its documentation does not say which
 * megabytes it means; these are the larger.
 */
export const mostBytes = 2 * 1024 * 1024;

/** What is said of another file of more than that: the config. */
export const tooLargeFile = "This file has more than 2 MB, expected less";

/** What is said of a file that is no text: one in another encoding, such as UTF-16, or none at all. */
export const notUtf8 = "This file is not UTF-8, expected text in UTF-8";
export const withNul = "This file holds NUL bytes, as no text does, expected text in UTF-8";

/** The problem of a note that the app does not index: links lead to it, but what it says counts for nothing. */
export function tooLarge(path: string): Diagnostic {
  return hostProblem(
    "unreadable-file",
    "warning",
    path,
    "This note has more than 2 MB and is not indexed by Obsidian, expected a smaller note",
  );
}

const start: TextRange = { from: 0, to: 0 };
