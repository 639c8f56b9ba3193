import { setFlagsFromString } from "node:v8";

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
