import type { App } from "obsidian";
import type { Linting } from "../../lint/linted-note.ts";
import { ChooseModal, type Choice } from "../choose-modal.ts";
import { missingTargetRules } from "../../rules/missing-target-rules.ts";
import type { OpenFixes } from "./open-fixes.ts";
import { texts } from "../texts.ts";

/**
 * Ask where all links to a missing target shall lead: to a note whose name is near, to another one that is searched for, or
 * nowhere, as plain text; then show what that would change.
 */
export function chooseTarget(
  target: string,
  app: App,
  { vault }: Pick<Linting, "vault">,
  openFixes: OpenFixes,
): void {
  const open = (repair: Parameters<OpenFixes>[0]["repair"]): void => {
    void openFixes({
      ...(repair && { repair }),
      rules: [...missingTargetRules],
      targets: [target],
      grouping: "note",
    });
  };
  const near = vault.candidates(target, "").map(({ path }) => path);
  const others = Array.from(vault.notes(), ({ path }) => path).filter((path) => !near.includes(path));
  const linkTo = (path: string): Choice => ({
    text: path,
    take: () => {
      open({ kind: "link", path });
    },
  });
  const asText: Choice = {
    text: texts.fixes.plainText,
    take: () => {
      open({ kind: "text" });
    },
  };
  const choices = [...near.map(linkTo), asText, ...others.sort().map(linkTo)];
  new ChooseModal(app, texts.fixes.leadTo(target), choices).open();
}
