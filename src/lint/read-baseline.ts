import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { TextRange } from "../text/range.ts";
import { inOrder, type Baseline, type KnownProblem } from "./baseline.ts";
import { baselineVersion } from "./baseline-text.ts";

/** What the text of a baseline says, and what is wrong with it, if anything: one sentence at its place in the text. */
export interface BaselineReading {
  readonly baseline: Baseline;
  readonly mistake: (TextRange & { readonly message: string }) | null;
}

/**
 * Read the text of a baseline, without a byte order mark. Never throws for what it says: entries that cannot be read are left out
 * and the rest holds; of a text that is no JSON, or of another version, nothing does. A comma too many, as merging leaves it, is none.
 */
export function readBaseline(text: string): BaselineReading {
  const data = dataOf(text);
  if (data === undefined) return nothing(syntaxMistake(text));
  if (!isRecord(data)) return nothing({ ...placeOf(text, []), message: noBaseline });
  const { version, problems } = data;
  if (version !== baselineVersion) {
    const message =
      typeof version === "number"
        ? `This baseline has version ${String(version)}, expected ${String(baselineVersion)}: "linkage baseline" writes it anew`
        : noBaseline;
    return nothing({ ...placeOf(text, ["version"]), message });
  }
  if (!isRecord(problems)) return nothing({ ...placeOf(text, ["problems"]), message: noBaseline });
  return readProblems(text, problems);
}

const noJson = 'This baseline is no JSON from here on, expected what "linkage baseline" writes';
const unmerged = "A conflict of a merge is left in this baseline, expected none";
const noBaseline = 'This is no baseline, expected what "linkage baseline" writes';
const noEntry = 'expected "rule", "target" or "message", and at most "count"';

function nothing(mistake: NonNullable<BaselineReading["mistake"]>): BaselineReading {
  return { baseline: new Map(), mistake };
}

function readProblems(text: string, problems: Readonly<Record<string, unknown>>): BaselineReading {
  const baseline = new Map<string, KnownProblem[]>();
  const unread: (readonly (string | number)[])[] = [];
  for (const [path, entries] of Object.entries(problems)) {
    if (!Array.isArray(entries)) {
      unread.push(["problems", path]);
      continue;
    }
    const known = entries.map(readEntry);
    for (const [at, entry] of known.entries()) if (entry === null) unread.push(["problems", path, at]);
    baseline.set(
      path,
      known.filter((entry) => entry !== null),
    );
  }
  const [first] = unread;
  if (first === undefined) return { baseline: inOrder(baseline), mistake: null };
  const more = unread.length === 1 ? "This entry" : `This entry and ${String(unread.length - 1)} more`;
  const verb = unread.length === 1 ? "says" : "say";
  const message = `${more} of the baseline ${verb} of no problem, ${noEntry}`;
  return { baseline: inOrder(baseline), mistake: { ...placeOf(text, first), message } };
}

function readEntry(entry: unknown): KnownProblem | null {
  if (!isRecord(entry)) return null;
  const { rule, target = null, message = null, count = 1 } = entry;
  if (typeof rule !== "string" || !isTextOrNull(target) || !isTextOrNull(message)) return null;
  if ((target === null) === (message === null)) return null;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return null;
  return { rule, target, message, count };
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isTextOrNull(data: unknown): data is string | null {
  return data === null || typeof data === "string";
}

/** What the JSON says; undefined if it is none. */
function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return lenientDataOf(text);
  }
}

/** YAML reads all JSON, and allows for a comma too many. */
function lenientDataOf(text: string): unknown {
  const { errors, contents } = parseDocument(text, options);
  return errors.length > 0 ? undefined : plainValue(contents);
}

/** What a node says. The package's own way to that is not in the program (scripts/lean-yaml.mjs). Of an alias, which JSON has not, nothing is. */
function plainValue(node: unknown): unknown {
  if (node === null) return null;
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plainValue);
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String(plainValue(key)), plainValue(value)]),
    );
  return undefined;
}

/** Where JSON fails it does not say in the same way everywhere; for YAML it is at the same place. */
function syntaxMistake(text: string): NonNullable<BaselineReading["mistake"]> {
  const conflict = /^<{7} .*$/m.exec(text);
  if (conflict !== null)
    return { from: conflict.index, to: conflict.index + conflict[0].length, message: unmerged };
  const [from, to] = parseDocument(text, options).errors[0]?.pos ?? [0, 0];
  return { from: Math.min(from, text.length), to: Math.min(to, text.length), message: noJson };
}

/** Where the value at `path` is; where there is none, the start. */
function placeOf(text: string, path: readonly (string | number)[]): TextRange {
  let node: unknown = parseDocument(text, options).contents;
  for (const step of path) node = partOf(node, step);
  const [from, to] = (isNode(node) ? node.range : null) ?? [0, 0];
  return { from, to };
}

/** What stands at a place of a list, or behind a key of a map: the last one, as JSON has it. */
function partOf(node: unknown, step: string | number): unknown {
  if (isSeq(node) && typeof step === "number") return node.items[step];
  if (!isMap(node)) return undefined;
  return node.items.findLast(({ key }) => isScalar(key) && key.value === step)?.value;
}

const options = { prettyErrors: false, uniqueKeys: false, logLevel: "silent" } as const;
