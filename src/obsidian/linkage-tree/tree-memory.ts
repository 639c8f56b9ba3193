import { Component, debounce, type App } from "obsidian";
import * as z from "../../journal/zod.ts";
import { lazily } from "../../text/lazily.ts";
import { readParts } from "../read-parts.ts";
import type { ListPlace } from "../tree-list/tree-list.ts";
import { Expansion, MOST_KEPT_ROWS, MOST_KEPT_TREES } from "./expansion.ts";
import type { LinkageNode } from "./linkage-list-rows.ts";
import { choicesOf, choicesSchema, initialState, type TreeChoices } from "./tree-state.ts";

/** By what the app's local storage knows what is kept for a vault on this device. */
const STORAGE_KEY = "linkage-tree";

/** How long a change rests before it is kept, in milliseconds. */
const RESTING = 1000;

/** Of how many notes it is known where their tree was left. */
const MOST_PLACES = 200;

const schema = lazily(() =>
  z.object({
    choices: choicesSchema(),
    expanded: z
      .array(
        z.tuple([
          z.string(),
          z.array(z.tuple([z.string(), z.string(), z.boolean()])).check(z.maxLength(MOST_KEPT_ROWS)),
        ]),
      )
      .check(z.maxLength(MOST_KEPT_TREES)),
  }),
);

/**
 * What linkage trees remember when no view shows them: how they are wanted and what is expanded, over a restart too; for as
 * long as the plugin runs also which row was active and what was in sight. All views share it.
 */
export class TreeMemory extends Component {
  readonly expansion: Expansion;
  private readonly app: App;
  private readonly places = new Map<string, ListPlace<LinkageNode>>();
  private current: TreeChoices;
  private readonly keep = debounce(
    () => {
      this.save();
    },
    RESTING,
    true,
  );

  constructor(app: App) {
    super();
    this.app = app;
    const before = { choices: choicesOf(initialState), expanded: [] };
    const { choices, expanded } = readParts(schema, app.loadLocalStorage(STORAGE_KEY), before);
    this.current = choices;
    this.expansion = new Expansion(expanded);
  }

  override onunload(): void {
    this.keep.cancel();
    this.save();
  }

  /** How trees are wanted, as it was last said in any view. */
  get choices(): TreeChoices {
    return this.current;
  }

  choose(choices: TreeChoices): void {
    this.current = choices;
    this.keep();
  }

  /** Something was expanded or collapsed. */
  expanded(): void {
    this.keep();
  }

  /** Where the tree of a note was left; null: it was not shown before. */
  placeOf(note: string): ListPlace<LinkageNode> | null {
    return this.places.get(note) ?? null;
  }

  leave(note: string, place: ListPlace<LinkageNode>): void {
    this.places.delete(note);
    this.places.set(note, place);
    const [oldest] = this.places.keys();
    if (this.places.size > MOST_PLACES && oldest !== undefined) this.places.delete(oldest);
  }

  /** A note has another path. */
  rename(from: string, to: string): void {
    this.expansion.rename(from, to);
    this.places.delete(from);
    this.keep();
  }

  /** Where nothing can be kept, as in a private window, it lasts as long as the plugin runs. */
  private save(): void {
    const kept = { choices: this.current, expanded: this.expansion.kept() };
    try {
      this.app.saveLocalStorage(STORAGE_KEY, kept);
    } catch (error) {
      console.debug("The linkage tree's choices are not kept", error);
    }
  }
}
