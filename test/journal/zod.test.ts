import { readFileSync, readdirSync } from "node:fs";
import * as z from "../../src/journal/zod.ts";

test("zod never evaluates code", () => {
  expect(z.config().jitless).toBe(true);
  const evaluate = jest.spyOn(globalThis, "Function");
  expect(z.object({ a: z.string() }).safeParse({ a: "b" }).success).toBe(true);
  expect(evaluate).not.toHaveBeenCalled();
  evaluate.mockRestore();
});

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.m?ts$/.test(path))
  .map((path) => [path, readFileSync(`src/${path}`, "utf8")] as const);

test("nothing else imports zod, or takes it as a value", () => {
  expect(pathsWith(/from "zod/)).toEqual(["journal/zod.ts"]);
  expect(pathsWith(/^import .*\{ (?:type )?z \}/m)).toEqual([]);
});

// The form of reports in JSON is for types and tests only.
const users = pathsWith(/^import \* as z from/m).filter((path) => path !== "report/json.ts");

test("many files use zod", () => {
  expect(users.length).toBeGreaterThan(10);
});

/** To make all schemas took a third of the plugin's start. */
test.each(users)("%s makes no schema when it is loaded", (path) => {
  jest.isolateModules(() => {
    const made: string[] = [];
    jest.doMock("../../src/journal/zod.ts", () => {
      const get = (_: object, name: string): unknown => (name === "__esModule" ? true : made.push(name));
      return new Proxy({}, { get });
    });
    jest.requireActual(`../../src/${path}`);
    expect(made).toEqual([]);
  });
});

function pathsWith(pattern: RegExp): readonly string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}
