import type { Page } from "playwright-core";
import { vaultOfTexts } from "../host/serve/read-vault.mts";
import { openNote, runCommand, story } from "./story.ts";

const config = `types:
  TJ:
    tags: [tech-journal]
    classes: [tech-journal]
    required: [title, description, tags, created, note_id, cssclasses]
    sections: [my take, linkage]
    linkage: required
  MR: { folders: [Market], required: [title, note_id] }
`;

const older = `---
title: Harbour lights
description: On lights.
tags:
  - tech-journal
  - energy
created: 2025-02-03
note_id: 250203TJ01
cssclasses: [tech-journal]
---

# Harbour lights

## my take
See [[Tide tables]] ([source](https://example.org)).

## linkage
<div class="linkage-tree">
  <ul>
    <li>tags
      <ul>
        <li>#energy</li>
      </ul>
    </li>
    <li>related
      <ul>
        <li>[[Tide tables]]</li>
      </ul>
    </li>
  </ul>
</div>
`;

const vault = vaultOfTexts("writing", {
  "linkage.yaml": config,
  "Journal/2025/harbour-lights.md": older,
  "Market/Tide tables.md": "---\ntitle: When the tide comes\nnote_id: 250203MR01\n---\n[[harbour-lights]]\n",
  "empty.md":
    "---\ntitle: By hand\ndescription: d\ncreated: 2025-02-03\nnote_id: \ntags: [, energy]\ncssclasses:\n  - \n---\n",
});

/** The rules that have found something in the active note. */
function problems(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".workspace-leaf.mod-active .cm-lintRange")].map((el) => el.textContent),
  );
}

function text(page: Page): Promise<string> {
  return page.evaluate(() => window.host.app.workspace.activeEditor?.editor?.getValue() ?? "");
}

/** Go behind the last place that says `words`, and wait until the editor has the keyboard. */
async function goBehind(page: Page, words: string): Promise<void> {
  await page.evaluate((said) => {
    const editor = window.host.app.workspace.activeEditor?.editor;
    if (!editor) throw new RangeError("No editor is active");
    editor.setCursor(editor.offsetToPos(editor.getValue().lastIndexOf(said) + said.length));
    editor.focus();
  }, words);
}

/** What is offered at the cursor. */
async function offered(page: Page): Promise<readonly string[]> {
  await page.locator(".suggestion-container .suggestion-item").first().waitFor();
  return page.locator(".suggestion-container .suggestion-item > :first-child").allTextContents();
}

/** Take what is offered first, and wait until it is written. */
async function take(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await page.locator(".suggestion-container").waitFor({ state: "detached" });
}

story("a new note of a type is made, and its problems vanish as it fills up", { vault }, async (page) => {
  await runCommand(page, "New note of a type");
  await page.getByRole("option", { name: "TJ (tech-journal)" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).fill("Cables: a C# story?");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => window.host.app.workspace.getActiveFile()?.path.endsWith("Cables a C story.md") === true,
  );
  const year = String(new Date().getFullYear());
  const path = await page.evaluate(() => window.host.app.workspace.getActiveFile()?.path);
  expect(path).toBe(`Journal/${year}/Cables a C story.md`);
  expect(await text(page)).toMatch(
    /\ntags:\n {2}- tech-journal\n[^]*\nnote_id: \d{6}TJ01\ncssclasses: \[tech-journal\]\n/,
  );

  await page.keyboard.type("Cables hum, says [[Tide tables]] ([source](https://example.org)).");
  expect(await text(page)).toContain("## my take\nCables hum");
  await goBehind(page, "<li>related\n      <ul>");
  await page.keyboard.type("\n<li>[[");
  expect(await offered(page)).toEqual(["Tide tables"]);
  await page.keyboard.type("harb");
  await page.getByRole("option", { name: "harbour-lights" }).waitFor();
  await take(page);
  await page.keyboard.type("</li>");
  expect(await text(page)).toContain("<li>[[harbour-lights]]</li>");

  await openNote(page, path ?? "");
  await page.locator(".cm-lintRange", { hasText: "description" }).waitFor();
  await goBehind(page, "description:");
  await page.keyboard.type(" How cables hum.");
  await page.locator(".workspace-leaf.mod-active .cm-lintRange").first().waitFor({ state: "detached" });
  expect(await problems(page)).toEqual([]);
});

story("properties are completed by note ids, tags and classes", { vault }, async (page) => {
  await openNote(page, "empty.md");
  await goBehind(page, "tags: [");
  await page.keyboard.type("te");
  expect(await offered(page)).toEqual(["tech-journal"]);
  await take(page);
  await goBehind(page, "note_id: ");
  await page.keyboard.type("2");
  expect(await offered(page)).toEqual(["250203TJ02"]);
  await take(page);
  await goBehind(page, "cssclasses:\n  - ");
  await page.keyboard.type("t");
  expect(await offered(page)).toEqual(["tech-journal"]);
  await page.locator(".suggestion-container .suggestion-item").click();
  expect(await text(page)).toBe(
    "---\ntitle: By hand\ndescription: d\ncreated: 2025-02-03\nnote_id: 250203TJ02\ntags: [tech-journal, energy]\ncssclasses:\n  - tech-journal\n---\n",
  );
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Text #te and [[Ti");
  expect(await page.locator(".suggestion-container").count()).toBe(0);
});
