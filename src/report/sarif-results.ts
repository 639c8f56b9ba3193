import { fixIn, type Diagnostic } from "../lint/diagnostic.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";
import { extentOf } from "./extent.ts";
import type { Fingerprints } from "./fingerprints.ts";
import type { Sources } from "./sources.ts";

/** What files are relative to in a log: the root of the repository. */
export const rootId = "%SRCROOT%";

/** SARIF's word for each severity. */
export const sarifLevels = { error: "error", warning: "warning", info: "note" } as const satisfies Readonly<
  Record<Severity, string>
>;

/** A stretch of a file, both as lines and columns and as offsets; of a file that is no text its first line. */
interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly charOffset?: number;
  readonly charLength?: number;
}

interface SarifMessage {
  readonly text: string;
}

interface SarifFile {
  readonly uri: string;
  readonly uriBaseId: string;
}

interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: SarifFile; readonly region: SarifRegion };
  readonly message?: SarifMessage;
}

interface SarifFix {
  readonly description: SarifMessage;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifFile;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent: SarifMessage;
    }[];
  }[];
}

/** A problem as a result of a log. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly relatedLocations?: readonly SarifLocation[];
  readonly fixes?: readonly SarifFix[];
}

/** Makes results of problems, in the order in which these were found. */
export class SarifResults {
  private readonly ruleIndexes: ReadonlyMap<string, number>;
  private readonly sources: Sources;
  private readonly fingerprints: Fingerprints;
  private readonly place: (path: string) => string;

  /**
   * @param ruleIndexes where the log lists each rule, by its id
   * @param place a vault-relative path from the root of the repository
   */
  constructor(
    ruleIndexes: ReadonlyMap<string, number>,
    sources: Sources,
    fingerprints: Fingerprints,
    place: (path: string) => string,
  ) {
    this.ruleIndexes = ruleIndexes;
    this.sources = sources;
    this.fingerprints = fingerprints;
    this.place = place;
  }

  of(diagnostic: Diagnostic): SarifResult {
    const { rule, severity, message, path, range, related } = diagnostic;
    const text = this.sources.text(path);
    const fix = fixIn(diagnostic, this.sources);
    const ruleIndex = this.ruleIndexes.get(rule);
    const relatedLocations = related.map((place, index) => ({
      id: index + 1,
      ...this.location(place.path, place),
      message: { text: plainText(place.message) },
    }));
    return {
      ruleId: rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: sarifLevels[severity],
      message: { text: plainText(message) },
      locations: [this.location(path, range)],
      partialFingerprints: { "linkage/v1": this.fingerprints.of(diagnostic, text) },
      ...(related.length === 0 ? {} : { relatedLocations }),
      ...(fix === null || fix.edits.length === 0 ? {} : { fixes: [this.fix(fix, path)] }),
    };
  }

  private fix({ title, edits }: Fix, path: string): SarifFix {
    const replacements = edits.map((edit) => ({
      deletedRegion: this.region(path, edit),
      insertedContent: { text: edit.insert },
    }));
    return {
      description: { text: plainText(title) },
      artifactChanges: [{ artifactLocation: this.file(path), replacements }],
    };
  }

  private location(path: string, range: TextRange): SarifLocation {
    return { physicalLocation: { artifactLocation: this.file(path), region: this.region(path, range) } };
  }

  private file(path: string): SarifFile {
    return { uri: uriOf(this.place(path)), uriBaseId: rootId };
  }

  private region(path: string, range: TextRange): SarifRegion {
    // What is no note is spoken of as a whole; code scanning wants a line all the same.
    if (range.to === 0 && !this.sources.isNote(path)) return { startLine: 1 };
    const { line, column, endLine, endColumn, from, to } = extentOf(range, this.sources.lines(path));
    return {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
      charOffset: from,
      charLength: to - from,
    };
  }
}

/** A path as a URI reference: each of its names percent-encoded. */
function uriOf(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** Words in which SARIF is to see neither a placeholder (3.11.5) nor a link (3.11.6). */
function plainText(words: string): string {
  const braced = words.replaceAll(/[{}]/g, "$&$&");
  return braced.includes("](") ? braced.replaceAll(/[\\[\]]/g, "\\$&") : braced;
}
