import { type CodesOfFolder, type Inference, isWithoutSources } from "../inference/inference.ts";
import { commentedOut, commentLines, entryLines, itemLine } from "./commented-yaml.ts";
import { countOf } from "./count.ts";
import { percentOf } from "./percent.ts";
import { typeLines, uncodedLines } from "./type-lines.ts";

/**
 * The text of a `linkage.yaml` that says what has been inferred, each line with its evidence. What the notes do not tell
 * for sure stands behind a `#`, to be taken away. Read back it gives the inferred conventions, and no mistake.
 */
export function conventionsFile(inference: Inference): string {
  const parts = [
    introduction(inference),
    ...(inference.types.length === 0 ? [] : typesPart(inference)),
    sitePart(inference),
    ...(inference.conventions.rules.size === 0 ? [] : [rulesPart(inference)]),
    ...(inference.placeholders.length === 0 ? [] : [placeholdersPart(inference)]),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function introduction({ types, notes }: Inference): readonly string[] {
  const seen = `The conventions of this vault, as Linkage found them in its ${countOf(notes, "note")}.`;
  if (types.length > 0)
    return commentLines(
      "",
      `${seen} Per cents are of the notes of a type. Change what is not meant: this file is yours.`,
    );
  return [
    ...commentLines(
      "",
      `${seen} No note types: it takes 5 notes with the same code in their note ids or, where there are none, with a class, tag and folder that go together. Until then those of the tech journal hold: one note type, TJ.`,
    ),
    "",
    ...sampleType,
  ];
}

/** How a note type is written, for a writer who knows of one that the notes do not show. */
const sampleType = commentedOut([
  "types:",
  "  MR:",
  "    classes: [market-report]",
  "    tags: [market-report]",
  "    folders: [Notes/Market Reports]",
  "    required: [title, tags, created]",
  "    sections: [my take]",
]);

function typesPart({ types, uncoded }: Inference): readonly (readonly string[])[] {
  const others =
    uncoded.length === 0
      ? []
      : [
          "",
          ...commentLines("  ", "These go together, too. For a note type of theirs take away the `#`:"),
          ...uncoded.flatMap(uncodedLines),
        ];
  return [
    entryLines("", "extends", "none", "the note types below are all, the built-in one left out"),
    ["types:", ...types.flatMap((type, at) => [...(at === 0 ? [] : [""]), ...typeLines(type)]), ...others],
  ];
}

function sitePart({ site }: Inference): readonly string[] {
  if (site !== null) return entryLines("", "site", site.site, `as ${site.file} says`);
  const comment = "or publish: check links as the site resolves them, too";
  return commentedOut(entryLines("", "site", "quartz", comment));
}

function rulesPart(inference: Inference): readonly string[] {
  const { rules } = inference.conventions;
  return [
    "rules:",
    ...[...rules].flatMap(([id, { ignore }]) => [
      ...reasonsFor(id, inference).flatMap((reason) => commentLines("  ", reason)),
      `  ${id}:`,
      ...entryLines("    ", "ignore", ignore),
    ]),
  ];
}

function reasonsFor(rule: string, { types, otherCodes }: Inference): readonly string[] {
  if (rule === "unknown-note-type") return otherCodes.map(otherCodesOf);
  return types
    .filter((each) => isWithoutSources(each) && each.type.folders.length > 0)
    .map(
      ({ type, sources, notes }) => `${percentOf(sources, notes)} of the ${type.code} notes have a source.`,
    );
}

/** What a folder's note ids have instead of the code of a type. */
export function otherCodesOf({ folder, notes, codes }: CodesOfFolder): string {
  return `${countOf(notes, "note id")} in ${folder} have ${countOf(codes, "code")} of no type.`;
}

function placeholdersPart({ placeholders }: Inference): readonly string[] {
  const comment =
    "No file has these names, and 5 notes or more link to each. To keep them so take away the `#`:";
  return [
    ...commentLines("", comment),
    "# placeholders:",
    ...placeholders.map(({ name, notes }) => itemLine("#   ", name, countOf(notes, "note"))),
  ];
}
