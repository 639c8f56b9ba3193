import type { Step } from "./watched-disk.ts";
import { doTask, type WriterTask } from "./writer-task.ts";

/**
 * Run by kill.test.ts in a process of its own, with its task as JSON in its argument. It says `ready` when it begins, and the names
 * of the steps it took when it has lived through them.
 */
async function work(task: WriterTask): Promise<void> {
  const steps: Step["name"][] = [];
  process.stdout.write("ready\n");
  await doTask(task, steps, () => {
    process.kill(process.pid, "SIGKILL");
    throw new Error("It should be dead");
  });
  process.stdout.write(JSON.stringify(steps));
}

await work(JSON.parse(process.argv[2] ?? "") as WriterTask);
