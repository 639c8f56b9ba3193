import { knownKeys, type OptionSchemas } from "./config.ts";
import { placeAt, type ConfigNode, type ConfigPath, type ConfigPlace } from "./config-node.ts";
import type { ConfigMistake } from "./config-source.ts";
import { quote } from "../text/quote.ts";
import { expectation, kindOf, stateOf, unknownKey } from "./config-words.ts";
import { nearest } from "./nearest.ts";
import type { TextRange } from "../text/range.ts";
import type * as z from "./zod.ts";

/** A part of the config that does not fit: what to say of it, and the way to the part to leave out. */
export interface ConfigFault {
  readonly mistake: ConfigMistake;
  readonly path: ConfigPath;
}

/**
 * What is wrong with the config `root` according to one of zod's issues. Zod's own words are not used: an issue's message
 * is empty unless one of our schemas gave it, and then it goes on after the value (`configSchema`).
 */
export function faultsOf(
  issue: z.core.$ZodIssue,
  root: ConfigNode,
  rules: OptionSchemas,
): readonly ConfigFault[] {
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(issue.path, rules);
      return issue.keys.map((key) => faultAtKey(placeAt(root, [...issue.path, key]), unknownKey(key, known)));
    }
    case "invalid_union": {
      const branch = issue.errors.find(([first]) => first !== undefined && first.path.length > 0);
      const inner = branch?.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
      return inner?.flatMap((each) => faultsOf(each, root, rules)) ?? [valueFault(issue, root)];
    }
    case "invalid_key": {
      const reason = issue.issues[0]?.message ?? "";
      const message = `${quote(String(issue.path.at(-1)))} ${reason === "" ? "is no key here" : reason}`;
      return [faultAtKey(placeAt(root, issue.path), message)];
    }
    default:
      return [valueFault(issue, root)];
  }
}

function valueFault(issue: z.core.$ZodIssue, root: ConfigNode): ConfigFault {
  const place = placeOf(root, issue.path);
  const absent = place.node.kind === "map" ? issue.path[place.path.length] : undefined;
  if (absent === undefined) return faultAt(place, place.node, sentence(issue, place));
  const message = `${subject(place)} lacks ${quote(String(absent))}, expected ${expectation(issue)}`;
  return faultAtKey(place, message);
}

/** Where a list or a word stands for a map, the way to the part that it says has a step too many. */
function placeOf(root: ConfigNode, path: ConfigPath): ConfigPlace {
  const place = placeAt(root, path);
  const step = place.path.length;
  const isPart = place.node.kind === "list" && typeof path[step] === "string";
  return isPart
    ? placeOf(
        root,
        path.filter((_, at) => at !== step),
      )
    : place;
}

function faultAtKey(place: ConfigPlace, message: string): ConfigFault {
  return faultAt(place, place.keyRange ?? place.node, message);
}

function faultAt({ path }: ConfigPlace, { from, to }: TextRange, message: string): ConfigFault {
  return { path, mistake: { from, to, message } };
}

function sentence(issue: z.core.$ZodIssue, place: ConfigPlace): string {
  const { node } = place;
  const written =
    node.kind === "scalar" && node.value !== null && node.value !== "" ? String(node.value) : null;
  if (issue.message !== "") return `${written === null ? subject(place) : quote(written)} ${issue.message}`;
  if (issue.code === "invalid_value" && written !== null) {
    const near = nearest(written, issue.values.map(String));
    return `Unknown value ${quote(written)}, expected ${near === null ? expectation(issue) : quote(near)}`;
  }
  const isKind =
    issue.code === "invalid_type" || issue.code === "invalid_union" || issue.code === "invalid_value";
  const isItem = typeof place.path.at(-1) === "number";
  const name = isKind && isItem && written !== null ? quote(written) : subject(place);
  return `${name} ${isKind ? kindOf(node) : stateOf(node)}, expected ${expected(issue, node)}`;
}

function subject({ path, keyRange }: ConfigPlace): string {
  if (path.length === 0) return "The config";
  if (keyRange !== null) return quote(String(path.at(-1)));
  return `An item of ${quote(String(path.findLast((step) => typeof step === "string")))}`;
}

/** A number where text is expected looks like text to the one who wrote it. */
function expected(issue: z.core.$ZodIssue, node: ConfigNode): string {
  const words = expectation(issue);
  const looksLikeText =
    node.kind === "scalar" && (typeof node.value === "number" || typeof node.value === "boolean");
  return words === "text" && looksLikeText ? "text in quotes" : words;
}
