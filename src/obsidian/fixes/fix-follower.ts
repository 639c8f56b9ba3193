import { Component } from "obsidian";
import { Slices } from "../slices.ts";
import type { FixSource } from "./fix-source.ts";

/** How long a note must rest before it is looked at again, in milliseconds. */
const QUIET = 300;

/** Looks at notes again, in slices. Gives whether anything is otherwise. */
type Look = (paths: Iterable<string>, slices: Slices) => Promise<boolean>;

/** Gathers the notes that may have changed, and has them looked at again while nothing else is done. */
export class FixFollower extends Component {
  private readonly source: FixSource;
  private readonly look: Look;
  private readonly changed: () => void;
  private readonly waiting = new Set<string>();
  private slices = new Slices();
  private state: "off" | "gathering" | "going" = "off";
  private timer = 0;
  private work: Promise<void> = Promise.resolve();

  constructor(source: FixSource, look: Look, changed: () => void) {
    super();
    this.source = source;
    this.look = look;
    this.changed = changed;
  }

  override onload(): void {
    this.register(
      this.source.onChange((affected) => {
        if (this.state === "off") return;
        for (const path of affected) this.waiting.add(path);
        if (this.state === "going") this.wait();
      }),
    );
  }

  override onunload(): void {
    this.stop();
  }

  /** Gather what changes from now on. */
  start(): void {
    this.stop();
    this.state = "gathering";
  }

  /** Look at what has been gathered, and at what is from now on. */
  go(): void {
    if (this.state === "off") return;
    this.state = "going";
    this.slices = new Slices();
    if (this.waiting.size > 0) this.wait();
  }

  /** Come to the end of what is being looked at; from then on it is only gathered, until `go`: nobody has seen that yet. */
  async rest(): Promise<void> {
    window.clearTimeout(this.timer);
    this.state = "gathering";
    await this.work;
  }

  /** Forget what has been gathered. */
  stop(): void {
    this.state = "off";
    this.slices.stop();
    this.work = Promise.resolve();
    window.clearTimeout(this.timer);
    this.waiting.clear();
  }

  private wait(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.work = this.work.then(() => this.lookAtAll());
    }, QUIET);
  }

  private async lookAtAll(): Promise<void> {
    while (this.waiting.size > 0 && this.state === "going") {
      const paths = [...this.waiting];
      this.waiting.clear();
      const { slices } = this;
      const isOther = await this.look(paths, slices);
      if (slices.isOver) return;
      if (isOther) this.changed();
    }
  }
}
