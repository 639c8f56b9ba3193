import { Composer, type CST, Lexer, type ParsedNode, Parser } from "yaml";
import type { YamlFault } from "./note.ts";
import { pushAll } from "../text/push-all.ts";

/** YAML as the `yaml` package reads it. All ranges are of the source that was parsed. */
interface YamlDocument {
  /** The top level; null where there are faults, and where the source says nothing. */
  readonly contents: ParsedNode | null;
  /** In text order, without those that only follow from an earlier one. */
  readonly faults: readonly YamlFault[];
}

/**
 * Parse a source that should be one YAML 1.2 document. Never throws.
 * Nesting deeper than 100 levels is a fault: the package's composer calls itself at each level.
 */
export function parseYaml(source: string): YamlDocument {
  try {
    return compose(source, tokensOf(source));
  } catch (error) {
    // A mistake of the package's own, or its refusal, must not stop the check of a whole vault.
    const message = error instanceof Error ? error.message : String(error);
    return { contents: null, faults: [faultOf({ message, pos: [0, source.length] }, source)] };
  }
}

/** What is used of the package's errors. */
interface ParseError {
  readonly message: string;
  readonly pos: readonly [from: number, to: number];
}

const deepest = 100;

function tokensOf(source: string): readonly CST.Token[] {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    pushAll(tokens, parser.next(lexeme));
    if (parser.stack.length > deepest)
      throw new RangeError(`Nested more than ${String(deepest)} levels deep`);
  }
  pushAll(tokens, parser.end());
  return tokens;
}

/** The types that YAML 1.1 adds (`!!timestamp`, `!!set` and the like) are none of JSON's: off, whatever a directive says. */
const options = { schema: "core", uniqueKeys: false, prettyErrors: false, resolveKnownTags: false } as const;

function compose(source: string, tokens: readonly CST.Token[]): YamlDocument {
  const [document, second] = new Composer(options).compose(tokens, true, source.length);
  const errors: ParseError[] = [...(document?.errors ?? [])];
  if (second)
    errors.push({ message: "Source contains multiple documents", pos: [second.range[0], second.range[1]] });
  return errors.length > 0
    ? { contents: null, faults: firstFaults(errors, source) }
    : { contents: document?.contents ?? null, faults: [] };
}

/** One fault a line, and none about what follows the map's end: it is not where its author meant it. */
function firstFaults(errors: readonly ParseError[], source: string): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  let lineEnd = -1;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const fault = faultOf(error, source);
    if (fault.from <= lineEnd || (faults.length > 0 && behindMap.test(fault.detail))) continue;
    faults.push(fault);
    const end = source.indexOf("\n", fault.from);
    lineEnd = end < 0 ? source.length : end;
  }
  return faults;
}

const behindMap = / in YAML (?:stream|document)/;

/** The error at its place, which may lie behind the source's end. */
function faultOf({ message, pos }: ParseError, source: string): YamlFault {
  const from = Math.min(Math.max(0, pos[0]), source.length);
  const to = Math.min(Math.max(from, pos[1]), source.length);
  return { kind: "syntax", detail: yamlDetail(message), from, to };
}

/** What the package says as one sentence without full stop. Its own words may quote all of the source. */
export function yamlDetail(message: string): string {
  const [line = ""] = message.split("\n", 1);
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line.replace(/[.: ]+$/, "");
}

const longestDetail = 200;
