import { examples as ambiguousLink } from "./ambiguous-link.ts";
import { examples as copiedLinkage } from "./copied-linkage.ts";
import { examples as dateOrder } from "./date-order.ts";
import { examples as duplicateNoteId } from "./duplicate-note-id.ts";
import { examples as duplicateTag } from "./duplicate-tag.ts";
import { examples as duplicateTitle } from "./duplicate-title.ts";
import { examples as emptySection } from "./empty-section.ts";
import type { Example } from "./example.ts";
import { examples as incompleteLinkage } from "./incomplete-linkage.ts";
import { examples as invalidFrontmatter } from "./invalid-frontmatter.ts";
import { examples as linkInHtml } from "./link-in-html.ts";
import { examples as linkToDraft } from "./link-to-draft.ts";
import { examples as malformedCssclass } from "./malformed-cssclass.ts";
import { examples as malformedDate } from "./malformed-date.ts";
import { examples as malformedLink } from "./malformed-link.ts";
import { examples as malformedLinkage } from "./malformed-linkage.ts";
import { examples as malformedNoteId } from "./malformed-note-id.ts";
import { examples as malformedTag } from "./malformed-tag.ts";
import { examples as missingLinkage } from "./missing-linkage.ts";
import { examples as missingProperty } from "./missing-property.ts";
import { examples as missingSection } from "./missing-section.ts";
import { examples as missingSource } from "./missing-source.ts";
import { examples as missingTypeTag } from "./missing-type-tag.ts";
import { examples as misspeltProperty } from "./misspelt-property.ts";
import { examples as noteIdDate } from "./note-id-date.ts";
import { examples as noteIdType } from "./note-id-type.ts";
import { examples as placeholderLink } from "./placeholder-link.ts";
import { examples as propertyValue } from "./property-value.ts";
import { examples as propertyType } from "./property-type.ts";
import { examples as repeatedHeading } from "./repeated-heading.ts";
import { examples as siteLink } from "./site-link.ts";
import { examples as tagSpelling } from "./tag-spelling.ts";
import { examples as titleHeading } from "./title-heading.ts";
import { examples as unknownCssclass } from "./unknown-cssclass.ts";
import { examples as unknownLinkageTag } from "./unknown-linkage-tag.ts";
import { examples as unknownNoteType } from "./unknown-note-type.ts";
import { examples as unresolvedLink } from "./unresolved-link.ts";
import { examples as unresolvedSubpath } from "./unresolved-subpath.ts";
import { examples as unusedAttachment } from "./unused-attachment.ts";
import { examples as unusedSuppression } from "./unused-suppression.ts";
import { examples as withoutLinks } from "./without-links.ts";

/** The examples of every rule, by its id. For the command line and the tests: the plugin does without them. */
export const allExamples: ReadonlyMap<string, readonly Example[]> = new Map([
  ["invalid-frontmatter", invalidFrontmatter],
  ["missing-property", missingProperty],
  ["property-type", propertyType],
  ["property-value", propertyValue],
  ["misspelt-property", misspeltProperty],
  ["malformed-note-id", malformedNoteId],
  ["unknown-note-type", unknownNoteType],
  ["note-id-date", noteIdDate],
  ["note-id-type", noteIdType],
  ["duplicate-note-id", duplicateNoteId],
  ["malformed-tag", malformedTag],
  ["duplicate-tag", duplicateTag],
  ["tag-spelling", tagSpelling],
  ["missing-type-tag", missingTypeTag],
  ["malformed-cssclass", malformedCssclass],
  ["unknown-cssclass", unknownCssclass],
  ["malformed-date", malformedDate],
  ["date-order", dateOrder],
  ["title-heading", titleHeading],
  ["duplicate-title", duplicateTitle],
  ["unresolved-link", unresolvedLink],
  ["placeholder-link", placeholderLink],
  ["unresolved-subpath", unresolvedSubpath],
  ["ambiguous-link", ambiguousLink],
  ["link-to-draft", linkToDraft],
  ["site-link", siteLink],
  ["link-in-html", linkInHtml],
  ["malformed-link", malformedLink],
  ["without-links", withoutLinks],
  ["unused-attachment", unusedAttachment],
  ["missing-linkage", missingLinkage],
  ["malformed-linkage", malformedLinkage],
  ["unknown-linkage-tag", unknownLinkageTag],
  ["incomplete-linkage", incompleteLinkage],
  ["copied-linkage", copiedLinkage],
  ["missing-section", missingSection],
  ["empty-section", emptySection],
  ["repeated-heading", repeatedHeading],
  ["missing-source", missingSource],
  ["unused-suppression", unusedSuppression],
]);
