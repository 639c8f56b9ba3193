import { keepingLast } from "../../src/text/keeping-last.ts";

test("asks once for one argument after another", () => {
  const asked: string[] = [];
  const lengthOf = keepingLast((text: string) => {
    asked.push(text);
    return text.length;
  });
  expect(["ab", "ab", "c", "ab", "ab"].map(lengthOf)).toEqual([2, 2, 1, 2, 2]);
  expect(asked).toEqual(["ab", "c", "ab"]);
});

test("keeps an answer that is nothing, too", () => {
  let asked = 0;
  const nothing = keepingLast((_: string | undefined) => {
    asked += 1;
    return undefined;
  });
  nothing(undefined);
  nothing(undefined);
  expect(asked).toBe(1);
});
