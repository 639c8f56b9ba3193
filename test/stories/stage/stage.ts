/** What all stories of a run share: the built plugin with the host's page, and a browser to connect to. */
export interface Stage {
  /** As of the server. */
  readonly built: string;
  readonly browser: string;
}

const variable = "LINKAGE_STAGE";

/** Tell the stage to what runs after this, in this process and in those that it starts. An error: what kept it from being set. */
export function tellStage(stage: Stage | Error): void {
  process.env[variable] = JSON.stringify(stage instanceof Error ? { error: stage.stack } : stage);
}

/** The stage that was told. @throws what kept it from being set */
export function toldStage(): Stage {
  const told = JSON.parse(process.env[variable] ?? '{"error":"No stage was set"}') as
    Stage | { error: string };
  if ("error" in told) throw new Error(told.error);
  return told;
}

/** Why stories cannot be told here. */
export const noBrowser = "No Chromium or Chrome was found. Install one, or name it in the variable CHROMIUM";
