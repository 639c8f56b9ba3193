import { spawnSync } from "node:child_process";
import { devNull } from "node:os";
import { CannotRun } from "../report/cannot-run.ts";
import { isCoded, reasonOf } from "./reason.mts";

type Env = Readonly<Record<string, string | undefined>>;

/** A git repository as seen from a folder of its working tree. Nothing is written to it, and nothing is fetched. */
export interface Repository {
  /** Absolute. */
  readonly folder: string;
  readonly env: Env;
}

/**
 * The repository around a folder.
 * @throws CannotRun if there is none, or no git
 */
export function repositoryAround(folder: string, env: Env): Repository {
  const repository = { folder, env: ownEnv(env) };
  const { status, out, complaint } = run(repository, ["rev-parse", "--is-inside-work-tree"]);
  if (status === 0 && out.toString().trim() === "true") return repository;
  const why = status === 0 ? "this is no working tree" : complaint;
  throw new CannotRun(`"${folder}" is in no git repository that can be read: ${why}`);
}

/**
 * The files below the folder that differ from those of a revision, by path from the folder with `/`, untracked ones included: the id of the
 * earlier content, or null for files that were not there, and for those that were no regular files. A path that ends in `/`
 * is an untracked folder with a repository of its own. A file that was renamed is one that is gone and one that has come.
 * @param revision whatever git takes for a commit
 * @throws CannotRun if there is no such revision
 */
export function changedFiles(repository: Repository, revision: string): ReadonlyMap<string, string | null> {
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const { status, out } = run(repository, asked);
  if (status !== 0)
    throw new CannotRun(
      `"${revision}" is no revision of the vault's git repository, expected a commit, branch or tag`,
    );
  const commit = out.toString().trim();
  const diff = [
    "diff",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--relative",
    ...plain,
    commit,
    "--",
    ".",
  ];
  const changed = new Map(readDiff(output(repository, diff)));
  for (const path of fieldsOf(output(repository, ["ls-files", "-z", "--others", "--exclude-standard"])))
    if (!changed.has(path)) changed.set(path, null);
  return changed;
}

/** The contents with these ids; one that the repository does not have is left out. */
export function contents(repository: Repository, ids: Iterable<string>): ReadonlyMap<string, Buffer> {
  const asked = [...new Set(ids)];
  const found = new Map<string, Buffer>();
  if (asked.length === 0) return found;
  const out = output(repository, ["cat-file", "--batch"], asked.join("\n"));
  // For each a line `<id> blob <size>`, the content, and a line end; for one that is not there the line alone.
  for (let at = 0; at < out.length;) {
    const end = out.indexOf("\n", at);
    const [id = "", , size] = out.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    found.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

/** No program that the repository's config names has a say in a difference, but filters, without which files are not what git keeps. */
const plain = ["--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];

function* readDiff(out: Buffer): Generator<readonly [path: string, id: string | null]> {
  const fields = fieldsOf(out);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    // `:100644 100644 <old id> <new id> M`
    const [mode = "", , id = ""] = (fields[at] ?? "").slice(1).split(" ");
    yield [fields[at + 1] ?? "", mode.startsWith("100") ? id : null];
  }
}

function fieldsOf(out: Buffer): readonly string[] {
  return out.toString("utf8").split("\0").slice(0, -1);
}

interface Outcome {
  readonly status: number | null;
  readonly out: Buffer;
  /** The first line of what git says of a failure. */
  readonly complaint: string;
}

/** @throws CannotRun if git fails */
function output(repository: Repository, args: readonly string[], input = ""): Buffer {
  const { status, out, complaint } = run(repository, args, input);
  if (status !== 0) throw new CannotRun(`git ${args[0] ?? ""} failed: ${complaint}`);
  return out;
}

function run({ folder, env }: Repository, args: readonly string[], input = ""): Outcome {
  const { status, stdout, stderr, error } = spawnSync("git", [...always, ...args], {
    cwd: folder,
    env,
    input,
    maxBuffer: Infinity,
    windowsHide: true,
  });
  if (error) {
    if (isCoded(error)) throw new CannotRun(`git cannot be run: ${reasonOf(error)}`);
    throw error;
  }
  const [line = ""] = stderr.toString("utf8").trim().split("\n", 1);
  return { status, out: stdout, complaint: line.replace(/^fatal: /, "") };
}

/** Neither hooks nor watchers are run, and names come as they are. */
const always = [
  "--no-pager",
  "--no-optional-locks",
  "--literal-pathspecs",
  ...["-c", "core.quotepath=off"],
  ...["-c", "core.fsmonitor=false"],
  ...["-c", `core.hooksPath=${devNull}`],
];

/**
 * The environment for git. Where git's variables say which repository is meant, as they do in a hook, they may mean another
 * than the vault's, and are not passed on; where the user's config lies is.
 */
function ownEnv(env: Env): Record<string, string | undefined> {
  const passed = Object.entries(env).filter(
    ([name]) => !/^git_/i.test(name) || /^git_config_(?:global|system|nosystem)$/i.test(name),
  );
  return {
    ...Object.fromEntries(passed),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    // Of a clone that is not whole, what is missing stays missing.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
  };
}
