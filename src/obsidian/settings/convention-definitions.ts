import type { Setting, SettingDefinitionGroup, SettingGroupItem } from "obsidian";
import { classesPath, ignorePath, placeholdersPath, sitePath } from "../../journal/config-change.ts";
import { isClassName } from "../../rules/malformed-cssclass.ts";
import { lineStarts, positionAt } from "../../text/lines.ts";
import { texts as noteTypeTexts } from "../note-types/texts.ts";
import { configKey } from "./config-keys.ts";
import { faultOfGlob } from "./glob-fault.ts";
import { mistakeRow } from "./mistake-row.ts";
import { rulesPage } from "./rule-definitions.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "./texts.ts";
import { typesPage } from "./type-definitions.ts";

/** The value of the site's control where `linkage.yaml` says none. */
export const noSite = "none" satisfies keyof typeof texts.sites;

/** The conventions in `linkage.yaml`, and the mistakes in it. */
export function conventionDefinitions(host: SettingsHost): SettingDefinitionGroup {
  return {
    type: "group",
    heading: texts.conventions,
    items: [
      { name: texts.conventionsDetail, searchable: false },
      ...mistakeRows(host),
      ...inferRow(host),
      rulesPage(host),
      typesPage(host),
      ...siteItems(host),
      ignoredPage(host),
      placeholdersPage(host),
      classesPage(host),
    ],
  };
}

/** The offer to begin with what the notes have in common. */
function inferRow({ infer }: SettingsHost): readonly SettingGroupItem[] {
  if (infer === null) return [];
  const render = (setting: Setting): void => {
    setting.setName(noteTypeTexts.infer).setDesc(noteTypeTexts.inferDetail);
    setting.addButton((button) => button.setButtonText(noteTypeTexts.inferring).onClick(infer));
  };
  return [{ name: noteTypeTexts.infer, desc: noteTypeTexts.inferDetail, render }];
}

function mistakeRows({ config, mistakes }: SettingsHost): readonly SettingGroupItem[] {
  const lines = lineStarts(config.text ?? "");
  return mistakes.map(({ message, range, severity }) =>
    mistakeRow(message, texts.mistakeAt(positionAt(lines, range.from).line), severity),
  );
}

function ignoredPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: ignorePath(null),
    items: host.config.conventions.ignore,
    heading: texts.ignored,
    empty: texts.noneIgnored,
    add: texts.addIgnored,
    detail: texts.glob,
    validate: (glob: string) => faultOfGlob(glob, host.app.vault),
  };
  const excluded = {
    name: texts.lintExcluded,
    desc: texts.lintExcludedDetail,
    control: { type: "toggle", key: configKey(["lintExcluded"]) },
  } as const;
  return {
    type: "page",
    name: texts.ignored,
    desc: texts.ignoredDetail,
    items: [...textList(list, host), excluded, ...refusalOf(["lintExcluded"], host)],
  };
}

function placeholdersPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: placeholdersPath,
    items: host.config.conventions.placeholders,
    heading: texts.placeholders,
    empty: texts.noPlaceholders,
    add: texts.addPlaceholder,
    detail: texts.placeholdersDetail,
    validate: (target: string) => (/[[\]|#]/.test(target) ? texts.noTarget(target) : null),
  };
  return {
    type: "page",
    name: texts.placeholders,
    desc: texts.placeholdersDetail,
    items: textList(list, host),
  };
}

function classesPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: classesPath,
    items: host.config.listedClasses ?? [],
    heading: texts.classes,
    empty: texts.noClasses,
    add: texts.addClass,
    detail: texts.classDetail,
    validate: (name: string) => (isClassName(name) ? null : texts.noClass(name)),
  };
  return { type: "page", name: texts.classes, desc: texts.classesDetail, items: textList(list, host) };
}

function siteItems(host: SettingsHost): readonly SettingGroupItem[] {
  const control = { type: "dropdown", key: configKey(sitePath), options: { ...texts.sites } } as const;
  return [{ name: texts.site, desc: texts.siteDetail, control }, ...refusalOf(sitePath, host)];
}
