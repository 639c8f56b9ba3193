import { readDeclaredApi } from "../serve/declared-api.mts";
import { expectNotTooNew, guardClasses, isNewer, setKnownApi, strictModule } from "./strict.ts";

const api = readDeclaredApi("node_modules/obsidian/obsidian.d.ts");

test("the declared API has exports, members and their versions", () => {
  expect(api.exports).toMatchObject({
    ItemView: expect.any(String) as string,
    setIcon: expect.any(String) as string,
  });
  expect(api.members["SettingTab"]?.["getSettingDefinitions"]).toBe("1.13.0");
  expect(api.members["Vault"]?.["process"]).toBe("1.1.0");
});

test.each([
  ["1.13.1", "1.13.0", true],
  ["1.13.0", "1.13.0", false],
  ["1.9.10", "1.13.0", false],
  ["2.0.0", "1.13.0", true],
  ["", "1.13.0", false],
])("%j is newer than %s: %p", (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected);
});

describe("a module", () => {
  const since = { old: "0.9.7", recent: "1.13.1" };
  const strict = strictModule("obsidian", { old: 1, recent: 2 }, since, "1.13.0") as Record<string, unknown>;

  test("gives what it has", () => {
    expect(strict["old"]).toBe(1);
  });

  test.each([
    ["recent", "obsidian.recent is there since 1.13.1, but the plugin's minAppVersion is 1.13.0"],
    ["missing", "The host does not have obsidian.missing"],
  ])("throws for %s", (name, message) => {
    expect(() => strict[name]).toThrow(message);
  });
});

describe("a class", () => {
  class Thing {
    field = "own";
    here(): string {
      return "here";
    }
    recent(): string {
      return "recent";
    }
  }
  const members = { Thing: { field: "", here: "0.9.7", recent: "1.13.1", missing: "1.0.0" } };
  guardClasses({ Thing }, { exports: {}, members }, "1.13.0");
  const thing = new Thing() as Thing & Record<string, unknown>;

  test("has its fields and methods, and can be given what it lacks", () => {
    expect([thing.field, thing.here()]).toEqual(["own", "here"]);
    const other = Object.assign(new Thing(), { missing: 1 });
    expect(other.missing).toBe(1);
  });

  test.each([
    ["missing", "The host does not have Thing.missing"],
    ["recent", "Thing.recent is there since 1.13.1"],
  ])("throws for %s", (name, message) => {
    expect(() => thing[name]).toThrow(message);
  });
});

test("data of a plugin may use what there is, and nothing newer", () => {
  setKnownApi(api, "1.13.0");
  expectNotTooNew("SettingDefinitionPage", { type: "page", name: "A", items: [] });
  expect(() => {
    expectNotTooNew("SettingDefinitionPage", { type: "page", name: "A", displayValue: "1" });
  }).toThrow("SettingDefinitionPage.displayValue is there since 1.13.1");
});
