import { tableCells } from "../../src/note/table-cells.ts";

test.each([
  ["| a | b |", ["a", "b"]],
  ["a|b", ["a", "b"]],
  ["|a|b", ["a", "b"]],
  ["| | b ||", ["", "b", ""]],
  ["| a |  ", ["a"]],
  ["|", []],
  ["", []],
  ["| [[a\\|b]] | `c\\|d` |", ["[[a\\|b]]", "`c\\|d`"]],
  ["| a\\\\| b |", ["a\\\\", "b"]],
  ["| a\\\\\\| b |", ["a\\\\\\| b"]],
  ["\\| a | b", ["\\| a", "b"]],
  ["|\u00a0a\u00a0|", ["a"]],
])("Cells of %j", (row, cells) => {
  const text = `|x\\${row}|y`;
  const found = tableCells(text, 3, 3 + row.length);
  expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(cells);
});
