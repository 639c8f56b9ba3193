import { ambiguousLink } from "./ambiguous-link.ts";
import { copiedLinkage } from "./copied-linkage.ts";
import { dateOrder } from "./date-order.ts";
import { duplicateNoteId } from "./duplicate-note-id.ts";
import { duplicateTag } from "./duplicate-tag.ts";
import { duplicateTitle } from "./duplicate-title.ts";
import { emptySection } from "./empty-section.ts";
import { incompleteLinkage } from "./incomplete-linkage.ts";
import { invalidFrontmatter } from "./invalid-frontmatter.ts";
import { linkInHtml } from "./link-in-html.ts";
import { linkToDraft } from "./link-to-draft.ts";
import { malformedCssclass } from "./malformed-cssclass.ts";
import { malformedDate } from "./malformed-date.ts";
import { malformedLink } from "./malformed-link.ts";
import { malformedLinkage } from "./malformed-linkage.ts";
import { malformedNoteId } from "./malformed-note-id.ts";
import { malformedTag } from "./malformed-tag.ts";
import { missingLinkage } from "./missing-linkage.ts";
import { missingProperty } from "./missing-property.ts";
import { missingSection } from "./missing-section.ts";
import { missingSource } from "./missing-source.ts";
import { missingTypeTag } from "./missing-type-tag.ts";
import { misspeltProperty } from "./misspelt-property.ts";
import { noteIdDate } from "./note-id-date.ts";
import { noteIdType } from "./note-id-type.ts";
import { placeholderLink } from "./placeholder-link.ts";
import { propertyValue } from "./property-value.ts";
import { propertyType } from "./property-type.ts";
import { repeatedHeading } from "./repeated-heading.ts";
import type { Rule } from "./rule.ts";
import { siteLink } from "./site-link.ts";
import { tagSpelling } from "./tag-spelling.ts";
import { titleHeading } from "./title-heading.ts";
import { unknownCssclass } from "./unknown-cssclass.ts";
import { unknownLinkageTag } from "./unknown-linkage-tag.ts";
import { unknownNoteType } from "./unknown-note-type.ts";
import { unresolvedLink } from "./unresolved-link.ts";
import { unresolvedSubpath } from "./unresolved-subpath.ts";
import { unusedAttachment } from "./unused-attachment.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { withoutLinks } from "./without-links.ts";

/** Every rule, in the order in which they are listed: properties, links, the linkage block, structure. */
export const allRules: readonly Rule[] = [
  invalidFrontmatter,
  missingProperty,
  propertyType,
  propertyValue,
  misspeltProperty,
  malformedNoteId,
  unknownNoteType,
  noteIdDate,
  noteIdType,
  duplicateNoteId,
  malformedTag,
  duplicateTag,
  tagSpelling,
  missingTypeTag,
  malformedCssclass,
  unknownCssclass,
  malformedDate,
  dateOrder,
  titleHeading,
  duplicateTitle,
  unresolvedLink,
  placeholderLink,
  unresolvedSubpath,
  ambiguousLink,
  linkToDraft,
  siteLink,
  linkInHtml,
  malformedLink,
  withoutLinks,
  unusedAttachment,
  missingLinkage,
  malformedLinkage,
  unknownLinkageTag,
  incompleteLinkage,
  copiedLinkage,
  missingSection,
  emptySection,
  repeatedHeading,
  missingSource,
  unusedSuppression,
];
