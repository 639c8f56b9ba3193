import { fc, test } from "@fast-check/jest";
import { similarityKey } from "../../src/vault/near-names.ts";
import { haveSameWords } from "../../src/vault/same-words.ts";

const same = [
  ["Zero-Click Reality", "zero click reality"],
  ["gpt-4 release", "GPT 4 release"],
  ["spacex demo-2", "SpaceX demo 2"],
  ["snake_case", "snake case"],
  ["Field   Notes", "Field-Notes"],
  ["Flash wear, again!", "flash wear again"],
  ["Plan (B)", "Plan B"],
  ["What’s new", "whats new"],
  ["a - b", "a b"],
  ["Dr. Who", "dr who"],
  ["v1.7", "v1-7"],
  ["AI/ML", "ai/ml"],
  ["/Field Notes", "field-notes"],
  ["“Quoted” name", "quoted name"],
  ["Caf\u00E9", "CAFE\u0301"],
  ["東京、タワー", "東京 タワー"],
  ["_index", "_Index"],
] as const;

const other = [
  ["re-sign", "resign"],
  ["e-mail", "email"],
  ["TechJournal", "Tech Journal"],
  ["2024/Q1", "2024 Q1"],
  ["2024\\Q1", "2024 Q1"],
  ["__init__", "init"],
  ["_index", "index"],
  ["foo_", "foo"],
  ["a _b_ c", "a b c"],
  [".net", "net"],
  ["Team -2", "Team 2"],
  ["Team –2", "Team 2"],
  ["U.S. trade", "US trade"],
  ["東京タワー", "東京 タワー"],
  ["C++", "C"],
] as const;

test.each(same)("%j says the words of %j", (one, two) => {
  expect(haveSameWords(one, two)).toBe(true);
  expect(haveSameWords(two, one)).toBe(true);
});

test.each(other)("%j may mean something else than %j", (one, two) => {
  expect(haveSameWords(one, two)).toBe(false);
  expect(haveSameWords(two, one)).toBe(false);
});

const name = fc.string({
  unit: fc.constantFrom("a", "B", "1", " ", "-", "_", "/", ".", "'", "&"),
  maxLength: 8,
});

test.prop([name, name])("names of the same words are alike", (one, two) => {
  fc.pre(haveSameWords(one, two));
  expect(similarityKey(one)).toBe(similarityKey(two));
});

test.prop([name])("any name says its own words", (any) => {
  expect(haveSameWords(any, any.toUpperCase())).toBe(true);
});
