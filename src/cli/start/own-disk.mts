import { constants, type Stats } from "node:fs";
import { realDisk, type Disk } from "../write/disk.mts";

/**
 * The disk, of which only such files are opened that are the user's own and that nobody else may write: what they hold is run. Where
 * files have no owner, as on Windows, the folder that they lie in is the user's own. A pipe is not waited for.
 */
export const ownDisk: Disk = {
  ...realDisk,
  open(path, flags, mode) {
    // Windows has no such flag, which counts as 0 then.
    const file = realDisk.open(path, flags | constants.O_NONBLOCK, mode);
    if (isOwn(realDisk.stat(file))) return file;
    realDisk.close(file);
    throw Object.assign(new Error("somebody else may write this file"), { code: "EPERM" });
  },
};

const writtenByOthers = constants.S_IWGRP | constants.S_IWOTH;

function isOwn(stats: Stats): boolean {
  const user = process.getuid?.();
  return (
    stats.isFile() && (user === undefined || (stats.uid === user && (stats.mode & writtenByOthers) === 0))
  );
}
