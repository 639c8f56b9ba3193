import { configName } from "../../journal/conventions.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { lineStarts, positionAt, type LineStarts } from "../../text/lines.ts";
import { fileName, folderOf, withoutExtension } from "../../vault/names.ts";
import type { ProblemsSource } from "./problems-source.ts";
import type { BranchNode, PlaceNode, ProblemNode, TargetNode } from "./problems-tree.ts";
import { withShortPaths } from "./short-paths.ts";
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
  /** Its name is a rule's sentence: English, though it may begin with a word of the author's. */
  readonly isMessage: boolean;
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
  return node.kind === "problem" ? placeText(node, files) : branchText(node, files);
}

function placeText({ severity, diagnostic, label, isUnderNote }: PlaceNode, files: LinedFiles): RowText {
  const { path, message, rule } = diagnostic;
  const place = placeOf(diagnostic, files);
  const name = noteName(path);
  return {
    label: label === null ? name : shortLabel(label, diagnostic, files),
    isMessage: label === message,
    detail: label === null || isUnderNote ? "" : name,
    place,
    count: null,
    whole: texts.problems.problemRow(severity, message, rule, path, place),
  };
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

function shortLabel(label: string, { target }: Diagnostic, files: LinedFiles): string {
  return withShortPaths(label, target, (path) => files.note(path) !== null);
}

function branchText(node: BranchNode, files: LinedFiles): RowText {
  const { severity, count } = node;
  const { label, detail } = branchName(node, files);
  const said = node.kind === "target" ? node.label() : label;
  const whole = texts.problems.branchRow(severity, said, node.kind === "target" ? "" : detail, count);
  return { label, isMessage: false, detail, place: "", count, whole };
}

function branchName(
  node: BranchNode,
  files: LinedFiles,
): { readonly label: string; readonly detail: string } {
  switch (node.kind) {
    case "rule":
      return { label: node.rule, detail: node.common() ?? "" };
    case "target":
      return targetName(node, files);
    case "note":
      return { label: noteName(node.path), detail: folderOf(node.path) };
  }
}

function targetName(
  node: TargetNode,
  files: LinedFiles,
): { readonly label: string; readonly detail: string } {
  const [first] = node.places;
  const label = node.label();
  const short = first ? shortLabel(label, first, files) : label;
  return { label: short, detail: label === first?.target && short !== label ? folderOf(label) : "" };
}
