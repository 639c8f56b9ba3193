import { readdirSync, renameSync, statSync, truncateSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { fc, test } from "@fast-check/jest";
import { folders, names, path, text } from "../../vault/random-vault.ts";
import { cachedVault, filesOf, type CachedVault } from "./cached-vault.ts";

type Step =
  | { readonly kind: "put"; readonly path: string; readonly text: string }
  | { readonly kind: "same-size"; readonly path: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "unreadable"; readonly path: string }
  | { readonly kind: "config"; readonly text: string }
  | { readonly kind: "damage"; readonly name: string; readonly share: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("put" as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("same-size" as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("rename" as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unreadable" as const), path }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("damage" as const),
      name: fc.constantFrom("found", "facts", "facts", "keys"),
      share: fc.constantFrom(0, 0.5, 0.99),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("config" as const),
      text: fc.constantFrom(
        "",
        "site: quartz\n",
        "ignore: [a/**, nothing/**]\n",
        "rules:\n  unresolved-link: info\n  unused-attachment: warning\n  missing-linkage: off\n",
        "rules: {unresolved-link: {ignore: [gone]}}\nsite: quartz\n",
        "what: is this\n",
      ),
    }),
  },
);

/** What is asked for: each format, all that changes which repairs a report tells of, and part of the vault. */
const request = fc.constantFrom(
  [],
  [],
  ["--format", "json"],
  ["--format", "json", "--suggestions"],
  ["--format", "markdown"],
  ["--format", "sarif"],
  ["--format", "github"],
  ["--format", "junit"],
  ["--group", "note"],
  ["--severity", "warning"],
  ["--rule", "unresolved-link"],
  ["--rule", "unresolved-link", "--rule", "unused-suppression"],
  ["--rule", "unused-attachment"],
  ["--format", "json", "a"],
  ["--config", "other.yaml"],
);

/** How far the clock is wrong that tells when files are read, in milliseconds. Ahead, all files seem to have been changed long ago. */
const clock = fc.constantFrom(-60_000, 0, 60_000, 60_000);

function take(vault: CachedVault, step: Step): void {
  const { folder, put, remove } = vault;
  const at = join(folder, "path" in step ? step.path : "linkage.yaml");
  const stats = statSync(at, { throwIfNoEntry: false });
  switch (step.kind) {
    case "put":
      put(step.path, step.path.endsWith(".canvas") ? canvasOf(step.text) : step.text);
      break;
    case "same-size":
      // As an editor might that means to leave no traces.
      if (stats === undefined) break;
      put(step.path, "[[gone]]".repeat(stats.size).slice(0, stats.size));
      utimesSync(at, stats.atime, stats.mtime);
      break;
    case "remove":
      remove(step.path);
      break;
    case "rename":
      if (stats !== undefined) renameSync(at, join(folder, step.to.includes("/") ? step.to : step.path));
      break;
    case "unreadable":
      put(step.path, Buffer.from([0xff, 0xfe, 0]));
      break;
    case "config":
      put("linkage.yaml", step.text);
      break;
    case "damage":
      for (const file of filesOf(vault))
        if (basename(file).startsWith(step.name))
          truncateSync(file, Math.floor(statSync(file).size * step.share));
  }
}

function canvasOf(text: string): string {
  return JSON.stringify({
    nodes: [
      { id: "1", type: "text", text },
      { id: "2", type: "file", file: "home.md" },
    ],
  });
}

/** So many notes that one change or two are few among them, and most changes are of notes that share something with others. */
const beginning: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    folders.flatMap((folder) =>
      names.map((name) => [`${folder}${name}.md`, "---\nnote_id: 230718TJ01\ntitle: Plan One\n---\n"]),
    ),
  ),
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [
      `c/${String(at)}.md`,
      `[[gone]] [[${String(at + 1)}]]\n\n# A\n\n# A\n`,
    ]),
  ),
  "other.yaml": "rules: {malformed-tag: off}\n",
  "a/home.md": "[[Plan-One]] [[gone]] #tag",
  "a/b/x.1.png": "",
};

test.prop(
  [
    fc.array(fc.record({ steps: fc.array(step, { maxLength: 4 }), request, clock }), {
      minLength: 2,
      maxLength: 7,
    }),
  ],
  {
    numRuns: 25,
  },
)("a run with the cache says what a run without says", async (runs) => {
  const vault = cachedVault(beginning);
  const { now } = Date;
  try {
    for (const { steps, request, clock } of runs) {
      for (const each of steps) take(vault, each);
      Date.now = () => now() + clock;
      const paths = readdirSync(vault.folder).includes("a") ? request : request.filter((arg) => arg !== "a");
      expect(await vault.lint(...paths)).toEqual(await vault.lintAnew(...paths));
    }
  } finally {
    Date.now = now;
  }
});
