import { setFlagsFromString } from "node:v8";

/** Up to so many notes a run is over before optimising large functions has paid for itself. */
const MOST_NOTES = 20_000;

/**
 * Tell V8 how long this run will be. In a short one it compiles large functions, finds their types changed, and compiles
 * them again: linting 1,940 notes takes 1.6 s of processor time with that and 0.95 s without.
 */
export function tuneEngine(notes: number): void {
  if (notes > MOST_NOTES) return;
  setFlagsFromString("--max-optimized-bytecode-size=500");
  setFlagsFromString("--max-inlined-bytecode-size=0");
}

/**
 * A regular expression that takes time by the length of the text alone, since a vault may come from a stranger.
 * @throws SyntaxError for one that is none, and for one that V8 cannot run so: with references back, looking ahead or behind
 */
export function linearExpression(source: string): RegExp {
  setFlagsFromString("--enable-experimental-regexp-engine");
  return new RegExp(source, linearFlag);
}

/** Of V8 alone; a standard engine refuses it. */
const linearFlag = "l";
