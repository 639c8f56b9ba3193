import { createHash } from "node:crypto";
import { ciFormats, ciReport } from "../report/ci-report.ts";
import { formats, isAsGrave, lintReport, type LintResult } from "../report/lint-report.ts";
import { plainScreen } from "../report/screen.ts";
import type { Io } from "./io.mts";
import type { LintOptions } from "./lint-options.mts";
import type { OutputFile } from "./output-file.mts";
import { pathInRepository } from "./repository.mts";
import { screenOf } from "./screen.mts";

/**
 * The report of a lint, in pieces, in the format asked for.
 * @param folder the vault's, absolute
 * @param output where it is written; null where it is printed
 */
export async function reportOf(
  result: LintResult,
  folder: string,
  options: LintOptions,
  io: Io,
  output: OutputFile | null,
): Promise<Iterable<string>> {
  const format = formats.find((each) => each === options.format);
  if (format !== undefined) {
    const screen = screenOf(io.stdout, io, folder);
    // A file is no screen: lines of any length, no colours.
    const place = output === null ? screen : { ...plainScreen, place: screen.place };
    return lintReport(result, { ...options, format }, place);
  }
  const ciFormat = ciFormats.find((each) => each === options.format) ?? "sarif";
  const { allExamples } = await import("../rules/examples/all-examples.ts");
  return ciReport(ciFormat, result, options, {
    place: pathInRepository(folder, io),
    fails: (severity) => options.failOn !== "never" && isAsGrave(severity, options.failOn),
    version: io.version,
    hash: (text) => createHash("sha256").update(text).digest("hex").slice(0, 16),
    examples: allExamples,
  });
}
