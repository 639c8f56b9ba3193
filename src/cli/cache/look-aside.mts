import { sep } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { hostProblem } from "../../lint/host-problem.ts";
import type { Severity } from "../../rules/rule.ts";
import { isCoded } from "../reason.mts";
import { stampIn, stampOf } from "./stamp.mts";
import { lookHere, type VaultLook } from "./vault-look.mts";

/** What the thread is started with. */
export interface Order {
  readonly folder: string;
  /** One number: how far the thread is: `stages`. */
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
  /** Of each file that is looked into its stamp (`stampIn`), as far as the thread is. */
  readonly stamps: Float64Array;
}

/** How long a thread may take to begin, and then to get further, in milliseconds: who has waited so long looks itself. */
const LONGEST_START = 500;
const LONGEST_PAUSE = 10_000;

/**
 * Begin a look at the vault in `folder` by another thread. What is given is to be called when the look is needed: it waits as long as the thread
 * is behind. Where there is no other thread to be had, it is a look by this one.
 * @param script the file that the thread runs, absolute
 * @param patience how long the thread may take to get further, in milliseconds
 */
export function lookAside(script: string, folder: string, patience = LONGEST_PAUSE): () => VaultLook {
  const began = Date.now();
  // Asked for here, since most runs do not need it, and to load it takes 2 ms. Node 20.12 cannot be asked so.
  const threads = "getBuiltinModule" in process ? process.getBuiltinModule("node:worker_threads") : null;
  if (threads === null) return () => lookHere(folder);
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const isPast = (least: number): boolean => hasPassed(state, least, patience);
  const { port1, port2 } = new threads.MessageChannel();
  const order: Order = { folder, state, port: port2 };
  try {
    const worker = new threads.Worker(script, { workerData: order, transferList: [port2] });
    // Who waits for it sees that it gets no further.
    worker.on("error", () => undefined).unref();
  } catch (error) {
    // The system has no thread left.
    if (!isCoded(error)) throw error;
    return () => lookHere(folder);
  }
  return () => {
    const found = isPast(stages.begun) ? threads.receiveMessageOnPort(port1) : undefined;
    port1.close();
    return isFound(found?.message) ? lookOf(folder, began, found.message, isPast) : lookHere(folder);
  };
}

/** What another thread sees. @param isPast waits until it is further than so; false if it will never be */
function lookOf(folder: string, began: number, found: Found, isPast: (least: number) => boolean): VaultLook {
  const files = found.files.split("\0").slice(0, -1);
  const { stamps } = found;
  return {
    began,
    files,
    problems: found.problems.map(([severity, path, message]) =>
      hostProblem("unreadable-file", severity, path, message),
    ),
    stampAt: (place) => {
      if (!isPast(stages.files + place)) return stampOf(folder + sep + (files[place] ?? ""));
      return stampIn(stamps, place);
    },
  };
}

/** Wait until the thread is further than so. False if it will never be. */
function hasPassed(state: Int32Array, least: number, patience: number): boolean {
  for (;;) {
    const now = Atomics.load(state, 0);
    if (now === stages.failed || now > least) return now > least;
    const longest = now === stages.waited ? LONGEST_START : patience;
    if (Atomics.wait(state, 0, now, longest) === "timed-out")
      Atomics.compareExchange(state, 0, now, stages.failed);
  }
}

function isFound(value: unknown): value is Found {
  return typeof value === "object" && value !== null && "stamps" in value;
}
