import { Component, type Vault } from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";
import type { Note } from "../../note/note.ts";
import type { TextRange } from "../../text/range.ts";
import { positionAt } from "../../text/lines.ts";
import { readNote } from "../read-note.ts";
import type { TreeSource } from "./tree-source.ts";

/** How much of a line is shown in front of a mention, and how much of it in all, in UTF-16 code units. */
const BEFORE = 40;
const LONGEST = 240;

/** How many notes are read at once: a filter asks for the lines of all backlinks. */
const MOST_READ = 100;

/** The lines that mention a note: read when they are first asked for, and again when their note has changed. */
export class MentionLines extends Component {
  private readonly source: TreeSource;
  private readonly vault: Vault;
  private readonly read: () => void;
  /** By path: of which note and mention the line is; null where the text is not what the facts are of. */
  private readonly known = new Map<
    string,
    { readonly note: Note; readonly from: number; readonly line: string | null }
  >();
  private readonly asked = new Set<string>();
  private isOver = false;
  /** Whether lines were asked for that have to wait for others. */
  private isMoreAsked = false;

  /** @param read is called when lines that were asked for have been read */
  constructor(source: TreeSource, vault: Vault, read: () => void) {
    super();
    this.source = source;
    this.vault = vault;
    this.read = read;
  }

  override onunload(): void {
    this.isOver = true;
  }

  /** The line that a backlink's row shows: that of its first mention. Empty: not known yet, or there is none. */
  lineOf({ path, mentions: [mention] }: TreeNode): string {
    return mention && path !== null ? (this.line(path, mention) ?? "") : "";
  }

  /** The line of the note at `path` that holds a range, cut to what lies around it; null: not known yet, or not at all. */
  line(path: string, { from }: TextRange): string | null {
    const note = this.source.index.note(path);
    const known = this.known.get(path);
    if (known && known.note === note && known.from === from) return known.line;
    if (note && !this.asked.has(path)) {
      if (this.asked.size < MOST_READ) void this.ask(note, from);
      else this.isMoreAsked = true;
    }
    // Until then, better an old line than one that comes and goes.
    return known?.line ?? null;
  }

  private async ask(note: Note, from: number): Promise<void> {
    const { path } = note;
    this.asked.add(path);
    const text = await this.textOf(path);
    this.asked.delete(path);
    if (this.isOver) return;
    // The facts may be of another text than the file's of now; then they are about to change.
    const line = text?.length === note.length ? lineAround(text, note, from) : null;
    this.known.set(path, { note, from, line });
    // What waits is asked for again when the rows are drawn; not after each note, for there may be thousands.
    const isTurn = this.isMoreAsked && this.asked.size === 0;
    if (isTurn) this.isMoreAsked = false;
    if (isTurn || (line !== null && !this.isMoreAsked)) this.read();
  }

  private async textOf(path: string): Promise<string | null> {
    const edited = this.source.editedText(path);
    if (edited !== null) return edited;
    const file = this.vault.getFileByPath(path);
    const read = file ? await readNote(file, this.vault) : null;
    return read && "text" in read ? read.text : null;
  }
}

function lineAround(text: string, { lines }: Note, from: number): string {
  const { line, column } = positionAt(lines, from);
  const start = lines[line - 1] ?? 0;
  const begin = column > BEFORE + 1 ? whole(text, from - BEFORE) : start;
  const end = whole(text, Math.min(lines[line] ?? text.length, begin + LONGEST));
  const said = text.slice(begin, end).trim();
  return begin > start ? `…${said}` : said.replace(markup, "");
}

/** What makes a line an item, a quote or a heading. */
const markup = /^(?:(?:[-*+>]|\d+[.)]|#{1,6})\s+)+/;

/** The offset, or the next one if it would part the two halves of a character. */
function whole(text: string, at: number): number {
  const isLowHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isLowHalf ? at + 1 : at;
}
