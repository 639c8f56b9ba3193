import { createHash, randomBytes } from "node:crypto";
import { closeSync, constants, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { CannotRun } from "../../report/cannot-run.ts";
import { isCoded } from "../reason.mts";
import { makeJournal, namesIn, whileJournaling, type Journal } from "./journal.mts";

/**
 * Who holds a lock, told by the name of a file, which is there whole or not at all. A process id alone does not do: after a crash
 * another process may have it.
 */
interface Holder {
  readonly pid: number;
  /** When the process began, in a form of which only equality counts; `0` where the system does not tell. */
  readonly birth: string;
  readonly host: string;
}

/**
 * Do something that no other run may do to the vault at the same time.
 * @throws CannotRun if another run does
 */
export async function whileLocked<T>(journal: Journal, act: () => Promise<T>): Promise<T> {
  const unlock = whileJournaling(journal, () => {
    makeJournal(journal);
    return lock(journal.folder);
  });
  if (unlock === null) {
    throw new CannotRun(
      `Another run of Linkage is writing to this vault (if it has died on another computer, delete *.lock in "${journal.folder}")`,
    );
  }
  try {
    return await act();
  } finally {
    unlock();
  }
}

/**
 * Keep other runs from writing to the vault of this journal, whose folder exists. Gives what ends that, or null if another run is
 * at work.
 *
 * Each run first puts down its own file and then looks for those of others: of two, at least one sees the other, so that never both
 * go on (though both may give up). No file is ever replaced, so that one left by a run that died can be removed by anybody at any time.
 */
export function lock(folder: string): (() => void) | null {
  const own = `${nameOf(self())}-${randomBytes(6).toString("hex")}.lock`;
  const path = join(folder, own);
  closeSync(openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600));
  const unlock = (): void => {
    rmSync(path, { force: true });
  };
  if (!isLockedBut(own, folder)) return unlock;
  unlock();
  return null;
}

/** Is some run writing to the vault of this journal? Nothing is made to find that out. */
export function isLocked(folder: string): boolean {
  return isLockedBut(null, folder);
}

function isLockedBut(own: string | null, folder: string): boolean {
  let isHeld = false;
  for (const name of namesIn(folder)) {
    const holder = name === own ? null : holderNamed(name);
    if (holder === null) continue;
    const path = join(folder, name);
    if (isAtWork(holder, path)) isHeld = true;
    else rmSync(path, { force: true });
  }
  return isHeld;
}

/** Of another computer nothing can be told: a holder there is taken to be at work. */
function isAtWork(holder: Holder, path: string): boolean {
  if (holder.host !== self().host) return true;
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || made < Date.now() - (uptime() + clockDrift) * 1000) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of another user.
    if (isCoded(error) && error.code === "ESRCH") return false;
  }
  return holder.birth === birthOf(holder.pid);
}

/** Seconds by which the clock may have been set back since the computer started. */
const clockDrift = 60;

function nameOf({ pid, birth, host }: Holder): string {
  return `${String(pid)}-${birth}-${host}`;
}

function holderNamed(name: string): Holder | null {
  const [, pid, birth, host] = /^(\d+)-(\w+)-(\w+)-\w+\.lock$/.exec(name) ?? [];
  if (pid === undefined || birth === undefined || host === undefined) return null;
  return { pid: Number(pid), birth, host };
}

function self(): Holder {
  return { pid: process.pid, birth: birthOf(process.pid), host: digest(hostname()) };
}

/** Linux counts a process's start from that of the computer (proc(5), starttime, the 22nd field of stat). */
function birthOf(pid: number): string {
  if (process.platform !== "linux") return "0";
  try {
    const [, fields = ""] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${String(pid)}/stat`, "utf8")) ?? [];
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
    return digest(boot + (fields.split(" ")[22 - 3] ?? ""));
  } catch (error) {
    if (isCoded(error)) return "0";
    throw error;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
