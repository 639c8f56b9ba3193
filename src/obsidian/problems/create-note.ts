import { type App } from "obsidian";
import { withoutExtension } from "../../vault/names.ts";
import { missingTargetRules } from "../../rules/missing-target-rules.ts";
import { problemsOf, type ProblemNode } from "./problems-tree.ts";
import { texts } from "../texts.ts";
import { uncoverMainArea } from "../uncover.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** A note that a row's links are missing. */
export interface MissingNote {
  /** As the links say it. */
  readonly target: string;
  /** A note with such a link. */
  readonly from: string;
}

/** The note that all links of a row are missing; null where they miss none, or one that no system could have a file for. */
export function missingNote(node: ProblemNode): MissingNote | null {
  if (node.kind !== "problem" && node.kind !== "target") return null;
  const [first] = problemsOf(node);
  return first?.target && missingTargetRules.includes(first.rule) && isNoteTarget(first.target)
    ? { target: first.target, from: first.path }
    : null;
}

/** Make the missing note, empty, where the user wants new notes or the links say, and open it. Never over another file. */
export async function createNote({ target, from }: MissingNote, app: App): Promise<void> {
  const { vault, workspace, fileManager } = app;
  const name = `${withoutExtension(target).replace(/^\//, "")}.md`;
  const folder = fileManager.getNewFileParent(from, name);
  const path = target.includes("/") || folder.isRoot() ? name : `${folder.path}/${name}`;
  if (await vault.adapter.exists(path)) {
    new PluginNotice(texts.shared.isThere(path));
    return;
  }
  const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (parent !== "" && !vault.getFolderByPath(parent)) await vault.createFolder(parent);
  await workspace.getLeaf(false).openFile(await vault.create(path, ""));
  uncoverMainArea(workspace);
}

/** Not a path from the note's own folder, not an attachment, and none of the characters that a system or a link forbids. */
function isNoteTarget(target: string): boolean {
  return !/^\.|[\\:*?"<>|#^[\]]|\/$|\/\/|\/\.|\.(?!md$)[a-z0-9]{1,5}$/i.test(target);
}
