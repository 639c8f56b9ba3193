import { latePage } from "../../../src/obsidian/settings/late-page.ts";

test("the items of a page are made when they are first read, and once", () => {
  const make = jest.fn(() => [{ name: "One" }]);
  const page = latePage({ name: "Page", desc: "What it is for" }, make);
  expect([page.type, page.name, page.desc, make.mock.calls.length]).toEqual([
    "page",
    "Page",
    "What it is for",
    0,
  ]);
  expect([page.items, page.items, { ...page }.items]).toEqual([
    [{ name: "One" }],
    [{ name: "One" }],
    [{ name: "One" }],
  ]);
  expect(make).toHaveBeenCalledTimes(1);
});

test("the app may put others in their place", () => {
  const page = latePage({ name: "Page" }, () => [{ name: "One" }]);
  page.items = [{ name: "Two" }];
  expect(page.items).toEqual([{ name: "Two" }]);
});
