import { configName } from "../../journal/conventions.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { lineStarts, positionAt, type LineStarts } from "../../text/lines.ts";
import { fileName, folderOf, withoutExtension } from "../../vault/names.ts";
import type { ProblemsSource } from "./problems-source.ts";
import type { ProblemNode } from "./problems-tree.ts";
import { texts } from "../texts.ts";

/** Knows where the lines of files start; a vault's index knows it of notes. */
export interface LinedFiles {
  note(path: string): { readonly lines: LineStarts } | null;
}

/** The files that problems of a vault are in: its notes and `linkage.yaml`. */
export function linedFilesOf({ index, configText }: ProblemsSource): LinedFiles {
  const config = (): ReturnType<LinedFiles["note"]> =>
    configText === null ? null : { lines: lineStarts(configText) };
  return { note: (path) => (path === configName ? config() : index.note(path)) };
}

/** What a row says. */
export interface RowText {
  /** What it is called. */
  readonly label: string;
  /** What is said more quietly behind or below it; may be empty. */
  readonly detail: string;
  /** Where in its note it is, which is never cut off; may be empty. */
  readonly place: string;
  /** How many problems it stands for, or null for a single one. */
  readonly count: number | null;
  /** All of it, and what a narrow row has no room for, for a tooltip and a screen reader. */
  readonly whole: string;
}

/** What the row of a node says. `files` are as they are now, which the node's diagnostics belong to. */
export function rowText(node: ProblemNode, files: LinedFiles): RowText {
  const { severity } = node;
  if (node.kind === "problem") {
    const { diagnostic } = node;
    const { path, message, rule } = diagnostic;
    const place = placeOf(diagnostic, files);
    const name = noteName(path);
    const [label, detail] = node.label === null ? [name, ""] : [node.label, node.isUnderNote ? "" : name];
    return {
      label,
      detail,
      place,
      count: null,
      whole: texts.problems.problemRow(severity, message, rule, path, place),
    };
  }
  const { label, detail } = branchText(node);
  const { count } = node;
  return { label, detail, place: "", count, whole: texts.problems.branchRow(severity, label, detail, count) };
}

/** Line and column of a problem as people count them; empty for a file without known lines. */
export function placeOf({ path, range }: Diagnostic, files: LinedFiles): string {
  const note = files.note(path);
  if (!note) return "";
  const { line, column } = positionAt(note.lines, range.from);
  return texts.problems.place(line, column);
}

/** What a note is called: its file's name, without the extension that all notes have. */
export function noteName(path: string): string {
  return withoutExtension(fileName(path));
}

function branchText(node: Exclude<ProblemNode, { readonly kind: "problem" }>): {
  readonly label: string;
  readonly detail: string;
} {
  switch (node.kind) {
    case "rule":
      return { label: node.rule, detail: node.common() ?? "" };
    case "target":
      return { label: node.label(), detail: "" };
    case "note":
      return { label: noteName(node.path), detail: folderOf(node.path) };
  }
}
