import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame } from "./cpu-profile.mts";

/** Where a function comes from: `room` is a folder of src, or of src/obsidian, a package, or what of Node or V8 it is. */
export interface Place {
  readonly room: string;
  /** From the project's folder: `src/note/parse-note.ts`. */
  readonly file: string;
}

/**
 * Tells by its source map where each function of a bundle comes from. Frames of other files are Node's own.
 * @param bundle absolute path of the file that was run
 * @param root the project's folder, absolute
 */
export function placesOf(bundle: string, map: SourceMapPayload, root: string): (frame: Frame) => Place {
  const sources = new SourceMap(map);
  return ({ url, functionName, lineNumber, columnNumber }) => {
    if (url === "") return inMachine(functionName);
    if (!url.startsWith("file:") || fileURLToPath(url) !== bundle) return { room: "Node", file: url };
    const entry = sources.findEntry(lineNumber, columnNumber);
    if (!("originalSource" in entry)) return { room: "what esbuild adds", file: relative(root, bundle) };
    const file = relative(root, join(dirname(bundle), entry.originalSource));
    return { room: roomOf(file), file };
  };
}

/** `src/note`, `src/obsidian/problems`, `package yaml`. */
export function roomOf(file: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (name !== undefined) return `package ${name}`;
  const folders = file.split("/").slice(0, -1);
  return folders.slice(0, folders[1] === "obsidian" ? 3 : 2).join("/");
}

/** What has no script: V8 names it in parentheses, native functions by their names. */
function inMachine(name: string): Place {
  if (name === "(garbage collector)") return { room: "garbage collection", file: name };
  return { room: "Node", file: name.startsWith("(") ? name : "native functions" };
}
