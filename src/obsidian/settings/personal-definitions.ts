import type { SettingDefinitionGroup } from "obsidian";
import { isDelay, LEAST_DELAY, MOST_DELAY, type PersonalChoices } from "./personal-settings.ts";
import { texts } from "./texts.ts";

/** The user's own choices. Keys of their controls are those of {@link PersonalChoices}. */
export function personalDefinitions(): SettingDefinitionGroup<keyof PersonalChoices> {
  return {
    type: "group",
    heading: texts.writing,
    items: [
      { name: texts.liveLint, desc: texts.liveLintDetail, control: { type: "toggle", key: "liveLint" } },
      {
        name: texts.delay,
        desc: texts.delayDetail,
        control: {
          type: "number",
          key: "delay",
          min: LEAST_DELAY,
          max: MOST_DELAY,
          step: 1,
          validate: (delay) => (isDelay(delay) ? undefined : texts.wrongDelay(LEAST_DELAY, MOST_DELAY)),
        },
      },
      { name: texts.statusBar, desc: texts.statusBarDetail, control: { type: "toggle", key: "statusBar" } },
      {
        name: texts.blockLinks,
        desc: texts.blockLinksDetail,
        control: { type: "toggle", key: "blockLinks" },
      },
      {
        name: texts.grouping,
        desc: texts.groupingDetail,
        control: { type: "dropdown", key: "grouping", options: { ...texts.groupings } },
      },
    ],
  };
}
