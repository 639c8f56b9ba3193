import { allRules } from "../rules/all-rules.ts";

/** What a key of `linkage.yaml` is for, by its place: `types.*.tags`, where a star is any name. Null where nothing is to be said. */
export function configDescription(place: string): string | null {
  const [first, id, option] = place.split(".");
  if (first !== "rules" || id === undefined) return words[place] ?? null;
  if (option !== undefined) return words[`rules.*.${option}`] ?? options[`${id}.${option}`] ?? null;
  return allRules.find((rule) => rule.id === id)?.summary ?? null;
}

const words: Readonly<Record<string, string>> = {
  extends: "Which note types are built in: the tech journal's TJ, which holds if nothing is said, or none.",
  ignore: "Globs of notes that no rule speaks of.",
  lintExcluded: "Also lint the app's templates folder and excluded files.",
  site: "What the site is made with: quartz, which resolves links in its own way, or publish, where notes with publish: true are published.",
  placeholders: "Targets without a file that notes link to on purpose.",
  classes: "CSS classes besides those of types and snippets; if given, others are reported.",
  types: "Note types, by the code in their note ids: one to four capitals.",
  "types.*": "How to tell notes of this type, and what each of them must have.",
  "types.*.classes": "Classes in cssclasses that tell the type; the first is the one to insert.",
  "types.*.tags": "Tags that tell the type; the first is the one to insert.",
  "types.*.folders": "Folders with notes of the type, from the top of the vault.",
  "types.*.required": "Properties that each note of the type must have.",
  "types.*.properties": "What is in properties of the type's notes, required or not.",
  "types.*.properties.*": "A kind, a list of the values that it may have, or both by name.",
  "types.*.properties.*.kind": "What the property holds; datetime is a day with a time.",
  "types.*.properties.*.values": "The values that the property, or each of its items, may have.",
  "types.*.sections": "Headings that each note of the type must have; a new note has them in this order.",
  "types.*.linkage": "Whether each note of the type must have a linkage block.",
  "types.*.ending": "The line that a new note of the type ends with.",
  rules: "Rules by id: a severity, or a map of severity, ignore and the rule's options.",
  "rules.*.severity": "How much it matters what the rule finds, or off.",
  "rules.*.ignore": "Globs of notes that the rule does not speak of.",
};

/** By rule and name. */
const options: Readonly<Record<string, string>> = {
  "empty-section.ignoreHeadings": "Headings below which nothing need stand.",
  "misspelt-property.known": "Names that are right as they are.",
  "unused-attachment.ignoreFiles": "Globs of files that are no attachments.",
  "unresolved-link.ignoreTargets": "Globs of targets that are not reported.",
};
