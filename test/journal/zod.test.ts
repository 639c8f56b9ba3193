import { readFileSync, readdirSync } from "node:fs";
import * as z from "../../src/journal/zod.ts";

test("zod never evaluates code", () => {
  expect(z.config().jitless).toBe(true);
  const evaluate = jest.spyOn(globalThis, "Function");
  expect(z.object({ a: z.string() }).safeParse({ a: "b" }).success).toBe(true);
  expect(evaluate).not.toHaveBeenCalled();
  evaluate.mockRestore();
});

test("nothing else imports zod, or takes it as a value", () => {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.m?ts$/.test(path),
  );
  const texts = paths.map((path) => [path, readFileSync(`src/${path}`, "utf8")] as const);
  expect(texts.filter(([, text]) => /from "zod/.test(text)).map(([path]) => path)).toEqual([
    "journal/zod.ts",
  ]);
  expect(texts.filter(([, text]) => /^import .*\{ (?:type )?z \}/m.test(text)).map(([path]) => path)).toEqual(
    [],
  );
});
