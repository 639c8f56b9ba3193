import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import type { run } from "../run.mts";
import type { Env } from "../user-folders.mts";
import { forgetCode, keepCode, keptCode, placeForCode, type CodePlace } from "./kept-code.mts";

/** What the file of the program gives. */
export interface Program {
  readonly run: typeof run;
  /** A name for all the code: no other has it. */
  readonly build: string;
}

/** The file of the program is a function, as Node makes one of each module in CommonJS form. */
type ProgramFunction = (module: { exports?: unknown }, require: NodeJS.Require) => void;

/**
 * Load the program, which the build has put into a file of its own. To compile it, each function when it is first called, is a sixth of
 * the time of linting 2,000 notes. So the first run compiles all of it, and those after it take what came of that.
 * @param file where the program is, absolute
 * @param require gives it Node's modules
 */
export function loadProgram(file: string, require: NodeJS.Require, env: Env): Program {
  const source = readFileSync(file);
  const build = hash("sha256", source).slice(0, 16);
  const script = compiled(source.toString(), file, placeForCode(build, env));
  const load: unknown = script.runInThisContext();
  const module: { exports?: unknown } = {};
  if (isProgramFunction(load)) load(module, require);
  if (!hasRun(module.exports)) throw new TypeError(`"${file}" is not the program of this build`);
  return { run: module.exports.run, build };
}

function compiled(source: string, file: string, place: CodePlace | null): Script {
  const filename = pathToFileURL(file).href;
  const compile = (): Script => new Script(source, { filename });
  if (place === null) return compile();
  const cachedData = keptCode(place);
  if (cachedData === null) return compileAndKeep(compile, place);
  const script = new Script(source, { filename, cachedData });
  if (script.cachedDataRejected === true) forgetCode(place);
  return script;
}

/**
 * All functions at once: what the first run happens to call says little of what the next one will. V8 is told so only here, before anything
 * of the program runs.
 */
function compileAndKeep(compile: () => Script, place: CodePlace): Script {
  keepCode(place, () => {
    setFlagsFromString("--no-lazy");
    const script = compile();
    // The flags that hold when data is made are those that must hold when it is taken.
    setFlagsFromString("--lazy");
    return script.createCachedData();
  });
  // V8 still has what it has just compiled.
  return compile();
}

/** The build makes it so. */
function isProgramFunction(value: unknown): value is ProgramFunction {
  return typeof value === "function";
}

function hasRun(value: unknown): value is Pick<Program, "run"> {
  return typeof value === "object" && value !== null && "run" in value && typeof value.run === "function";
}
