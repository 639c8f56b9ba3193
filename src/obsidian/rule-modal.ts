import { Modal, type App } from "obsidian";
import { listedRule } from "../report/rule-list.ts";
import { texts } from "./texts.ts";

/**
 * What is to be known of one rule: what it expects, how grave it is, and how to make an exception. The text is the plugin's
 * own, so nothing is fetched.
 */
export class RuleModal extends Modal {
  /** @param id a rule's; an unknown one is said to be */
  constructor(app: App, id: string) {
    super(app);
    this.setTitle(id);
    const { contentEl } = this;
    contentEl.addClass("linkage-rule");
    const rule = listedRule(id);
    if (!rule) {
      contentEl.createEl("p", { cls: "linkage-said", text: texts.rule.unknown });
      return;
    }
    contentEl.createEl("p", { cls: "linkage-said", text: rule.summary });
    const list = contentEl.createEl("dl");
    const add = (term: string, text: string): HTMLElement => {
      list.createEl("dt", { text: term });
      return list.createEl("dd", { text });
    };
    add(texts.rule.severity, texts.shared.severities[rule.severity]);
    // Those that look at files have no options and speak of no note's text.
    if (!rule.options) return;
    add(texts.rule.notes, rule.typedNotesOnly === true ? texts.rule.typedNotes : texts.rule.allNotes);
    for (const [name, value] of Object.entries(rule.options.usual ?? {}))
      add(texts.rule.option(name), JSON.stringify(value));
    add(texts.rule.exceptNextLine, "").createEl("code", {
      text: `%% linkage-disable-next-line ${id} %%`,
      attr: { dir: "ltr" },
    });
    add(texts.rule.exceptNote, "").createEl("code", {
      text: `linkage-disable: [${id}]`,
      attr: { dir: "ltr" },
    });
  }
}
