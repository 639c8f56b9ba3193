import { fc } from "@fast-check/jest";

/** The seed that all laws start from: the same in each run, unless LAW_SEED says otherwise (`LAW_SEED=$RANDOM npm test`). */
fc.configureGlobal({ seed: Number(process.env["LAW_SEED"] ?? 20_190_101) });
