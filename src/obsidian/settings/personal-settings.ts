import * as z from "../../journal/zod.ts";
import { lazily } from "../../text/lazily.ts";
import { LINT_DELAY } from "../editor-lint.ts";
import { groupings } from "../problems/problems-state.ts";
import { readParts } from "../read-parts.ts";

/** How short and how long a text may rest before it is linted, in milliseconds. */
export const LEAST_DELAY = 50;
export const MOST_DELAY = 10_000;

/** Whether a text may rest that long, in milliseconds, before it is linted. */
export function isDelay(delay: number): boolean {
  return Number.isInteger(delay) && delay >= LEAST_DELAY && delay <= MOST_DELAY;
}

const schema = lazily(() =>
  z.object({
    /** Problems are shown in the editor. */
    liveLint: z.boolean(),
    /** How long a text must rest before it is linted, in milliseconds. */
    delay: z.number().check(z.refine(isDelay)),
    /** The note's problems are counted in the status bar. */
    statusBar: z.boolean(),
    /** Links in linkage blocks are links where notes are read, and in live preview. */
    blockLinks: z.boolean(),
    /** By what a new problems view groups. */
    grouping: z.enum(groupings),
  }),
);

/** What a user of the app has chosen for themselves: kept in the plugin's data, not in the vault's conventions. */
export type PersonalChoices = Readonly<z.output<ReturnType<typeof schema>>>;

/** What holds until something else is chosen. */
const usualChoices: PersonalChoices = {
  liveLint: true,
  delay: LINT_DELAY,
  statusBar: true,
  blockLinks: true,
  grouping: "target",
};

/** Where the choices are kept: the plugin. */
interface Store {
  loadData(): Promise<unknown>;
  saveData(data: unknown): Promise<void>;
}

/** The user's own choices: kept from one start to the next, and told to whoever acts on them as soon as they change. */
export class PersonalSettings {
  private readonly store: Store;
  private readonly listeners = new Set<() => void>();
  private choices = usualChoices;
  /** What the data hold beside the choices, as a newer version may have written it. */
  private others: object = {};

  constructor(store: Store) {
    this.store = store;
  }

  get current(): PersonalChoices {
    return this.choices;
  }

  /** Read what is kept; what is not there, or makes no sense, is as usual. */
  async load(): Promise<void> {
    const data = await this.store.loadData();
    this.others = typeof data === "object" && data !== null ? data : {};
    this.take(readParts(schema, data, usualChoices));
  }

  /** Choose something else, from now on and for the next start. What makes no sense is left as it is. */
  async change(said: Readonly<Record<string, unknown>>): Promise<void> {
    this.take(readParts(schema, said, this.choices));
    await this.store.saveData({ ...this.others, ...this.choices });
  }

  /** Be told of changes until the function that is returned is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private take(choices: PersonalChoices): void {
    this.choices = choices;
    for (const listener of [...this.listeners]) listener();
  }
}
