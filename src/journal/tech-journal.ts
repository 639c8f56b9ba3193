import type { Conventions, NoteType } from "./conventions.ts";

const techJournalType: NoteType = {
  code: "TJ",
  classes: ["tech-journal"],
  tags: ["tech-journal"],
  folders: [],
  required: ["title", "tags", "draft", "description", "created", "updated", "note_id", "cssclasses"],
  properties: [],
  sections: [],
  linkage: "required",
  ending: "#",
};

/** What holds where no `linkage.yaml` says otherwise: the tech journal, with its one note type `TJ`. */
export const techJournal: Conventions = {
  types: [techJournalType],
  listsTypes: false,
  classes: null,
  ignore: [],
  lintExcluded: false,
  excluded: null,
  site: null,
  placeholders: [],
  rules: new Map(),
};
