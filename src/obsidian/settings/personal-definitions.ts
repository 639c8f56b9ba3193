import type { SettingDefinitionGroup } from "obsidian";
import { isDelay, LEAST_DELAY, MOST_DELAY, type PersonalChoices } from "./personal-settings.ts";
import { texts } from "../texts.ts";

/** The user's own choices. Keys of their controls are those of {@link PersonalChoices}. */
export function personalDefinitions(): SettingDefinitionGroup<keyof PersonalChoices> {
  return {
    type: "group",
    heading: texts.settings.writing,
    items: [
      {
        name: texts.settings.liveLint,
        desc: texts.settings.liveLintDetail,
        control: { type: "toggle", key: "liveLint" },
      },
      {
        name: texts.settings.delay,
        desc: texts.settings.delayDetail,
        control: {
          type: "number",
          key: "delay",
          min: LEAST_DELAY,
          max: MOST_DELAY,
          step: 1,
          validate: (delay) =>
            isDelay(delay) ? undefined : texts.settings.wrongDelay(LEAST_DELAY, MOST_DELAY),
        },
      },
      {
        name: texts.settings.statusBar,
        desc: texts.settings.statusBarDetail,
        control: { type: "toggle", key: "statusBar" },
      },
      {
        name: texts.settings.blockLinks,
        desc: texts.settings.blockLinksDetail,
        control: { type: "toggle", key: "blockLinks" },
      },
      {
        name: texts.settings.grouping,
        desc: texts.settings.groupingDetail,
        control: { type: "dropdown", key: "grouping", options: { ...texts.settings.groupings } },
      },
    ],
  };
}
