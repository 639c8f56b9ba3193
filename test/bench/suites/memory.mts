import { indexOf } from "../index-of.mts";
import { table } from "../report/table.mts";
import type { Result } from "../suite.mts";

/** What the index of vaults of these sizes keeps on the heap, in MB, as the plugin holds it. Node must run with `--expose-gc`. */
export function memory(sizes: readonly number[]): Result {
  const rows = sizes.map((size) => {
    const before = heap();
    const index = indexOf(size);
    const megabytes = heap() - before;
    // Kept until here.
    const notes = [...index.notes()].length;
    return { notes, megabytes };
  });
  const cells = rows.map(({ notes, megabytes }) => [
    notes.toLocaleString("en"),
    megabytes.toFixed(0),
    ((megabytes * 1024) / notes).toFixed(1),
  ]);
  return { title: "Heap of the index", text: table(["notes", "MB", "KB per note"], cells), data: rows };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
