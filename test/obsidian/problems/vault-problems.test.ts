/** @jest-environment jsdom */
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import { finish } from "../../../src/text/steps.ts";
import { problem } from "../../report/problems.ts";
import { afterUpdate, Problems } from "./open-view.ts";

const paths = ["c.md", "a.md", "b.md"];
const all = paths.map((path) => problem({ path }));

/** A vault with these problems, and the paths that it has been asked about. */
function asked(diagnostics: readonly Diagnostic[] = all) {
  const problems = new Problems(diagnostics);
  const diagnosed = jest.spyOn(problems, "diagnostics");
  return { problems, found: problems.found, looked: () => diagnosed.mock.calls.map(([path]) => path) };
}

test("nothing is linted before somebody asks, then each file once, in the order of the vault", async () => {
  const { problems, found, looked } = asked();
  problems.give(all);
  await afterUpdate();
  expect(looked()).toEqual([]);
  await found.look();
  await found.look();
  expect(looked()).toEqual(["a.md", "b.md", "c.md"]);
  expect([...found.table.all()].map(({ path }) => path)).toEqual(["a.md", "b.md", "c.md"]);
});

test("two that look at the same time look at no file twice", () => {
  const { found, looked } = asked();
  const [one, other] = [found.lookInSteps(), found.lookInSteps()];
  one.next();
  other.next();
  finish(one);
  finish(other);
  expect(looked()).toEqual(["a.md", "b.md", "c.md"]);
});

test("what one has left is looked at by the next who asks", async () => {
  const { found, looked } = asked();
  const left = found.lookInSteps();
  while (found.left !== 1) left.next();
  await found.look();
  expect([looked(), found.left]).toEqual([["a.md", "b.md", "c.md"], 0]);
});

test("what changes is looked at when somebody asks, who follows is told of it, and nobody after that", async () => {
  const { problems, found, looked } = asked();
  await found.look();
  problems.give(all.slice(1));
  await afterUpdate();
  expect(looked()).toHaveLength(3);
  await found.look();
  expect([...found.table.paths()]).toEqual(["a.md", "b.md"]);

  const told: string[][] = [];
  const stop = found.follow((changed) => told.push([...changed].sort()));
  problems.give([problem({ path: "d.md" })]);
  await afterUpdate();
  expect(told).toEqual([["a.md", "b.md", "d.md"]]);
  stop();
  problems.give(all);
  await afterUpdate();
  expect(told).toHaveLength(1);
});

test("what changes while those who follow are told is told later", async () => {
  const { problems, found } = asked();
  await found.look();
  const told: string[][] = [];
  found.follow((changed) => {
    told.push([...changed]);
    if (told.length === 1) problems.give([]);
  });
  problems.give([problem({ path: "a.md" })]);
  await afterUpdate();
  await afterUpdate();
  expect([told.length, found.table.fileCount]).toEqual([2, 0]);
});

test("nothing is looked at once the vault is closed", async () => {
  const { problems, found, looked } = asked();
  await found.look();
  const tell = jest.fn();
  found.follow(tell);
  problems.give([]);
  found.unload();
  await afterUpdate();
  expect([looked().length, tell.mock.calls.length]).toEqual([3, 0]);
});
