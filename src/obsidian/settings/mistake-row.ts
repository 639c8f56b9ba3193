import { setIcon, type SettingDefinitionRender } from "obsidian";
import type { Severity } from "../../rules/rule.ts";
import { severityIcons } from "../severity-icons.ts";

/** A row that says what is wrong, with an icon and, unless it is a mere hint, as an alert. */
export function mistakeRow(name: string, desc = "", severity: Severity = "error"): SettingDefinitionRender {
  return {
    name,
    desc,
    searchable: false,
    render: (setting) => {
      setting.setName(name).setDesc(desc);
      if (severity !== "info") {
        setting.setClass("linkage-settings-mistake");
        setting.settingEl.setAttr("role", "alert");
      }
      const icon = setting.nameEl.createSpan({ cls: "linkage-settings-icon" });
      setIcon(icon, severityIcons[severity]);
      setting.nameEl.prepend(icon);
    },
  };
}
