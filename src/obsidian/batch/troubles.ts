import type { Trouble } from "../../report/batch-report.ts";
import { texts } from "../texts.ts";

/** Why a note was not written, as far as Linkage itself knows. */
export const troubles = {
  changed: { why: "changed", message: texts.batches.changed },
  vanished: { why: "vanished", message: texts.batches.vanished },
  unsaved: { why: "changed", message: texts.batches.unsaved },
  otherwise: { why: "changed", message: texts.batches.otherwise },
  tooLarge: { why: "not-text", message: texts.batches.tooLarge },
  halfCharacter: { why: "not-text", message: texts.batches.halfCharacter },
  stopped: { why: "stopped", message: texts.batches.stopped },
} as const satisfies Readonly<Record<string, Trouble>>;
