/** @jest-environment jsdom */
import { StateEffect } from "@codemirror/state";
import { addEditorParts, type EditorPart } from "../../src/obsidian/editor-parts.ts";
import { appOf } from "./app.ts";
import { enable } from "./enabled-plugin.ts";

test("all parts are one registration, and only the one that is wanted otherwise is made anew", () => {
  const plugin = enable(appOf({}));
  plugin.editorExtensions__.splice(0);
  const updated = jest.spyOn(plugin.app.workspace, "updateOptions");
  const listeners: (() => void)[] = [];
  const onChange = (listener: () => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const wanted = { one: "300", other: "" };
  const changed: string[] = [];
  const part = (name: keyof typeof wanted): EditorPart => ({
    wanted: () => wanted[name],
    extension: () => StateEffect.appendConfig.of([]) as never,
    changed: () => changed.push(name),
  });
  addEditorParts(plugin.asOriginalType2__(), { onChange }, [part("one"), part("other")]);
  const [registered, ...rest] = plugin.editorExtensions__ as unknown as readonly (readonly unknown[])[];
  expect(rest).toEqual([]);
  const [one] = registered ?? [];
  expect(registered).toEqual([one, []]);
  wanted.other = "on";
  for (const listener of [...listeners, ...listeners]) listener();
  expect(registered?.[0]).toBe(one);
  expect(registered?.[1]).not.toEqual([]);
  expect(changed).toEqual(["other"]);
  expect(updated).toHaveBeenCalledTimes(1);
  wanted.one = "";
  for (const listener of listeners) listener();
  expect(registered?.[0]).toEqual([]);
  plugin.unload();
});
