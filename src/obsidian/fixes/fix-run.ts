import { Component, type App } from "obsidian";
import type { BatchReport } from "../../report/batch-report.ts";
import type { NoteBatches } from "../batch/note-batches.ts";
import { undoLastBatch } from "../batch/undo-command.ts";
import { reasonOf } from "../read-note.ts";
import { Slices } from "../slices.ts";
import { applyPlan } from "./apply-plan.ts";
import { FixFollower } from "./fix-follower.ts";
import { FixPlan } from "./fix-plan.ts";
import { vaultRequest, type FixRequest } from "./fix-request.ts";
import type { FixSource } from "./fix-source.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** How far a plan is. `part`: of what is being done, from 0 to 1. */
export type FixPhase =
  | { readonly kind: "busy"; readonly said: string; readonly part: number }
  | { readonly kind: "ready" }
  | { readonly kind: "stopped"; readonly said: string };

/** Whom a run tells what has become of its plan. */
export interface RunHooks {
  /** All of the plan may be otherwise. */
  readonly changed: () => void;
  /** Only the phase is. */
  readonly moved: () => void;
}

/**
 * The way of a plan of repairs: it is made, kept up to date with the vault, applied, and undone. Whatever goes wrong is told by
 * a notice. Once it is unloaded nothing more is planned; what is being written then is written to its end, and told.
 */
export class FixRun extends Component {
  private readonly app: App;
  private readonly source: FixSource;
  private readonly batches: NoteBatches;
  private readonly hooks: RunHooks;
  private readonly follower: FixFollower;
  private planNow: FixPlan;
  private phaseNow: FixPhase = { kind: "stopped", said: texts.shared.reading };
  private reportNow: BatchReport | null = null;
  private slices = new Slices();
  /** How many batches there had been after the last one from here; -1 if that cannot be undone from here. */
  private batchCount = -1;
  private isMade = false;
  private isWriting = false;
  private isCancelled = false;
  private isOver = false;

  constructor(app: App, source: FixSource, batches: NoteBatches, hooks: RunHooks) {
    super();
    this.app = app;
    this.source = source;
    this.batches = batches;
    this.hooks = hooks;
    this.planNow = new FixPlan(app, source, vaultRequest);
    this.follower = new FixFollower(
      source,
      (paths, slices) => this.plan.follow(paths, slices),
      hooks.changed,
    );
  }

  /** What is planned, as far as it is known; another one after each `begin`. */
  get plan(): FixPlan {
    return this.planNow;
  }

  get phase(): FixPhase {
    return this.phaseNow;
  }

  /** What has come of the batch that was applied last, unless all of it, or another batch, has been undone or written since. */
  get report(): BatchReport | null {
    const isOld = this.batchCount >= 0 && !this.canUndo;
    return isOld ? null : this.reportNow;
  }

  /** Whether the batch that was applied last can be undone from here: none has been written or undone since. */
  get canUndo(): boolean {
    return this.batchCount === this.batches.count;
  }

  override onload(): void {
    this.isOver = false;
    this.addChild(this.follower);
    this.registerEvent(
      this.app.vault.on("rename", ({ path }, oldPath) => {
        this.plan.choice.rename(oldPath, path);
      }),
    );
  }

  override onunload(): void {
    this.isOver = true;
    if (!this.isWriting) this.slices.stop();
  }

  /** Look for all that is asked for. Whatever was under way is left, but for writing. */
  begin(request: FixRequest): void {
    if (this.isWriting) return;
    this.slices.stop();
    this.slices = new Slices();
    this.follower.stop();
    this.planNow = new FixPlan(this.app, this.source, request);
    this.isMade = false;
    this.phaseNow = { kind: "busy", said: texts.shared.reading, part: 0 };
    this.hooks.changed();
    tellFailure(this.make(this.planNow, this.slices));
  }

  /** Stop: what has been written stays, and what was planned before is shown again. */
  cancel(): void {
    this.isCancelled = true;
    if (this.isWriting) return;
    this.slices.stop();
    this.phaseNow = this.isMade ? { kind: "ready" } : { kind: "stopped", said: texts.fixes.cancelled };
    if (this.isMade) this.follower.go();
    else this.follower.stop();
    this.hooks.changed();
  }

  /** Write what is chosen. */
  apply(): void {
    if (this.phase.kind === "ready") tellFailure(this.write());
  }

  /** Undo what was applied last, unless another batch has been written since. */
  undo(): void {
    tellFailure(this.takeBack());
  }

  private async make(plan: FixPlan, slices: Slices): Promise<void> {
    await this.source.ready;
    if (wasStopped(slices)) return;
    this.follower.start();
    await plan.make(slices, (progress) => {
      this.move(texts.fixes.phase(progress), progress.done, progress.total);
    });
    if (wasStopped(slices)) return;
    this.isMade = true;
    this.phaseNow = { kind: "ready" };
    this.hooks.changed();
    this.follower.go();
  }

  private async write(): Promise<void> {
    this.isCancelled = false;
    this.slices = new Slices();
    this.move(texts.shared.reading, 0, 0);
    await this.follower.rest();
    try {
      const applied = await applyPlan(this.app, this.plan, this.batches, this.slices, {
        planning: (progress) => {
          this.move(texts.fixes.phase(progress), progress.done, progress.total);
        },
        writing: (done, total) => {
          this.isWriting = true;
          this.move(texts.fixes.writing(done, total), done, total);
        },
        isCancelled: () => this.isCancelled,
      });
      if (applied) {
        this.reportNow = applied;
        this.batchCount = applied.canUndo ? this.batches.count : -1;
        await this.plan.follow(applied.written, this.slices);
      }
    } finally {
      this.isWriting = false;
      this.phaseNow = { kind: "ready" };
      if (this.isOver && this.report)
        new PluginNotice(texts.fixes.outcome(this.report.written.length, this.report.left.length));
      this.hooks.changed();
      this.follower.go();
    }
  }

  private async takeBack(): Promise<void> {
    if (this.batchCount !== this.batches.count) {
      new PluginNotice(texts.fixes.notLast);
      return;
    }
    const report = await undoLastBatch(this.app, this.batches);
    if (report?.left.length === 0) this.reportNow = null;
    this.batchCount = -1;
    this.hooks.changed();
  }

  private move(said: string, done: number, total: number): void {
    this.phaseNow = { kind: "busy", said, part: total === 0 ? 0 : done / total };
    this.hooks.moved();
  }
}

function tellFailure(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    new PluginNotice(texts.shared.failed(reasonOf(error)));
  });
}

/** Others may end the work while one waits. */
function wasStopped(slices: Slices): boolean {
  return slices.isOver;
}
