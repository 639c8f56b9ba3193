import { rmSync } from "node:fs";

/** After the last story: end the browser and remove what was built. */
export default async function tearDown(): Promise<void> {
  const { stageProps } = globalThis;
  await stageProps?.server.close();
  if (stageProps) rmSync(stageProps.built, { recursive: true, force: true });
}
