import type { Setting, SettingDefinitionGroup, SettingGroupItem } from "obsidian";
import { classesPath, ignorePath, placeholdersPath, sitePath } from "../../journal/config-change.ts";
import { isClassName } from "../../rules/malformed-cssclass.ts";
import { lineStarts, positionAt } from "../../text/lines.ts";
import { texts } from "../texts.ts";
import { configKey } from "./config-keys.ts";
import { faultOfGlob } from "./glob-fault.ts";
import { latePage } from "./late-page.ts";
import { mistakeRow } from "./mistake-row.ts";
import { rulesPage } from "./rule-definitions.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { typesPage } from "./type-definitions.ts";

/** The value of the site's control where `linkage.yaml` says none. */
export const noSite = "none" satisfies keyof typeof texts.settings.sites;

/** The conventions in `linkage.yaml`, and the mistakes in it. */
export function conventionDefinitions(host: SettingsHost): SettingDefinitionGroup {
  return {
    type: "group",
    heading: texts.settings.conventions,
    items: [
      { name: texts.settings.conventionsDetail, searchable: false },
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
    setting.setName(texts.noteTypes.title).setDesc(texts.noteTypes.detail);
    setting.addButton((button) => button.setButtonText(texts.noteTypes.infer).onClick(infer));
  };
  return [{ name: texts.noteTypes.title, desc: texts.noteTypes.detail, render }];
}

function mistakeRows({ config, mistakes }: SettingsHost): readonly SettingGroupItem[] {
  const lines = lineStarts(config.text ?? "");
  return mistakes.map(({ message, range, severity }) =>
    mistakeRow(message, texts.settings.mistakeAt(positionAt(lines, range.from).line), severity),
  );
}

function ignoredPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: ignorePath(null),
    items: host.config.conventions.ignore,
    heading: texts.settings.ignored,
    empty: texts.settings.noneIgnored,
    add: texts.settings.addIgnored,
    detail: texts.settings.glob,
    validate: (glob: string) => faultOfGlob(glob, host.app.vault),
  };
  const excluded = {
    name: texts.settings.lintExcluded,
    desc: texts.settings.lintExcludedDetail,
    control: { type: "toggle", key: configKey(["lintExcluded"]) },
  } as const;
  return latePage({ name: texts.settings.ignored, desc: texts.settings.ignoredDetail }, () => [
    ...textList(list, host),
    excluded,
    ...refusalOf(["lintExcluded"], host),
  ]);
}

function placeholdersPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: placeholdersPath,
    items: host.config.conventions.placeholders,
    heading: texts.settings.placeholders,
    empty: texts.settings.noPlaceholders,
    add: texts.settings.addPlaceholder,
    detail: texts.settings.placeholdersDetail,
    validate: (target: string) => (/[[\]|#]/.test(target) ? texts.settings.noTarget(target) : null),
  };
  return latePage({ name: texts.settings.placeholders, desc: texts.settings.placeholdersDetail }, () =>
    textList(list, host),
  );
}

function classesPage(host: SettingsHost): SettingGroupItem {
  const list = {
    path: classesPath,
    items: host.config.listedClasses ?? [],
    heading: texts.settings.classes,
    empty: texts.settings.noClasses,
    add: texts.settings.addClass,
    detail: texts.settings.classDetail,
    validate: (name: string) => (isClassName(name) ? null : texts.settings.noClass(name)),
  };
  return latePage({ name: texts.settings.classes, desc: texts.settings.classesDetail }, () =>
    textList(list, host),
  );
}

function siteItems(host: SettingsHost): readonly SettingGroupItem[] {
  const control = {
    type: "dropdown",
    key: configKey(sitePath),
    options: { ...texts.settings.sites },
  } as const;
  return [
    { name: texts.settings.site, desc: texts.settings.siteDetail, control },
    ...refusalOf(sitePath, host),
  ];
}
