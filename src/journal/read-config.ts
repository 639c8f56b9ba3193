import { configSchema, type OptionSchemas } from "./config.ts";
import { faultsOf } from "./config-faults.ts";
import { placeAt, valueOf, without, type ConfigNode } from "./config-node.ts";
import { patternsOf, type ConfigPattern } from "./config-patterns.ts";
import { senselessLists } from "./senseless-lists.ts";
import { readSource, type ConfigMistake } from "./config-source.ts";
import type { Conventions, NoteType, RuleSetting } from "./conventions.ts";
import type { PropertyConvention } from "./property-kinds.ts";
import { techJournal } from "./tech-journal.ts";
import { overlapsOf } from "./type-overlaps.ts";
import type * as z from "./zod.ts";
import { pushAll } from "../text/push-all.ts";

/** The conventions that a `linkage.yaml` gives, and what in it could not be followed, in text order. */
export interface ConfigReading {
  readonly conventions: Conventions;
  readonly mistakes: readonly ConfigMistake[];
  /** What the config says of paths, to be compared with those of the vault. */
  readonly patterns: readonly ConfigPattern[];
}

/**
 * Read the text of a `linkage.yaml`, without a byte order mark. Never throws for what the author wrote: a part that does
 * not fit is a mistake and left out, the rest holds. An empty text, or one that is no YAML, leaves the built-in conventions.
 *
 * ```yaml
 * extends: tech-journal          # the default; or none, without the built-in note types
 * ignore: ["Templates/**"]       # globs of notes that no rule speaks of (`globMatcher`)
 * lintExcluded: true            # also lint the app's templates folder and excluded files
 * site: quartz                   # check links as a Quartz site resolves them, too; or publish: notes with
 *                                # "publish: true" are on the site, not those that are no drafts
 * placeholders: [Latency Budget] # targets without a file that notes link to on purpose
 * classes: [wide-table]          # CSS classes besides those of types and snippets; any others are then reported
 * types:                         # by code; one of the same code replaces the built-in one
 *   MR:
 *     classes: [market-news, market-report]
 *     tags: [market-news]
 *     folders: [Notes/MR]
 *     required: [title, tags]    # properties
 *     properties:                # what is in them, required or not
 *       rating: number           # or text, list, checkbox, date, datetime
 *       status: [open, done]     # the values that it may have
 *       topics: { kind: list, values: [radio, power] } # both: each item is one of these
 *     sections: [my take]        # headings that each must have; a new note has them in this order
 *     linkage: required          # each note has a linkage block; or optional, the default
 *     ending: "#"                # the line that notes end with
 * rules:                         # by id; a severity (or off), or a map of severity, ignore and the rule's options
 *   unresolved-link: error
 *   missing-property: { severity: warning, ignore: ["Drafts/**"], someOption: 1 }
 * ```
 * Where a list of texts stands, one text alone may stand instead.
 * @throws RangeError if a rule has an option that is called `severity` or `ignore`.
 */
export function readConfig(text: string, rules: OptionSchemas): ConfigReading {
  const schema = configSchema(rules);
  const source = readSource(text);
  const mistakes = [...source.mistakes];
  let root = source.root;
  while (root !== null) {
    const read = schema.safeParse(valueOf(root), { error: () => "" });
    if (read.success) {
      pushAll(mistakes, overlapsOf(root));
      pushAll(mistakes, senselessLists(root));
      return {
        conventions: conventionsOf(read.data, root),
        mistakes: inTextOrder(mistakes),
        patterns: patternsOf(root),
      };
    }
    const rest: ConfigNode = root;
    const faults = read.error.issues.flatMap((issue) => faultsOf(issue, rest, rules));
    for (const { mistake } of faults) mistakes.push(mistake);
    root = without(
      rest,
      faults.map(({ path }) => path),
    );
  }
  return { conventions: techJournal, mistakes: inTextOrder(mistakes), patterns: [] };
}

type Config = z.output<ReturnType<typeof configSchema>>;

function conventionsOf(config: Config, root: ConfigNode): Conventions {
  return {
    types: typesOf(config),
    listsTypes: Object.keys(config.types ?? {}).length > 0,
    classes: config.classes ?? null,
    ignore: config.ignore ?? [],
    lintExcluded: config.lintExcluded ?? false,
    excluded: null,
    site: config.site ?? null,
    placeholders: config.placeholders ?? [],
    rules: settingsOf(config, root),
  };
}

/** The config's own types come first: where two types share a class or tag, the author's own is meant. */
function typesOf(config: Config): readonly NoteType[] {
  const inherited = config.extends === "none" ? [] : techJournal.types;
  if (!config.types) return inherited;
  const own = Object.entries(config.types).map(([code, type]) => ({
    code,
    classes: type?.classes ?? [],
    tags: (type?.tags ?? []).map((tag) => tag.replace(/^#/, "")),
    folders: (type?.folders ?? []).map((folder) => folder.replace(/^\/+|\/+$/g, "")),
    required: type?.required ?? [],
    properties: Object.entries(type?.properties ?? {}).map(([name, said]): PropertyConvention => ({
      name,
      kind: said?.kind ?? "any",
      values: said?.values ?? [],
    })),
    sections: (type?.sections ?? []).map((heading) => heading.replace(/^#{1,6}\s+/, "")),
    linkage: type?.linkage ?? "optional",
    ending: type?.ending ?? null,
  }));
  return [...own, ...inherited.filter(({ code }) => !own.some((type) => type.code === code))];
}

function settingsOf(config: Config, root: ConfigNode): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    const options = optionsIn(placeAt(root, ["rules", id]).node);
    const severity = setting?.severity;
    settings.set(id, { ...(severity ? { severity } : {}), ignore: setting?.ignore ?? [], options });
  }
  return settings;
}

/** As written, since the rule's own schema reads them again. */
function optionsIn(node: ConfigNode): Readonly<Record<string, unknown>> {
  if (node.kind !== "map") return {};
  const options = [...node.entries].filter(([key]) => key !== "severity" && key !== "ignore");
  return Object.fromEntries(options.map(([key, { value }]) => [key, valueOf(value)]));
}

/** In text order, and of several at one place the first: zod may find a value of the wrong kind to be too short as well. */
function inTextOrder(mistakes: readonly ConfigMistake[]): readonly ConfigMistake[] {
  const sorted = [...mistakes].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.filter(({ from, to }, at) => from !== sorted[at - 1]?.from || to !== sorted[at - 1]?.to);
}
