import { sep } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { hostProblem } from "../../lint/host-problem.ts";
import type { Severity } from "../../rules/rule.ts";
import { stampOf } from "./stamp.mts";
import { lookHere, type VaultLook } from "./vault-look.mts";

/** What the thread is started with. */
export interface Order {
  readonly folder: string;
  /** One number: how far the thread is, `Progress`. */
  readonly state: Int32Array;
  /** Where it tells what it has found, once: `Found`. */
  readonly port: MessagePort;
}

/** How far the thread is: one of these, or `files` and the number of files that it has looked at. */
export const stages = { failed: -1, waited: 0, begun: 1, files: 2 } as const;

/** What lies in the vault's folder, in a form in which it is soon told to another thread. */
export interface Found {
  /** The paths of all files, with a NUL behind each, which no name has. */
  readonly files: string;
  readonly problems: readonly (readonly [severity: Severity, path: string, message: string])[];
  /** Of each file that is looked into the four numbers of its stamp, as far as the thread is; NaN where there is none. */
  readonly stamps: Float64Array;
}

/** The numbers of a stamp. */
export const NUMBERS = 4;

/** How long a thread may take to begin, in milliseconds. */
const LONGEST_START = 500;

/**
 * Begin a look at the vault in `folder` by another thread. What is given is to be called when the look is needed: it waits as long as the thread
 * is behind. Where there is no other thread to be had, it is a look by this one.
 * @param script the file that the thread runs, absolute
 */
export function lookAside(script: string, folder: string): () => VaultLook {
  const began = Date.now();
  // Asked for here, since most runs do not need it, and to load it takes 2 ms. Node 20.12 cannot be asked so.
  const threads = "getBuiltinModule" in process ? process.getBuiltinModule("node:worker_threads") : null;
  if (threads === null) return () => lookHere(folder);
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new threads.MessageChannel();
  const order: Order = { folder, state, port: port2 };
  // It may fail to start, or end early: nobody then waits for it.
  const worker = new threads.Worker(script, { workerData: order, transferList: [port2] });
  worker.on("error", () => undefined).unref();
  return () => {
    const found = isPast(state, stages.begun) ? threads.receiveMessageOnPort(port1) : undefined;
    port1.close();
    return isFound(found?.message) ? lookOf(folder, began, state, found.message) : lookHere(folder);
  };
}

/** What another thread sees. */
function lookOf(folder: string, began: number, state: Int32Array, found: Found): VaultLook {
  const files = found.files.split("\0").slice(0, -1);
  const { stamps } = found;
  let done = 0;
  return {
    began,
    files,
    problems: found.problems.map(([severity, path, message]) =>
      hostProblem("unreadable-file", severity, path, message),
    ),
    stampAt: (place) => {
      if (place >= done) {
        // It has ended before its time.
        if (!isPast(state, stages.files + place)) return stampOf(folder + sep + (files[place] ?? ""));
        done = Atomics.load(state, 0) - stages.files;
      }
      const at = place * NUMBERS;
      const size = stamps[at] ?? NaN;
      if (Number.isNaN(size)) return null;
      return [size, stamps[at + 1] ?? 0, stamps[at + 2] ?? 0, stamps[at + 3] ?? 0];
    },
  };
}

/** Wait until the thread is further than so. False if it will never be. */
function isPast(state: Int32Array, least: number): boolean {
  for (;;) {
    const now = Atomics.load(state, 0);
    if (now === stages.failed || now > least) return now > least;
    const isStarting = now === stages.waited;
    const answer = Atomics.wait(state, 0, now, isStarting ? LONGEST_START : Infinity);
    if (isStarting && answer === "timed-out") return false;
  }
}

function isFound(value: unknown): value is Found {
  return typeof value === "object" && value !== null && "stamps" in value;
}
