import { sep } from "node:path";
import { workerData } from "node:worker_threads";
import { walk } from "../walk.mts";
import { stages, type Found, type Order } from "./look-aside.mts";
import { putStamp, stampList, stampOf } from "./stamp.mts";
import { isLookedInto } from "./vault-look.mts";

/* The other thread of `lookAside`, a program of its own: it is begun sooner than one that can lint. */

/** After so many files the other thread is told, which may wait for them. */
const TOLD_AT_ONCE = 1000;

function look({ folder, port, state }: Order): void {
  tell(state, stages.begun);
  const { files, problems } = walk(folder);
  const stamps = stampList(files.length, SharedArrayBuffer);
  const found: Found = {
    files: files.map((path) => `${path}\0`).join(""),
    problems: problems.map(({ severity, path, message }) => [severity, path, message]),
    stamps,
  };
  port.postMessage(found);
  for (const [place, path] of files.entries()) {
    if (place % TOLD_AT_ONCE === 0) tell(state, stages.files + place);
    if (isLookedInto(path)) putStamp(stamps, place, stampOf(folder + sep + path));
  }
  tell(state, stages.files + files.length);
}

function tell(state: Int32Array, how: number): void {
  Atomics.store(state, 0, how);
  Atomics.notify(state, 0);
}

/** What starts this says it so. */
function isOrder(value: unknown): value is Order {
  return typeof value === "object" && value !== null && "state" in value;
}

const order: unknown = workerData;
if (isOrder(order)) {
  try {
    look(order);
  } catch {
    // Whoever waits looks itself, and meets the same.
    tell(order.state, stages.failed);
  }
}
