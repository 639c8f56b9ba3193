import type { BlockId, Heading, SuppressedRule, Suppression, Tag } from "../note.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";

const suppressionKinds = ["next-line", "next-block", "disable", "enable", "note"] as const;

/** Write a heading. */
export function writeHeading(writer: MarkWriter, heading: Heading): void {
  writer.number(heading.level);
  writer.text(heading.text);
  writer.range(heading.from, heading.to);
  writer.flag(heading.isBare);
}

/** What {@link writeHeading} wrote. */
export function readHeading(reader: MarkReader): Heading {
  const level = reader.number();
  const text = reader.text();
  const { from, to } = reader.range();
  return { level, text, from, to, isBare: reader.flag() };
}

/** Write a tag of the body. */
export function writeTag(writer: MarkWriter, tag: Tag): void {
  writer.text(tag.tag);
  writer.range(tag.from, tag.to);
}

/** What {@link writeTag} wrote. */
export function readTag(reader: MarkReader): Tag {
  const tag = reader.text();
  const { from, to } = reader.range();
  return { tag, from, to };
}

/** Write a block's name. */
export function writeBlockId(writer: MarkWriter, blockId: BlockId): void {
  writer.text(blockId.id);
  writer.range(blockId.from, blockId.to);
}

/** What {@link writeBlockId} wrote. */
export function readBlockId(reader: MarkReader): BlockId {
  const id = reader.text();
  const { from, to } = reader.range();
  return { id, from, to };
}

/** Write a suppression with the rules that it names. */
export function writeSuppression(writer: MarkWriter, suppression: Suppression): void {
  writer.kind(suppressionKinds, suppression.kind);
  writer.list(suppression.rules, writeRule);
  writer.number(suppression.next);
  writer.range(suppression.from, suppression.to);
}

/** What {@link writeSuppression} wrote. */
export function readSuppression(reader: MarkReader): Suppression {
  const kind = reader.kind(suppressionKinds);
  const rules = reader.list(readRule);
  const next = reader.number();
  const { from, to } = reader.range();
  return { kind, rules, next, from, to };
}

function writeRule(writer: MarkWriter, rule: SuppressedRule): void {
  writer.text(rule.id);
  writer.range(rule.from, rule.to);
}

function readRule(reader: MarkReader): SuppressedRule {
  const id = reader.text();
  const { from, to } = reader.range();
  return { id, from, to };
}
