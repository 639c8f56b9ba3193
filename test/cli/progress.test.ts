import { PassThrough } from "node:stream";
import { startProgress } from "../../src/cli/progress.mts";

function told(isTTY: boolean, seconds: number): string {
  jest.useFakeTimers({ now: 0 });
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  const progress = startProgress(stream);
  for (let tenths = 0; tenths <= seconds * 10; tenths++) {
    jest.setSystemTime(tenths * 100);
    progress.step("Read", tenths * 1000, 97_000);
  }
  progress.end();
  jest.useRealTimers();
  return String(stream.read() ?? "");
}

test("who waits at a terminal is told after a second, and finds it clean afterwards", () => {
  expect(told(true, 0.9)).toBe("");
  expect(told(true, 1.1)).toBe(
    "\r\u001b[KRead 10,000 of 97,000 notes\r\u001b[KRead 11,000 of 97,000 notes\r\u001b[K",
  );
});

test("elsewhere nothing is said", () => {
  expect(told(false, 5)).toBe("");
});
