/** What a run of the command line has of its process. Tests hand in their own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Where somebody at a terminal answers; left out where nobody can. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program's own version, `x.y.z`. */
  readonly version: string;
  /** Names the code that runs: what another has kept is not taken. Left out where nothing is to be kept. */
  readonly build?: string;
  /** The file that another thread runs to look at a large vault, absolute. Left out where there is to be no other. */
  readonly lookScript?: string;
}

/** A stream to print on; a terminal says so and how wide it is. */
export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Code units after which collected output is written: few writes, and no output that must fit into memory at once. */
const batchLength = 1 << 16;

/**
 * Print `chunks` as fast as the reader takes them. A reader that has gone away (`linkage lint | head`) ends it quietly.
 * @throws what else the stream reports, as when the disk is full.
 */
export async function print(stream: OutputStream, chunks: Iterable<string>): Promise<void> {
  let batch = "";
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < batchLength) continue;
    if (!(await written(stream, batch))) return;
    batch = "";
  }
  if (batch !== "") await written(stream, batch);
}

/** Whether the stream took `text`: false if nobody reads it any more. */
function written(stream: OutputStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") resolve(false);
      else reject(error);
    };
    // A failed write is told twice, to its callback and as an event that would end the process if nobody listened.
    stream.once("error", fail);
    stream.write(text, (error) => {
      if (error) {
        fail(error);
        return;
      }
      stream.removeListener("error", fail);
      resolve(true);
    });
  });
}
