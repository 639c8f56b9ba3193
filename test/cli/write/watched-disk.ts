import { realDisk, type Disk } from "../../../src/cli/write/disk.mts";

/** A step that may change something on the disk, told before it is taken. */
export interface Step {
  readonly name:
    | "open"
    | "write"
    | "truncate"
    | "flush"
    | "close"
    | "rename"
    | "remove"
    | "link"
    | "removeFolder"
    | "makeFolder"
    | "flushFolder";
  /** Absolute, that of an open file, too. */
  readonly path: string;
  /** Of a write: write so many of its bytes now. They are written again if the step is taken after all. */
  readonly writePart: (share: number) => void;
}

/** The disk, watched. What `watch` throws is what the disk says. */
export function watchedDisk(watch: (step: Step) => void): Disk {
  const paths = new Map<number, string>();
  const step = (
    name: Step["name"],
    path: string | number,
    writePart: Step["writePart"] = () => undefined,
  ): void => {
    watch({ name, path: typeof path === "string" ? path : (paths.get(path) ?? ""), writePart });
  };
  return {
    ...realDisk,
    open: (path, flags, mode) => {
      step("open", path);
      const file = realDisk.open(path, flags, mode);
      paths.set(file, path);
      return file;
    },
    write: (file, bytes, position) => {
      step("write", file, (share) => {
        realDisk.write(file, bytes.subarray(0, Math.floor(bytes.length * share)), position);
      });
      return realDisk.write(file, bytes, position);
    },
    truncate: (file, length) => {
      step("truncate", file);
      realDisk.truncate(file, length);
    },
    flush: (file) => {
      step("flush", file);
      realDisk.flush(file);
    },
    close: (file) => {
      step("close", file);
      realDisk.close(file);
    },
    rename: (from, to) => {
      step("rename", to);
      realDisk.rename(from, to);
    },
    remove: (path) => {
      step("remove", path);
      realDisk.remove(path);
    },
    link: (from, to) => {
      step("link", to);
      realDisk.link(from, to);
    },
    removeFolder: (path) => {
      step("removeFolder", path);
      realDisk.removeFolder(path);
    },
    makeFolder: (path, mode) => {
      step("makeFolder", path);
      realDisk.makeFolder(path, mode);
    },
    flushFolder: (path) => {
      step("flushFolder", path);
      realDisk.flushFolder(path);
    },
  };
}

/** What the disk says when it refuses. */
export function refusal(code: keyof typeof errnos): Error {
  return Object.assign(new Error(code), { code, errno: errnos[code] });
}

const errnos = { ENOSPC: -28, EACCES: -13, EROFS: -30, EIO: -5 } as const;
