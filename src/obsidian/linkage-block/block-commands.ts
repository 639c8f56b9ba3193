import { type Editor, type Plugin } from "obsidian";
import { blockUpdate } from "../../linkage/block-update.ts";
import { faultMessage } from "../../linkage/fault-message.ts";
import type { Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { insertLinkageBlock } from "../../rules/repairs/linkage-insert.ts";
import { positionAt } from "../../text/lines.ts";
import type { TextEdit } from "../../text/range.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { isNote } from "../note-at-hand.ts";
import { applyFix } from "../problem-at-cursor.ts";
import type { TreeSource } from "../linkage-tree/tree-source.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** What a command is to write into a note, and what it says then; or why it writes nothing. */
interface Outcome {
  readonly edits: readonly TextEdit[];
  readonly said: string;
}

/** Add the commands that write linkage blocks: one where the note has none, the other where it has one. */
export function addBlockCommands(plugin: Plugin, source: TreeSource): void {
  const add = (id: string, name: string, hasBlock: boolean, decide: Decide): void => {
    plugin.addCommand({
      id,
      name,
      editorCheckCallback: (checking, editor, { file }) => {
        if (!isNote(file)) return false;
        const { linkageBlocks } = parseNote(file.path, editor.getValue());
        if (linkageBlocks.length > 0 !== hasBlock) return false;
        if (!checking) void write(editor, file.path, source, decide);
        return true;
      },
    });
  };
  add("insert-block", texts.commands.insertBlock, false, inserted);
  add("update-block", texts.commands.updateBlock, true, updated);
}

type Decide = (note: Note, text: string, vault: VaultIndex) => Outcome;

/** As one step to undo, and only into the text that it was decided for. */
async function write(editor: Editor, path: string, source: TreeSource, decide: Decide): Promise<void> {
  const text = editor.getValue();
  // Where links lead is known when the vault has been read.
  await source.ready;
  if (editor.getValue() !== text) {
    new PluginNotice(texts.linkageBlock.changed);
    return;
  }
  source.setText(path, text);
  const note = source.index.note(path);
  if (note === null) return;
  const { edits, said } = decide(note, text, source.index);
  if (edits.length > 0) applyFix(editor, { edits });
  const [first] = edits;
  if (note.linkageBlocks.length === 0 && first) {
    const at = editor.offsetToPos(first.from + first.insert.length);
    editor.scrollIntoView({ from: at, to: at }, true);
  }
  if (said !== "") new PluginNotice(said);
}

function inserted(note: Note, text: string, vault: VaultIndex): Outcome {
  const found = insertLinkageBlock(note, text, vault);
  switch (found.kind) {
    case "insertion":
      return { edits: [found.edit], said: "" };
    case "nothing":
      return { edits: [], said: texts.linkageBlock.nothing };
    case "no-place":
      return { edits: [], said: texts.linkageBlock.noPlace };
  }
}

function updated(note: Note, text: string, vault: VaultIndex): Outcome {
  const found = blockUpdate(note, text, vault);
  switch (found.kind) {
    case "update":
      return {
        edits: found.edits,
        said: texts.linkageBlock.added(found.added.tags.length, found.added.links.length),
      };
    case "complete":
      return { edits: [], said: texts.linkageBlock.complete };
    case "fault": {
      const { line } = positionAt(note.lines, found.fault.from);
      return { edits: [], said: texts.linkageBlock.fault(line, faultMessage(found.fault)) };
    }
    case "no-place":
      return { edits: [], said: texts.linkageBlock.noList };
    case "unclear":
      return { edits: [], said: texts.linkageBlock.unclear };
  }
}
