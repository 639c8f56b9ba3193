/** @jest-environment jsdom */
import { PluginNotice } from "../../src/obsidian/plugin-notice.ts";
import { appOf } from "./app.ts";

/** A notice with a button, beside something else that takes keys. */
function noticeBeside(): {
  readonly notice: PluginNotice;
  readonly button: HTMLElement;
  readonly other: HTMLElement;
} {
  appOf({});
  const other = document.body.createEl("input");
  const notice = new PluginNotice("Something", 0);
  notice.addButton("Do it", () => undefined);
  document.body.append(notice.messageEl);
  const button = notice.messageEl.querySelector("button");
  if (!button) throw new RangeError("The notice has no button");
  return { notice, button, other };
}

test("when a notice goes, the focus goes back from its button to what had it before", () => {
  const { notice, button, other } = noticeBeside();
  other.focus();
  button.focus();
  notice.hide();
  expect(document.activeElement).toBe(other);
});

test("a notice that goes leaves the focus where somebody has put it", () => {
  const { notice, button, other } = noticeBeside();
  const third = document.body.createEl("input");
  other.focus();
  button.focus();
  third.focus();
  notice.hide();
  expect(document.activeElement).toBe(third);
});
