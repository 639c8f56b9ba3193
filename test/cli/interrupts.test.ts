import { watchInterrupts } from "../../src/cli/interrupts.mts";

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s is told once, and then kills", (signal) => {
  const others = process.listenerCount(signal);
  const interrupts = watchInterrupts();
  expect([interrupts.came(), process.listenerCount(signal)]).toEqual([false, others + 1]);
  process.emit(signal);
  expect([interrupts.came(), process.listenerCount(signal)]).toEqual([true, others]);
  interrupts.end();
});

test("afterwards no signal is waited for", () => {
  const others = process.listenerCount("SIGINT");
  watchInterrupts().end();
  expect(process.listenerCount("SIGINT")).toBe(others);
});
