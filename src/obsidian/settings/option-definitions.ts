import type { SettingControl, SettingDefinitionItem } from "obsidian";
import * as z from "../../journal/zod.ts";
import type { Rule } from "../../rules/rule.ts";
import { configKey } from "./config-keys.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "../texts.ts";

/**
 * The options of a rule: lists of texts, numbers, choices, and what is on or off. The app asks for them whenever it starts: of a
 * list the schema is not needed before something is added to it.
 */
export function optionDefinitions(rule: Rule, host: SettingsHost): readonly SettingDefinitionItem[] {
  const { id, options } = rule;
  const said = host.config.conventions.rules.get(id)?.options ?? {};
  const usual: readonly (readonly [string, unknown])[] = Object.entries(options.usual ?? {});
  return usual.flatMap(([name, value]): readonly SettingDefinitionItem[] => {
    const title = inWords(name);
    const path = ["rules", id, name];
    const validate = (wanted: unknown): string | null =>
      options.schema().safeParse({ [name]: wanted }).success ? null : texts.settings.wrongOption;
    if (Array.isArray(value)) {
      return textList(
        {
          path,
          items: textsIn(said[name]),
          heading: title,
          empty: texts.settings.nothing,
          add: texts.settings.addToOption(title),
          detail: texts.settings.glob,
          validate: (item) => validate([item]),
        },
        host,
      );
    }
    const control = controlOf(rule, name, validate);
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

/** A list as it is said; none where something else is. */
function textsIn(said: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(said) ? said : [];
  return items.every((item) => typeof item === "string") ? items : [];
}

function controlOf(
  { id, options }: Rule,
  name: string,
  validate: (value: unknown) => string | null,
): SettingControl | null {
  const schema = options.schema();
  const option = schema instanceof z.ZodMiniObject ? schema.def.shape[name] : undefined;
  if (option === undefined) return null;
  const key = configKey(["rules", id, name]);
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

function withoutDefault(option: z.core.$ZodType): z.core.$ZodType {
  return option instanceof z.ZodMiniDefault ? option.def.innerType : option;
}

/** `ignoreTargets` is "Ignore targets". */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
