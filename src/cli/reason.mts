import { getSystemErrorMap } from "node:util";

/** A failure that the operating system or Node names by a code. */
export interface CodedError {
  readonly code: string;
  readonly message: string;
  readonly errno?: unknown;
  /** Of the file that it is about, if it is about one. */
  readonly path?: string;
}

/** Has `error` a code, as failures of the disk have? Mistakes of the program have none. */
export function isCoded(error: unknown): error is CodedError {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}

/**
 * Why the disk refused, in a few words: `permission denied`.
 * @throws `error` itself if it is no failure of the disk.
 */
export function reasonOf(error: unknown): string {
  if (!isCoded(error)) throw error;
  if (error.code === "EISDIR") return "it is a folder";
  const known = typeof error.errno === "number" ? getSystemErrorMap().get(error.errno)?.[1] : undefined;
  return known ?? error.message;
}
