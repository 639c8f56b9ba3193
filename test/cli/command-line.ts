import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { run } from "../../src/cli/run.mts";

/** What a run of the command line printed and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where a run takes place; not on a terminal unless `columns` says how wide it is. */
export interface Place {
  readonly cwd?: string;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What somebody at a terminal answers. */
  readonly input?: string;
  /** Names the code, where it is to keep what it finds. */
  readonly build?: string;
  /** What another thread runs to look at a large vault. */
  readonly lookScript?: string;
}

/** Run `linkage` with these arguments in this process. */
export async function linkage(
  args: readonly string[],
  { cwd = "/", columns, env = {}, input, build, lookScript }: Place = {},
): Promise<Outcome> {
  const stdout = new Collector(columns);
  const stderr = new Collector(columns);
  const stdin = input === undefined ? {} : { stdin: Object.assign(Readable.from([input]), { isTTY: true }) };
  const named = { ...(build !== undefined && { build }), ...(lookScript !== undefined && { lookScript }) };
  const code = await run(args, { ...stdin, ...named, stdout, stderr, cwd, env, version: "1.2.3" });
  return { code, out: stdout.text, err: stderr.text };
}

const folders: string[] = [];

/** A folder with these files, by path; it goes when the tests of the file are done. A path that ends in `/` is an empty folder. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "linkage-")));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path.endsWith("/") ? path : dirname(path)), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(folder, path), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

class Collector extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(columns: number | undefined) {
    super({ decodeStrings: false });
    this.isTTY = columns !== undefined;
    this.columns = columns ?? 0;
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}
