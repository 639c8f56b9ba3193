import { lazily } from "../../src/text/lazily.ts";

test("is made when it is first asked for, and once", () => {
  const make = jest.fn(() => null);
  const value = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([null, null]);
  expect(make).toHaveBeenCalledTimes(1);
});

test("is made again where it could not be", () => {
  let times = 0;
  const value = lazily(() => {
    if (++times === 1) throw new RangeError("not yet");
    return times;
  });
  expect(value).toThrow(RangeError);
  expect(value()).toBe(2);
});
