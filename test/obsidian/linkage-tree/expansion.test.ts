import { Expansion, KEY_END } from "../../../src/obsidian/linkage-tree/expansion.ts";

test("what is kept is what was said last, of few trees and few rows", () => {
  const expansion = new Expansion();
  for (let at = 0; at < 300; at++) expansion.set(`${String(at)}.md`, "links", true);
  for (let at = 0; at < 500; at++) expansion.set(`7.md${KEY_END}links`, String(at), at % 2 === 0);
  const kept = expansion.kept();
  expect(kept).toHaveLength(50);
  expect(kept.at(-1)?.[0]).toBe("7.md");
  expect(kept.at(-1)?.[1]).toHaveLength(200);
  const again = new Expansion(kept);
  expect(again.of(`7.md${KEY_END}links`, "498")).toBe(true);
  expect(again.of(`7.md${KEY_END}links`, "499")).toBe(false);
  expect(again.of(`7.md${KEY_END}links`, "0")).toBeNull();
  expect(again.of("299.md", "links")).toBe(true);
  expect(again.of("99.md", "links")).toBeNull();
  expect(again.kept()).toEqual(kept);
});

test("a tree that has another key keeps what was said of its rows", () => {
  const expansion = new Expansion();
  expansion.set("a.md", "links", false);
  expansion.set(`a.md${KEY_END}links`, "b.md", true);
  expansion.set("a.md.md", "links", true);
  expansion.rename("a.md", "c.md");
  expect(expansion.of("c.md", "links")).toBe(false);
  expect([...expansion.expandedBelow(`c.md${KEY_END}links`)]).toEqual(["b.md"]);
  expect(expansion.of("a.md", "links")).toBeNull();
  expect(expansion.of("a.md.md", "links")).toBe(true);
});
