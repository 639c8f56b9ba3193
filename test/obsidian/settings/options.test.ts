/** @jest-environment jsdom */
import * as z from "../../../src/journal/zod.ts";
import { configKey } from "../../../src/obsidian/settings/config-keys.ts";
import { optionDefinitions, usualOption } from "../../../src/obsidian/settings/option-definitions.ts";
import type { SettingsHost } from "../../../src/obsidian/settings/settings-host.ts";
import { builtInConfig } from "../../../src/obsidian/vault-config.ts";
import { defineRule } from "../../../src/rules/define-rule.ts";
import { appOf, original } from "../app.ts";

const rule = defineRule({
  id: "a-rule",
  summary: "All is well.",
  severity: "info",
  options: {
    usual: { mostItems: 3, strict: true, style: "b", mark: "x", longNames: [], map: {} },
    schema: () =>
      z.object({
        mostItems: z._default(z.number().check(z.minimum(1)), 3),
        strict: z._default(z.boolean(), true),
        style: z._default(z.enum(["a", "b"]), "b"),
        mark: z._default(z.string().check(z.maxLength(1)), "x"),
        longNames: z._default(z.array(z.string().check(z.minLength(2))), []),
        map: z._default(z.record(z.string(), z.string()), {}),
      }),
  },
  check: () => [],
});

function host(): SettingsHost {
  return {
    app: original(appOf({})),
    config: builtInConfig,
    mistakes: [],
    refusal: null,
    infer: null,
    change: () => undefined,
  };
}

test("each kind of option has its control; what is none of them is left to the file", () => {
  const said = optionDefinitions(rule, host()).map((item) => {
    if ("control" in item) {
      const { type, key } = item.control;
      return [item.name, type, key];
    }
    return "heading" in item ? [item.heading, item.type] : [];
  });
  expect(said).toEqual([
    ["Most items", "number", configKey(["rules", "a-rule", "mostItems"])],
    ["Strict", "toggle", configKey(["rules", "a-rule", "strict"])],
    ["Style", "dropdown", configKey(["rules", "a-rule", "style"])],
    ["Mark", "text", configKey(["rules", "a-rule", "mark"])],
    ["Long names", "list"],
  ]);
});

test.each([
  ["Most items", 0, "Expected another value"],
  ["Most items", 1, undefined],
  ["Mark", "xy", "Expected another value"],
  ["Mark", "x", undefined],
])("%s of %j is judged at the field", async (name, value, fault) => {
  const item = optionDefinitions(rule, host()).find((each) => "name" in each && each.name === name);
  const validate = item && "control" in item ? item.control.validate : undefined;
  expect(await validate?.(value as never)).toBe(fault);
});

test.each([
  ["mostItems", 3],
  ["strict", true],
  ["style", "b"],
])("of %s the rule's own value is shown where nothing is said", (name, value) => {
  expect(usualOption(rule, name)).toBe(value);
});
