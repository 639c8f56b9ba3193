import { type App } from "obsidian";
import type { NoteType } from "../../journal/conventions.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { titleFault } from "../../writing/title.ts";
import { ChooseModal } from "../choose-modal.ts";
import { reasonOf } from "../read-note.ts";
import { AskText } from "../settings/ask-text.ts";
import { makeNote, type MissingTarget } from "./make-note.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** Where the types and their notes are known from. */
export interface NoteSource {
  /** Replaced when the config changes: ask for it each time. */
  readonly index: VaultIndex;
  /** Is over when the vault has been read: before that, note ids that are used look free. */
  readonly ready: Promise<void>;
}

/** Ask for the type of a new note, if there are several, and for its title; make it and open it. */
export async function askForNote(app: App, source: NoteSource): Promise<void> {
  await source.ready;
  chooseType(app, source, (type) => {
    new AskText(app, {
      title: texts.newNote.ask(type.code),
      detail: texts.newNote.title,
      button: texts.newNote.create,
      validate: titleFault,
      take: (title) => void make(title, type, app, source),
    }).open();
  });
}

/** Make the note that links are missing as one of a type, which is asked for if there are several, and open it. */
export async function askForTarget(missing: MissingTarget, app: App, source: NoteSource): Promise<void> {
  await source.ready;
  chooseType(app, source, (type) => void make(missing, type, app, source));
}

/** What `askForTarget` is called in a menu; null if there are no types. */
export function titleForTarget({ target }: MissingTarget, { index }: NoteSource): string | null {
  const [first, ...more] = index.conventions.types;
  if (first === undefined) return null;
  return more.length > 0 ? texts.newNote.createOfType(target) : texts.newNote.createOf(target, first.code);
}

function chooseType(app: App, { index }: NoteSource, take: (type: NoteType) => void): void {
  const { types } = index.conventions;
  const [first, ...more] = types;
  if (first === undefined) new PluginNotice(texts.newNote.noTypes);
  else if (more.length === 0) take(first);
  else {
    const choices = types.map((type) => ({
      text: texts.newNote.type(type),
      take: () => {
        take(type);
      },
    }));
    new ChooseModal(app, texts.newNote.chooseType, choices).open();
  }
}

/** The world's failures end here, in a notice, as does what there can be no note of. */
async function make(
  wanted: string | MissingTarget,
  type: NoteType,
  app: App,
  { index }: NoteSource,
): Promise<void> {
  try {
    const fault = await makeNote(wanted, type, app, index);
    if (fault !== null) new PluginNotice(fault);
  } catch (error) {
    new PluginNotice(texts.newNote.failed(reasonOf(error)));
  }
}
