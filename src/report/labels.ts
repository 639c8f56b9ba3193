import type { ProblemGroup } from "./groups.ts";
import { commonMessage } from "./message-form.ts";

/** How a list of one rule's problems says what they are. */
export interface Labels {
  /** What all of them say, if that is one thing: then each is called by its target alone. */
  readonly common: string | null;
  readonly of: (group: ProblemGroup) => string;
}

/** The labels for all problems of one rule: their targets where the messages differ in nothing else, or else their messages. */
export function labelsFor(groups: readonly ProblemGroup[]): Labels {
  const haveTargets = groups.length > 1 && groups.every(({ target }) => target !== null);
  const common = haveTargets ? commonMessage(groups.map(({ first }) => first.message)) : null;
  return { common, of: (group) => (common === null ? null : group.target) ?? messageOf(group) };
}

function messageOf({ first, diagnostics }: ProblemGroup): string {
  return commonMessage(diagnostics.map(({ message }) => message)) ?? first.message;
}
