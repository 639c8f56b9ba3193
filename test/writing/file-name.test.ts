import { fileNameFor, isFileName } from "../../src/writing/file-name.ts";
import { titleFault } from "../../src/writing/title.ts";

const family = "👨‍👩‍👧";

test.each([
  ["a quiet rollout", "a quiet rollout"],
  ["shelf labels: a quiet rollout", "shelf labels a quiet rollout"],
  ["TCP/IP at 10:30", "TCP-IP at 10-30"],
  ['what "is" it?', "what is it"],
  ["C# and C++", "C and C++"],
  ["[[a]] | b^c <d>", "a b-c d"],
  ["100%% sure, 5% not", "100 sure, 5% not"],
  ["  two   blanks ", "two blanks"],
  ["no\u00A0break", "no break"],
  ["...and then...", "and then"],
  [".env files", "env files"],
  ["-1 @home %", "-1 @home %"],
  ["con", "con_"],
  ["NUL.txt", "NUL_.txt"],
  ["Console", "Console"],
  ["cafe\u0301", "caf\u00E9"],
  ["\u200Fשלום עולם", "שלום עולם"],
  [`${family} day`, `${family} day`],
  ["?!?", "!"],
  ["???", null],
  [" . ", null],
  ["\uD800", null],
])("the file of a note called %j is called %j", (title, name) => {
  expect(fileNameFor(title)).toBe(name);
  if (name !== null) expect(isFileName(name)).toBe(true);
});

test.each([
  ["words, at a blank", "word ".repeat(60), "word ".repeat(50).trim()],
  ["one long word", "x".repeat(300), "x".repeat(251)],
  ["letters of three bytes", "語".repeat(100), "語".repeat(83)],
  ["characters of several parts, whole", family.repeat(20), family.repeat(13)],
])("a long name is cut: %s", (_, title, name) => {
  expect(fileNameFor(title)).toBe(name);
  expect(Buffer.byteLength(`${name}.md`)).toBeLessThanOrEqual(255);
});

test.each([
  [" ", "The title is empty, expected some words"],
  ["a\nb", 'The title "a b" has a line break or a control character, expected one line of text'],
  ["a\u0007b", 'The title "a\u0007b" has a line break or a control character, expected one line of text'],
  ["#?", 'The title "#?" has no character that a file name can have, expected some words'],
  ["#1?", null],
])("what is wrong with the title %j: %s", (title, fault) => {
  expect(titleFault(title)).toBe(fault);
});
