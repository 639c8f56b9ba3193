/** @jest-environment jsdom */
import type { SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from "obsidian";
import { ButtonComponent, Modal, type Plugin, Setting, TextComponent } from "obsidian-test-mocks/obsidian";
import { LiveVault } from "../../../src/obsidian/live-vault.ts";
import { problemsViewType } from "../../../src/obsidian/problems/problems-view.ts";
import { LinkageSettings } from "../../../src/obsidian/settings/settings-tab.ts";
import { texts } from "../../../src/obsidian/texts.ts";
import { allRules } from "../../../src/rules/all-rules.ts";
import { appOf, fileAt } from "../app.ts";
import { enable, until } from "../enabled-plugin.ts";
import { heardNotices } from "../heard-notices.ts";

const config = "# ours\nignore: [Templates/] # made by hand\nrules:\n  unresolved-link: error # !\n";

let notices: readonly string[];
let app: ReturnType<typeof appOf>;
let plugin: Plugin;
let tab: LinkageSettings;

beforeEach(() => {
  notices = heardNotices();
});

afterEach(() => {
  plugin.unload();
  jest.restoreAllMocks();
});

/** Open the settings in a vault with these files. */
async function open(files: Readonly<Record<string, string>> = {}, data: unknown = {}): Promise<void> {
  app = appOf(files);
  plugin = enable(app, data);
  const [found] = plugin.settingTabs__;
  if (!(found instanceof LinkageSettings)) throw new RangeError("The plugin has no settings");
  tab = found;
  const vault = plugin.children__.find((each) => each instanceof LiveVault);
  if (!vault) throw new RangeError("The plugin has no live vault");
  await vault.ready;
}

/** All settings, those on pages too. */
function all(
  items: readonly SettingDefinitionItem[] = tab.getSettingDefinitions(),
): readonly SettingDefinitionItem[] {
  return items.flatMap((item) => [item, ...("items" in item ? all(item.items) : [])]);
}

function named(wanted: string): SettingDefinitionItem {
  const found = all().find((item) => "name" in item && item.name === wanted);
  if (!found) throw new RangeError(`No setting is called "${wanted}"`);
  return found;
}

function page(wanted: string): SettingDefinitionPage {
  const found = all().find(
    (item): item is SettingDefinitionPage => "type" in item && item.type === "page" && item.name === wanted,
  );
  if (!found) throw new RangeError(`No page is called "${wanted}"`);
  return found;
}

/** The list with this heading on a page. */
function list(on: string, heading: string): SettingDefinitionList {
  const found = all(page(on).items).find(
    (item): item is SettingDefinitionList =>
      "type" in item && item.type === "list" && item.heading === heading,
  );
  if (!found) throw new RangeError(`"${on}" has no list "${heading}"`);
  return found;
}

function itemsOf({ items = [] }: SettingDefinitionList): readonly string[] {
  return items.map((item) => item.name);
}

/** The severity on a rule's page. */
function severityOf(rule: string): SettingDefinitionItem | undefined {
  const found = all().find((item) => "name" in item && item.name === rule && "items" in item);
  const items = found && "items" in found ? (found.items ?? []) : [];
  return items.find((item) => "name" in item && item.name === "Severity");
}

/** Rows that say why a change was not made. */
function refusals(): readonly string[] {
  return all().flatMap((item) =>
    "render" in item && item.name.startsWith("linkage.yaml was not changed") ? item.name : [],
  );
}

/** The control of a setting, with its value, and how to enter another. */
function control(wanted: string) {
  const item = severityOf(wanted) ?? named(wanted);
  if (!("control" in item)) throw new RangeError(`"${wanted}" has no control`);
  const { key, validate } = item.control;
  return {
    value: tab.getControlValue(key),
    fault: (value: unknown) => validate?.(value as never),
    enter: async (value: unknown) => {
      await tab.setControlValue(key, value);
    },
  };
}

/** The kind on a property's page. */
function kindOf(property: string) {
  const found = page(property).items?.find((item) => "name" in item && item.name === "Kind");
  if (!found || !("control" in found) || found.control.type !== "dropdown") throw new RangeError(property);
  const { key, options } = found.control;
  return {
    value: tab.getControlValue(key),
    choices: Object.keys(options),
    enter: async (value: string) => {
      await tab.setControlValue(key, value);
    },
  };
}

async function written(): Promise<string> {
  return app.vault.read(fileAt(app, "linkage.yaml"));
}

/** Press the button of a setting. */
function press(wanted: string): void {
  const item = named(wanted);
  const drawn = Setting.create__(createDiv());
  if ("render" in item) item.render(drawn.asOriginalType__(), drawn as never);
  for (const part of drawn.components) if (part instanceof ButtonComponent) part.simulateClick__();
}

/** Press the button that adds to a list or that of a setting, enter an answer, and see what the dialog says of it. */
function answer(to: SettingDefinitionList | string, said: string): string | undefined {
  const fields: TextComponent[] = [];
  const shown: Modal[] = [];
  jest.spyOn(TextComponent.prototype, "constructor4__").mockImplementation(function (this: TextComponent) {
    fields.push(this);
  });
  jest.spyOn(Modal.prototype, "open").mockImplementation(function (this: Modal) {
    shown.push(this);
  });
  if (typeof to === "string") press(to);
  else to.addItem?.action(document.body);
  const [modal] = shown;
  const [field] = fields;
  if (!modal || !field) throw new RangeError("No dialog was opened");
  field.setValue(said);
  field.inputEl.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  return modal.contentEl.querySelector(".is-invalid")?.textContent ?? undefined;
}

describe("what is kept of the user's own choices", () => {
  const usual = { liveLint: true, delay: 300, statusBar: true, blockLinks: true, grouping: "target" };

  test.each([
    ["nothing", null, usual],
    ["text", "oops", usual],
    [
      "all of it",
      { liveLint: false, delay: 50, statusBar: false, blockLinks: false, grouping: "note" },
      "as kept",
    ],
    [
      "parts that make no sense",
      { liveLint: "yes", delay: 1, grouping: "note", x: 1 },
      { ...usual, grouping: "note" },
    ],
  ])("%s", async (_, data, expected) => {
    await open({}, data);
    const values = {
      liveLint: control("Show problems in the editor").value,
      delay: control("Delay").value,
      statusBar: control("Count problems in the status bar").value,
      blockLinks: control("Show links in linkage blocks").value,
      grouping: control("Problems view").value,
    };
    expect(values).toEqual(expected === "as kept" ? data : expected);
  });

  test("a choice is kept, with what else the data hold", async () => {
    await open({}, { later: 1, delay: "x" });
    await control("Problems view").enter("rule");
    expect(plugin.data__).toEqual({ later: 1, ...usual, grouping: "rule" });
  });

  test("data that cannot be read are told", async () => {
    app = appOf({});
    plugin = enable(app);
    plugin.loadData = () => Promise.reject(new Error("No disk"));
    plugin.onExternalSettingsChange();
    await until(() => notices.length > 0);
    expect(notices).toEqual(["The settings could not be read: No disk"]);
  });
});

describe("a choice applies at once", () => {
  test("live lint and its delay", async () => {
    await open();
    const [parts] = plugin.editorExtensions__ as unknown as readonly (readonly unknown[])[];
    const updated = jest.spyOn(app.workspace, "updateOptions");
    await control("Show problems in the editor").enter(false);
    const links = parts?.[1];
    expect(parts).toEqual([[], links]);
    await control("Show problems in the editor").enter(true);
    expect(parts?.[0]).not.toEqual([]);
    expect(parts?.[1]).toBe(links);
    await control("Delay").enter(1000);
    await control("Problems view").enter("rule");
    expect(updated).toHaveBeenCalledTimes(3);
  });

  test("the status bar", async () => {
    await open();
    const count = (): number =>
      plugin.statusBarItems__.filter((item) => item.hasClass("linkage-status")).length;
    const [item] = plugin.statusBarItems__;
    document.body.append(item ?? "");
    await control("Count problems in the status bar").enter(false);
    expect(item?.isConnected).toBe(false);
    await control("Count problems in the status bar").enter(true);
    expect(count()).toBe(2);
  });

  test("the grouping of problems, in views that are open and in new ones", async () => {
    await open();
    const create = plugin.views__.get(problemsViewType);
    const leaf = app.workspace.getLeaf("tab").asOriginalType3__();
    const view = create?.(leaf);
    jest.spyOn(app.workspace, "getLeavesOfType").mockReturnValue([{ view }] as never);
    expect(view?.getState()).toMatchObject({ grouping: "target" });
    await control("Problems view").enter("rule");
    expect(view?.getState()).toMatchObject({ grouping: "rule" });
    expect(create?.(leaf).getState()).toMatchObject({ grouping: "rule" });
  });

  test.each([[0], [1.5], [20_000], [Number.NaN]])("a delay of %d is refused at the field", async (delay) => {
    await open();
    expect(control("Delay").fault(delay)).toBe("Expected a whole number from 50 to 10000");
    expect(control("Delay").fault(500)).toBeUndefined();
  });
});

describe("the conventions", () => {
  test("are shown as linkage.yaml has them", async () => {
    await open({ "linkage.yaml": config });
    expect(itemsOf(list("Ignored notes", "Ignored notes"))).toEqual(["Templates/"]);
    expect(control("unresolved-link").value).toBe("error");
    expect(control("malformed-tag").value).toBe("usual");
    expect(control("Built-in note types").value).toBe(true);
    expect(itemsOf(list("Note type TJ", "Required properties"))).toContain("note_id");
  });

  test.each<readonly [string, () => Promise<void> | void, string]>([
    ["a severity", () => control("malformed-tag").enter("off"), config + "  malformed-tag: off\n"],
    [
      "a usual severity",
      () => control("unresolved-link").enter("usual"),
      "# ours\nignore: [Templates/] # made by hand\n",
    ],
    ["no built-in types", () => control("Built-in note types").enter(false), config + "extends: none\n"],
    [
      "what the app leaves out",
      () => control("Check what the app leaves out").enter(true),
      config + "lintExcluded: true\n",
    ],
    [
      "an ignored note less",
      () => list("Ignored notes", "Ignored notes").onDelete?.(0),
      "# ours\nrules:\n  unresolved-link: error # !\n",
    ],
    [
      "an ignored note more",
      () => void answer(list("Ignored notes", "Ignored notes"), " Drafts/** "),
      config.replace("Templates/]", 'Templates/, "Drafts/**"]'),
    ],
    [
      "an exception of a rule",
      () => void answer(list("unresolved-link", "Notes that unresolved-link ignores"), "Inbox/"),
      config.replace("error #", "{ severity: error, ignore: [Inbox/] } #"),
    ],
    [
      "an option of a rule",
      () => void answer(list("unresolved-link", "Ignore targets"), "x*"),
      config.replace("error #", '{ severity: error, ignoreTargets: ["x*"] } #'),
    ],
    [
      "a placeholder",
      () => void answer(list("Placeholders", "Placeholders"), "Later"),
      config + "placeholders: [Later]\n",
    ],
    ["a site", () => control("Site").enter("quartz"), config + "site: quartz\n"],
    ["a class", () => void answer(list("CSS classes", "CSS classes"), "wide"), config + "classes: [wide]\n"],
    ["a note type", () => void answer(list("Note types", "Note types"), "MR"), config + "types:\n  MR: {}\n"],
  ])("%s is written in place", async (_, act, expected) => {
    await open({ "linkage.yaml": config });
    await act();
    await until(async () => (await written()) !== config);
    expect(await written()).toBe(expected);
    expect(notices).toEqual([]);
  });

  const ownType =
    "# ours\ntypes:\n  MR: # news\n    tags: [news]\n    ending: a # last\nextends: none\nsite: quartz # ours\n";

  test.each<readonly [string, () => Promise<void> | void, string]>([
    [
      "a required linkage block",
      () => control("Require a linkage block").enter(true),
      ownType.replace("a # last\n", "a # last\n    linkage: required\n"),
    ],
    ["a last line", () => void answer("Last line", "#"), ownType.replace("a #", '"#" #')],
    ["no last line", () => void answer("Last line", " "), ownType.replace("    ending: a # last\n", "")],
    [
      "another site",
      () => control("Site").enter("publish"),
      ownType.replace("site: quartz", "site: publish"),
    ],
    ["no site", () => control("Site").enter("none"), ownType.replace("site: quartz # ours\n", "")],
    [
      "a property",
      () => void answer(list("Note type MR", "What properties hold"), "my rating"),
      ownType.replace("a # last\n", "a # last\n    properties:\n      my rating: text\n"),
    ],
    [
      "a property that the app takes for a list",
      () => void answer(list("Note type MR", "What properties hold"), "Tags"),
      ownType.replace("a # last\n", "a # last\n    properties:\n      Tags: list\n"),
    ],
  ])("%s is written in place", async (_, act, expected) => {
    await open({ "linkage.yaml": ownType });
    await act();
    await until(async () => (await written()) !== ownType);
    expect(await written()).toBe(expected);
  });

  const held =
    "types:\n  MR:\n    properties: # what is in them\n      my rating: number # 1 to 5\n      state: [open, done] # both\n      mood: { kind: list, values: [1, good] }\n      tags: list\n";

  test.each<readonly [string, () => Promise<void> | void, string]>([
    ["a kind", () => kindOf("my rating").enter("text"), held.replace("number #", "text #")],
    [
      "a kind of values",
      () => kindOf("state").enter("text"),
      held.replace("[open, done]", "{ kind: text, values: [open, done] }"),
    ],
    [
      "any kind",
      () => kindOf("mood").enter("any"),
      held.replace("{ kind: list, values: [1, good] }", "[1, good]"),
    ],
    [
      "a number",
      () => void answer(list("my rating", "Values"), "5"),
      held.replace("number #", "{ kind: number, values: [5] } #"),
    ],
    [
      "a text",
      () => void answer(list("state", "Values"), "on hold"),
      held.replace("done]", "done, on hold]"),
    ],
    [
      "what YAML takes for a number",
      () => void answer(list("mood", "Values"), "2"),
      held.replace("good]", "good, 2]"),
    ],
    ["a value less", () => list("mood", "Values").onDelete?.(0), held.replace("1, ", "")],
    [
      "a property less",
      () => list("Note type MR", "What properties hold").onDelete?.(0),
      held.replace("      my rating: number # 1 to 5\n", ""),
    ],
  ])("what a property holds is written in place: %s", async (_, act, expected) => {
    await open({ "linkage.yaml": held });
    await act();
    await until(async () => (await written()) !== held);
    expect(await written()).toBe(expected);
    expect(refusals()).toEqual([]);
  });

  test("what a property holds is shown, and what it can hold", async () => {
    await open({ "linkage.yaml": held });
    expect(itemsOf(list("Note type MR", "What properties hold"))).toEqual([
      "my rating",
      "state",
      "mood",
      "tags",
    ]);
    expect(["my rating", "state", "mood", "tags"].map((name) => kindOf(name).value)).toEqual([
      "number",
      "any",
      "list",
      "list",
    ]);
    expect(kindOf("tags").choices).toEqual(["list"]);
    expect(kindOf("my rating").choices).not.toContain("any");
    expect(kindOf("state").choices).toContain("any");
  });

  test("the linkage block of a built-in type is written with all of the type", async () => {
    await open();
    expect(control("Require a linkage block").value).toBe(true);
    await control("Require a linkage block").enter(false);
    await until(() => control("Require a linkage block").value === false);
    expect(await written()).toContain("types:\n  TJ:\n    classes: [tech-journal]\n");
  });

  test("classes are those that the file lists, not those of snippets", async () => {
    const snippets = { ".obsidian/snippets/a.css": ".narrow {}" };
    await open({ "linkage.yaml": "classes: wide\n", ...snippets });
    expect(itemsOf(list("CSS classes", "CSS classes"))).toEqual(["wide"]);
  });

  test("a change applies at once", async () => {
    await open({ "linkage.yaml": config });
    await control("malformed-tag").enter("off");
    const shown = jest.spyOn(tab, "update");
    await until(() => control("malformed-tag").value === "off");
    expect(shown).toHaveBeenCalled();
  });

  test("a file is made where there is none", async () => {
    await open();
    await control("malformed-tag").enter("off");
    expect(await written()).toBe(
      "# The conventions of this vault, as Linkage checks them.\nrules:\n  malformed-tag: off\n",
    );
  });

  test("a byte order mark stays", async () => {
    await open({ "linkage.yaml": "\ufeffignore: a\n" });
    await control("malformed-tag").enter("off");
    expect(await written()).toBe("\ufeffignore: a\nrules:\n  malformed-tag: off\n");
  });

  test("two changes at the same time are both made", async () => {
    await open({ "linkage.yaml": config });
    // As in the app, one writing waits for the other.
    const write = app.vault.process.bind(app.vault);
    let last: Promise<unknown> = Promise.resolve();
    jest.spyOn(app.vault, "process").mockImplementation((file, change) => {
      const next = last.then(() => write(file, change));
      last = next;
      return next;
    });
    await Promise.all([control("malformed-tag").enter("off"), control("duplicate-tag").enter("off")]);
    expect((await written()).slice(config.length).split("\n").sort()).toEqual([
      "",
      "  duplicate-tag: off",
      "  malformed-tag: off",
    ]);
  });

  test("a file that does not parse stays as it is, its mistake is shown, and that nothing was written", async () => {
    await open({ "linkage.yaml": "ignore: [a\n" });
    expect(all().filter((item) => "desc" in item && item.desc === "linkage.yaml, line 2")).toHaveLength(1);
    await control("malformed-tag").enter("off");
    expect(await written()).toBe("ignore: [a\n");
    expect(refusals()).toEqual([
      expect.stringMatching(/^linkage.yaml was not changed: Line 2 cannot be read/),
    ]);
  });

  test("a file that nobody told of any more does not parse: both are shown", async () => {
    await open({ "linkage.yaml": config });
    await app.vault.adapter.write("linkage.yaml", "ignore: [a\n");
    await control("malformed-tag").enter("off");
    await until(() => all().some((item) => "desc" in item && item.desc === "linkage.yaml, line 2"));
    expect(refusals()).toHaveLength(1);
  });

  test("what matches nothing is shown", async () => {
    await open({ "linkage.yaml": "ignore: [Draft*]\n" });
    expect(
      named('Nothing in the vault matches "Draft*", expected a path or pattern of notes that are there'),
    ).toHaveProperty("desc", "linkage.yaml, line 1");
  });

  test.each([
    ["a mistake is an alert", "site: nowhere\n", "alert"],
    ["a hint is none", "ignore: [Draft*]\n", null],
  ])("%s", async (_, text, role) => {
    await open({ "linkage.yaml": text });
    const row = all().find((item) => "desc" in item && item.desc === "linkage.yaml, line 1");
    const drawn = Setting.create__(createDiv());
    if (row && "render" in row) row.render(drawn.asOriginalType__(), drawn as never);
    expect(drawn.settingEl.getAttribute("role")).toBe(role);
  });

  test("what the app cannot write is told", async () => {
    await open({ "linkage.yaml": config });
    jest.spyOn(app.vault, "process").mockRejectedValue(new Error("No disk"));
    await control("malformed-tag").enter("off");
    expect(refusals()).toEqual(["linkage.yaml was not changed: No disk"]);
  });
});

test.each<readonly [string, () => SettingDefinitionList, string, string]>([
  ["nothing", () => list("Ignored notes", "Ignored notes"), " ", "Expected text"],
  [
    "what is there",
    () => list("Ignored notes", "Ignored notes"),
    "Templates/",
    '"Templates/" is there already',
  ],
  [
    "a path of the computer",
    () => list("Ignored notes", "Ignored notes"),
    "C:\\x",
    '"C:\\x" is a path of this computer, expected one from the top of the vault',
  ],
  [
    "brackets that match nothing",
    () => list("malformed-tag", "Notes that malformed-tag ignores"),
    "[bad{",
    '"[bad{" matches nothing in this vault',
  ],
  [
    "a link",
    () => list("Placeholders", "Placeholders"),
    "[[a]]",
    '"[[a]]" is a link, expected its target alone',
  ],
  [
    "no class",
    () => list("CSS classes", "CSS classes"),
    ".wide",
    '".wide" is not a CSS class, expected letters, digits, hyphens and underscores, no digit first',
  ],
  ["no code", () => list("Note types", "Note types"), "mr", "Expected one to four capitals"],
  ["a code that is taken", () => list("Note types", "Note types"), "TJ", '"TJ" is there already'],
  [
    "no tag",
    () => list("Note type TJ", "Tags"),
    "2023",
    '"2023" is not a tag, expected letters, digits, hyphens or underscores',
  ],
  ["no folder", () => list("Note type TJ", "Folders"), "Nots", '"Nots" is not a folder of this vault'],
  [
    "a property that is there",
    () => list("Note type MR", "What properties hold"),
    "RATING",
    '"RATING" is there already',
  ],
  ["a text for a number", () => list("rating", "Values"), "high", "Expected a number"],
  ["a text for a checkbox", () => list("done", "Values"), "yes", "Expected true or false"],
  [
    "two properties",
    () => list("Note type TJ", "Required properties"),
    "a b",
    '"a b" holds blanks, expected one name',
  ],
])("%s is refused at the field", async (_, to, said, message) => {
  const withType = `${config}types:\n  MR:\n    properties: { rating: number, done: checkbox }\n`;
  await open({ "linkage.yaml": withType });
  expect(answer(to(), said)).toContain(message);
  expect(await written()).toBe(withType);
});

test("note types can be inferred where there is no config, and enough notes have something in common", async () => {
  const notes = Object.fromEntries(
    [1, 2, 3, 4, 5].map((at) => [`${String(at)}.md`, `---\nnote_id: 23071${String(at)}MR01\n---\n`]),
  );
  await open(notes);
  expect(named("Infer note types")).toHaveProperty("render");
  plugin.unload();
  await open({ ...notes, "linkage.yaml": "" });
  expect(() => named("Infer note types")).toThrow("No setting");
});

test("a start makes no page: the app keeps the definitions, and asks for a page when it is seen or searched", async () => {
  const headings = jest.spyOn(texts.settings, "ignoredBy");
  const types = jest.spyOn(texts.settings, "type");
  await open({ "linkage.yaml": "types:\n  MR: {}\n" });
  tab.update();
  expect([...headings.mock.calls, ...types.mock.calls]).toEqual([]);
  expect(page("Rules").items).toHaveLength(allRules.length);
  expect(headings.mock.calls.map(([id]) => id).sort()).toEqual(allRules.map(({ id }) => id).sort());
});

test("to declare the settings, nothing is read", async () => {
  await open({ "linkage.yaml": config, "a.md": "[[gone]]" });
  const note = jest.spyOn(app.vault, "cachedRead");
  const file = jest.spyOn(app.vault.adapter, "read");
  expect(tab.getSettingDefinitions()).toHaveLength(2);
  expect([...note.mock.calls, ...file.mock.calls]).toEqual([]);
});
