import { fc, test as law } from "@fast-check/jest";
import { filterInSteps, finish, mapInSteps, sortInSteps, type Steps } from "../../src/text/steps.ts";

/** How many calls each step makes of the function that `begin` is given. */
function callsByStep(begin: (call: () => void) => Steps<unknown>): readonly number[] {
  let calls = 0;
  const steps = begin(() => {
    calls++;
  });
  const counts: number[] = [];
  for (let isDone = false; !isDone; calls = 0) {
    isDone = steps.next().done === true;
    counts.push(calls);
  }
  return counts;
}

const numbers = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);

test("no step maps or filters more than 200 items", () => {
  for (const way of [mapInSteps<number, boolean>, filterInSteps<number>]) {
    const counts = callsByStep((call) =>
      way(numbers, () => {
        call();
        return true;
      }),
    );
    expect(Math.max(...counts)).toBe(200);
    expect(counts.reduce((sum, count) => sum + count)).toBe(10_000);
  }
});

test("no step compares more than sorting 1,000 items takes", () => {
  const counts = callsByStep((call) =>
    sortInSteps(numbers, (a, b) => {
      call();
      return a - b;
    }),
  );
  expect(Math.max(...counts)).toBeLessThan(10_000);
});

law.prop([fc.array(fc.tuple(fc.nat(20), fc.nat()), { maxLength: 3000, size: "max" })])(
  "what is sorted in steps is what is sorted at once",
  (pairs) => {
    const compare = ([a]: readonly [number, number], [b]: readonly [number, number]): number => a - b;
    expect(finish(sortInSteps(pairs, compare))).toEqual([...pairs].sort(compare));
  },
);
