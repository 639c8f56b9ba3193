import { ProblemList } from "../../src/report/problem-list.ts";
import { problem } from "./problems.ts";

test("one file between two others may have more problems than a call takes arguments", () => {
  const list = new ProblemList();
  list.push(problem({ path: "a.md" }));
  list.push(problem({ path: "c.md" }));
  list.replace("b.md", Array(200_000).fill(problem({ path: "b.md" })));
  expect(list.length).toBe(200_002);
  expect([list.first?.path, list.all[1]?.path, list.all.at(-1)?.path]).toEqual(["a.md", "b.md", "c.md"]);
});
