import type { LinkageBlock, LinkageFault, LinkageGroup, LinkageItem } from "../note.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";

const markups = ["linkage-tree", "linkage"] as const;
const itemKinds = ["tag", "link", "text"] as const;
const faultKinds = ["blank-line", "blank-beside-text", "unclosed-tag", "unexpected-close"] as const;

/** Write a linkage block with all that is in it. */
export function writeLinkageBlock(writer: MarkWriter, block: LinkageBlock): void {
  writer.kind(markups, block.markup);
  writer.range(block.from, block.to);
  writer.list(block.groups, writeGroup);
  writer.list(block.faults, writeFault);
}

/** What {@link writeLinkageBlock} wrote. */
export function readLinkageBlock(reader: MarkReader): LinkageBlock {
  const markup = reader.kind(markups);
  const { from, to } = reader.range();
  return { markup, groups: reader.list(readGroup), faults: reader.list(readFault), from, to };
}

function writeGroup(writer: MarkWriter, group: LinkageGroup): void {
  writer.text(group.label);
  writer.range(group.from, group.to);
  writer.list(group.items, writeItem);
}

function readGroup(reader: MarkReader): LinkageGroup {
  const label = reader.text();
  const { from, to } = reader.range();
  return { label, from, to, items: reader.list(readItem) };
}

function writeItem(writer: MarkWriter, item: LinkageItem): void {
  writer.kind(itemKinds, item.kind);
  writer.range(item.from, item.to);
  writer.text(item.text);
  writer.range(item.textRange.from, item.textRange.to);
}

function readItem(reader: MarkReader): LinkageItem {
  const kind = reader.kind(itemKinds);
  const { from, to } = reader.range();
  return { kind, text: reader.text(), textRange: reader.range(), from, to };
}

function writeFault(writer: MarkWriter, fault: LinkageFault): void {
  writer.kind(faultKinds, fault.kind);
  writer.range(fault.from, fault.to);
  writer.text(fault.tag);
}

function readFault(reader: MarkReader): LinkageFault {
  const kind = reader.kind(faultKinds);
  const { from, to } = reader.range();
  return { kind, tag: reader.text(), from, to };
}
