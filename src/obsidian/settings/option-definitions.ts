import type { SettingControl, SettingDefinitionItem } from "obsidian";
import * as z from "../../journal/zod.ts";
import type { Rule } from "../../rules/rule.ts";
import { configKey } from "./config-keys.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "../texts.ts";

/** The options of a rule, as its schema has them: lists of texts, numbers, choices, and what is on or off. */
export function optionDefinitions(rule: Rule, host: SettingsHost): readonly SettingDefinitionItem[] {
  const { id } = rule;
  const schema = rule.options.schema();
  if (!(schema instanceof z.ZodMiniObject)) return [];
  const said = host.config.conventions.rules.get(id)?.options ?? {};
  return Object.entries(schema.def.shape).flatMap(([name, option]): readonly SettingDefinitionItem[] => {
    const title = inWords(name);
    const path = ["rules", id, name];
    const validate = (value: unknown): string | null =>
      z.safeParse(option, value).success ? null : texts.settings.wrongOption;
    if (kindOf(option) === "array") {
      const items = z.safeParse(z.array(z.string()), said[name] ?? []);
      return textList(
        {
          path,
          items: items.data ?? [],
          heading: title,
          empty: texts.settings.nothing,
          add: texts.settings.addToOption(title),
          detail: texts.settings.glob,
          validate: (item) => validate([item]),
        },
        host,
      );
    }
    const control = controlOf(option, configKey(path), validate);
    return control ? [{ name: title, control }, ...refusalOf(path, host)] : [];
  });
}

/** The options of a rule in words. */
export function optionNames({ options: { usual } }: Rule): readonly string[] {
  return Object.keys(usual ?? {}).map(inWords);
}

/** What an option is where nothing is said of it. */
export function usualOption({ options: { usual } }: Rule, name: string): unknown {
  return Object.entries(usual ?? {}).find(([key]) => key === name)?.[1];
}

function controlOf(
  option: z.core.$ZodType,
  key: string,
  validate: (value: unknown) => string | null,
): SettingControl | null {
  const inner = withoutDefault(option);
  switch (inner._zod.def.type) {
    case "number":
      return { type: "number", key, validate: (value) => validate(value) ?? undefined };
    case "boolean":
      return { type: "toggle", key };
    case "string":
      return { type: "text", key, validate: (value) => validate(value) ?? undefined };
    default:
      if (!(inner instanceof z.ZodMiniEnum)) return null;
      return {
        type: "dropdown",
        key,
        options: Object.fromEntries(inner.options.map((each) => [String(each), String(each)])),
      };
  }
}

function kindOf(option: z.core.$ZodType): string {
  return withoutDefault(option)._zod.def.type;
}

function withoutDefault(option: z.core.$ZodType): z.core.$ZodType {
  return option instanceof z.ZodMiniDefault ? option.def.innerType : option;
}

/** `ignoreTargets` is "Ignore targets". */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
