import type { Frontmatter, Property, PropertyItem, YamlFault } from "../note.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";
import { readValue, writeValue } from "./values.ts";

const states = ["none", "unclosed", "late", "unreadable", "read"] as const;
const faultKinds = ["syntax", "not-a-map", "repeated-key"] as const;

/** Write the frontmatter. */
export function writeFrontmatter(writer: MarkWriter, frontmatter: Frontmatter): void {
  writer.kind(states, frontmatter.state);
  writer.range(frontmatter.from, frontmatter.to);
  writer.range(frontmatter.yaml.from, frontmatter.yaml.to);
  writer.list(frontmatter.properties, writeProperty);
  writer.list(frontmatter.faults, writeFault);
}

/** What {@link writeFrontmatter} wrote. */
export function readFrontmatter(reader: MarkReader): Frontmatter {
  const state = reader.kind(states);
  const { from, to } = reader.range();
  const yaml = reader.range();
  return { state, from, to, yaml, properties: reader.list(readProperty), faults: reader.list(readFault) };
}

/** Of a list the items are written alone: their values are the list's. */
function writeProperty(writer: MarkWriter, property: Property): void {
  const { key, keyRange, value, valueRange, items, written = null } = property;
  writer.text(key);
  writer.range(keyRange.from, keyRange.to);
  writer.range(valueRange.from, valueRange.to);
  writer.maybe(written);
  writer.flag(items !== null);
  if (items === null) writeValue(writer, value);
  else writer.list(items, writeItem);
}

function readProperty(reader: MarkReader): Property {
  const key = reader.text();
  const keyRange = reader.range();
  const valueRange = reader.range();
  const written = reader.maybe();
  const items = reader.flag() ? reader.list(readItem) : null;
  const value = items === null ? readValue(reader) : items.map((item) => item.value);
  return written === null
    ? { key, keyRange, value, valueRange, items }
    : { key, keyRange, value, valueRange, items, written };
}

function writeItem(writer: MarkWriter, item: PropertyItem): void {
  writeValue(writer, item.value);
  writer.range(item.from, item.to);
  writer.maybe(item.written ?? null);
}

function readItem(reader: MarkReader): PropertyItem {
  const value = readValue(reader);
  const { from, to } = reader.range();
  const written = reader.maybe();
  return written === null ? { value, from, to } : { value, from, to, written };
}

function writeFault(writer: MarkWriter, fault: YamlFault): void {
  writer.kind(faultKinds, fault.kind);
  writer.text(fault.detail);
  writer.range(fault.from, fault.to);
}

function readFault(reader: MarkReader): YamlFault {
  const kind = reader.kind(faultKinds);
  const detail = reader.text();
  const { from, to } = reader.range();
  return { kind, detail, from, to };
}
