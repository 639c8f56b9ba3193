import {
  inOrder,
  ruleSection,
  type FixOf,
  type ProblemGroup,
  type RuleSection,
} from "../../report/groups.ts";
import { labelsFor, type Labels } from "../../report/labels.ts";
import type { GatheredSection } from "../../report/problem-sections.ts";
import { mapInSteps, type Steps } from "../../text/steps.ts";
import {
  keyOf,
  none,
  type PlaceNode,
  type ProblemNode,
  type RuleNode,
  type TargetNode,
} from "./problems-tree.ts";
import { lazily } from "../../text/lazily.ts";

/** A section as it was when its node was made. */
interface Made {
  readonly version: number;
  readonly section: RuleSection;
  readonly node: RuleNode;
}

/** The nodes of rules with what each is about below it. Those of a rule are made anew only where something of it has changed. */
export class TargetNodes {
  private readonly fixOf: FixOf;
  private made: ReadonlyMap<GatheredSection, Made> = new Map();

  /** @param fixOf what is known of sure repairs: what has one comes first */
  constructor(fixOf: FixOf) {
    this.fixOf = fixOf;
  }

  /** More is known of the sure repairs of these rules. */
  forget(rules: ReadonlySet<string>): void {
    this.made = new Map([...this.made].filter(([{ rule }]) => !rules.has(rule)));
  }

  /** The nodes of these sections, in the order in which a writer would act on them, in steps. */
  *of(sections: Iterable<GatheredSection>): Steps<readonly RuleNode[]> {
    const made = new Map<GatheredSection, Made>();
    for (const section of sections) {
      const before = this.made.get(section);
      made.set(section, before?.version === section.version ? before : yield* this.make(section));
    }
    this.made = made;
    const nodes = new Map(Array.from(made.values(), ({ section, node }) => [section, node]));
    return inOrder([...nodes.keys()]).flatMap((section) => nodes.get(section) ?? []);
  }

  private *make(gathered: GatheredSection): Steps<Made> {
    const { version } = gathered;
    const section = yield* ruleSection(gathered, ({ problems: { first } }) => {
      const fix = first === undefined ? null : this.fixOf(first);
      return fix ? { fix, sure: 1, isAlike: true } : undefined;
    });
    return { version, section, node: yield* sectionNode(section) };
  }
}

function* sectionNode({ rule, severity, groups }: RuleSection): Steps<RuleNode> {
  const key = keyOf("rule", rule);
  // What they have in common is a look at all of them.
  const labels = lazily(() => labelsFor(groups));
  const all = yield* mapInSteps(groups, (group) => groupNode(key, group, labels));
  const count = groups.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const nodes = (): readonly ProblemNode[] => all;
  return { kind: "rule", key, severity, rule, count, common: () => labels().common, nodes, places: [] };
}

/** A problem that is in one place only needs no line of its own above that place. */
function groupNode(parent: string, group: ProblemGroup, labels: () => Labels): TargetNode | PlaceNode {
  const { severity, first, diagnostics } = group;
  const key = keyOf(parent, group.key);
  if (diagnostics.length > 1) {
    const count = diagnostics.length;
    const label = lazily(() => labels().of(group));
    return { kind: "target", key, severity, label, count, nodes: none, places: diagnostics };
  }
  return {
    kind: "problem",
    key,
    severity,
    diagnostic: first,
    saysMessage: true,
    isUnderNote: false,
    showsSeverity: false,
    get label() {
      return labels().of(group);
    },
  };
}
