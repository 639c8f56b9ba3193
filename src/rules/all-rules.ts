import { ambiguousLink } from "./ambiguous-link.ts";
import { duplicateNoteId } from "./duplicate-note-id.ts";
import { duplicateTag } from "./duplicate-tag.ts";
import { invalidFrontmatter } from "./invalid-frontmatter.ts";
import { linkToDraft } from "./link-to-draft.ts";
import { malformedCssclass } from "./malformed-cssclass.ts";
import { malformedLinkage } from "./malformed-linkage.ts";
import { malformedNoteId } from "./malformed-note-id.ts";
import { malformedTag } from "./malformed-tag.ts";
import { missingProperty } from "./missing-property.ts";
import { noteIdDate } from "./note-id-date.ts";
import { placeholderLink } from "./placeholder-link.ts";
import { propertyType } from "./property-type.ts";
import type { Rule } from "./rule.ts";
import { unknownLinkageTag } from "./unknown-linkage-tag.ts";
import { unresolvedLink } from "./unresolved-link.ts";
import { unresolvedSubpath } from "./unresolved-subpath.ts";

/** Every rule, in the order in which they are listed: properties, links, the linkage block. */
export const allRules: readonly Rule[] = [
  invalidFrontmatter,
  missingProperty,
  propertyType,
  malformedNoteId,
  noteIdDate,
  duplicateNoteId,
  malformedTag,
  duplicateTag,
  malformedCssclass,
  unresolvedLink,
  placeholderLink,
  unresolvedSubpath,
  ambiguousLink,
  linkToDraft,
  malformedLinkage,
  unknownLinkageTag,
];
