import type { SettingDefinitionItem, SettingGroupItem } from "obsidian";
import { propertyChange, propertyPath, typePath } from "../../journal/config-change.ts";
import type { NoteType } from "../../journal/conventions.ts";
import {
  appLists,
  isOfKind,
  type PropertyChoice,
  type PropertyConvention,
  type PropertyKind,
} from "../../journal/property-kinds.ts";
import { readScalar } from "../../note/plain-scalar.ts";
import { AskText } from "./ask-text.ts";
import { configKey } from "./config-keys.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "../texts.ts";

/** What is to be in the properties of a note type: a page for each, with its kind and the values that it may have. */
export function propertyItems(type: NoteType, host: SettingsHost): readonly SettingDefinitionItem[] {
  const { code, properties } = type;
  const change = (property: PropertyConvention): void => {
    host.change(propertyChange(code, property));
  };
  return [
    {
      type: "list",
      heading: texts.settings.properties,
      emptyState: texts.settings.nothing,
      items: properties.map((property) => propertyPage(property, code, host)),
      onDelete: (index) => {
        const property = properties[index];
        if (property) change({ ...property, kind: "any", values: [] });
      },
      addItem: {
        name: texts.settings.addProperty,
        action: () => {
          askForProperty(type, host, change);
        },
      },
    },
    ...refusalOfProperty(code, host),
  ];
}

/** Why the last property was not added or deleted. */
function refusalOfProperty(code: string, host: SettingsHost): ReturnType<typeof refusalOf> {
  const path = host.refusal?.path ?? [];
  const name = path.at(-1) ?? "";
  return path.length === typePath(code, "properties").length + 1
    ? refusalOf(propertyPath(code, name), host)
    : [];
}

function askForProperty(
  { properties }: NoteType,
  { app }: SettingsHost,
  change: (property: PropertyConvention) => void,
): void {
  const validate = (name: string): string | null => {
    const isThere = properties.some((each) => each.name.toLowerCase() === name.toLowerCase());
    return isThere ? texts.shared.isThere(name) : null;
  };
  const take = (name: string): void => {
    change({ name, kind: isAppList(name) ? "list" : "text", values: [] });
  };
  const question = {
    title: texts.settings.addProperty,
    detail: texts.settings.property,
    button: texts.settings.add,
  };
  new AskText(app, { ...question, validate, take }).open();
}

function propertyPage(property: PropertyConvention, code: string, host: SettingsHost): SettingGroupItem {
  const { name, kind, values } = property;
  const path = propertyPath(code, name);
  const changeOf = (way: "add" | "drop", item: string): ReturnType<typeof propertyChange> => {
    const others = values.filter((value) => String(value) !== item);
    return propertyChange(code, {
      ...property,
      values: way === "add" ? [...values, choiceOf(item, kind)] : others,
    });
  };
  const list = {
    path,
    items: values.map(String),
    heading: texts.settings.values,
    empty: texts.settings.anyValue,
    add: texts.settings.addValue,
    detail: texts.settings.valueDetail,
    validate: (item: string) => faultOf(item, kind),
    changeOf,
  };
  const control = {
    type: "dropdown",
    key: configKey([...path, "kind"]),
    options: kindsFor(property),
  } as const;
  return {
    type: "page",
    name,
    desc: texts.settings.propertyDetail(kind, values.map(String)),
    items: [{ name: texts.settings.kind, desc: texts.settings.kindDetail, control }, ...textList(list, host)],
  };
}

/** The app's own lists can be nothing else. Of a property without values there is only its kind to be said. */
function kindsFor({ name, kind, values }: PropertyConvention): Record<string, string> {
  const isMeant = (each: string): boolean =>
    each === kind || (each === "any" ? values.length > 0 : each === "list" || !isAppList(name));
  return Object.fromEntries(Object.entries(texts.settings.kinds).filter(([each]) => isMeant(each)));
}

function isAppList(name: string): boolean {
  return appLists.includes(name.toLowerCase());
}

/** A value as it is entered, read as YAML does where the property's kind does not say that it is text. */
function choiceOf(text: string, kind: PropertyKind): PropertyChoice {
  const read = isOfKind("", kind) && kind !== "any" && kind !== "list" ? null : readScalar(text, 0, "flow");
  if (read?.to !== text.length) return text;
  return typeof read.value === "number" || typeof read.value === "boolean" ? read.value : text;
}

function faultOf(item: string, kind: PropertyKind): string | null {
  if (isOfKind(choiceOf(item, kind), kind)) return null;
  return kind === "number" ? texts.settings.wrongValue.number : texts.settings.wrongValue.checkbox;
}
