import { lazily } from "../../text/lazily.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { Config } from "../config.mts";
import type { LintRun } from "../lint-run.mts";
import { loadVault } from "../load-vault.mts";
import type { Progress } from "../progress.mts";
import type { CachedRequest } from "./cached-request.mts";
import { CachedRun } from "./cached-run.mts";
import { growSlowly } from "./grow-slowly.mts";
import { changedIndex, firstIndex, wholeIndex } from "./index-now.mts";
import type { KeptVault } from "./kept-vault.mts";
import { lookAside } from "./look-aside.mts";
import { surveyAll, surveyChanges, type ChangeSurvey } from "./survey.mts";
import { keptIn, notesKept, sizeOfKept, type KeptNotes } from "./vault-cache.mts";
import { lookHere, type VaultLook } from "./vault-look.mts";

/** As long as no more files than one in so many have changed, less is linted when each tells whom it affects. */
const FEW_CHANGES = 8;

/** Of so many bytes is what was found in a vault of some 10,000 notes: to look at these takes longer than to start a thread. */
const LARGE = 5_000_000;

/**
 * Lint the vault in `folder` with the help of what earlier runs have kept: what has changed is read, and what that affects is linted.
 * Null where that would be more work than to lint what is asked about, or an earlier run has not looked for it.
 */
export function cachedRun(request: CachedRequest, progress: Progress): LintRun | null {
  const look = startLook(request);
  const kept = keptIn(request.cache);
  const settings = request.settings();
  const holds = kept?.head.settings === settings;
  if (!holds && !request.isWhole) return null;
  if (request.only?.some((id) => !kept?.head.rules.includes(id))) return null;
  if (!kept) return firstRun(request, settings, progress);
  const known = lazily(() => notesKept(request.cache, kept));
  // Read while files are still being looked at, where another thread does that.
  const survey = surveyChanges(request.folder, look(), kept, progress, known);
  if (holds && survey.changes.size === 0) return unchangedRun(request, kept, survey, known, progress);
  return (
    changedRun(request, settings, kept, survey, known(), progress) ??
    // The shelves are lost or damaged: without them.
    (request.isWhole ? firstRun(request, settings, progress) : null)
  );
}

/** Begin to look at the vault's files, by another thread where there are so many that this pays. */
function startLook({ folder, cache, lookScript }: CachedRequest): () => VaultLook {
  return lookScript !== undefined && sizeOfKept(cache) > LARGE
    ? lookAside(lookScript, folder)
    : () => lookHere(folder);
}

/** Nothing was kept that is of use. */
function firstRun(request: CachedRequest, settings: string, progress: Progress): LintRun {
  const config = request.readConfig();
  const survey = surveyAll(request.folder, progress);
  growSlowly(survey.files.length);
  const index = firstIndex(survey, config.conventions);
  return new CachedRun(
    request,
    {
      kept: null,
      survey,
      config,
      load: () => index,
      lostShelves: noneLost,
      settings,
      affected: null,
    },
    progress,
  );
}

/** Nothing has changed: what was kept is told. Only for repairs that nobody has asked for yet may the vault have to be indexed. */
function unchangedRun(
  request: CachedRequest,
  kept: KeptVault,
  survey: ChangeSurvey,
  notes: () => KeptNotes | null,
  progress: Progress,
): LintRun {
  const { folder, report } = request;
  const areRepairsKnown = report !== null && kept.head.reports.includes(report);
  const config = areRepairsKnown ? null : request.readConfig();
  const load = ({ conventions }: Config): VaultIndex => {
    const known = notes();
    return known ? wholeIndex(survey, known, conventions) : loadVault(folder, conventions, progress).index;
  };
  return new CachedRun(
    request,
    {
      kept,
      survey,
      config,
      load,
      lostShelves: noneLost,
      settings: kept.head.settings,
      affected: new Set(),
    },
    progress,
  );
}

/** @param known null if what was kept of the notes cannot be had any more; then there is no such run */
function changedRun(
  request: CachedRequest,
  settings: string,
  kept: KeptVault,
  survey: ChangeSurvey,
  known: KeptNotes | null,
  progress: Progress,
): LintRun | null {
  if (known === null) return null;
  const config = request.readConfig();
  const isLittle =
    kept.head.settings === settings && survey.changes.size * FEW_CHANGES <= survey.files.length;
  const { index, affected } = (isLittle && changedIndex(kept, survey, known, config.conventions)) || {
    index: wholeIndex(survey, known, config.conventions),
    affected: null,
  };
  const lostShelves = known.notes.lost;
  return new CachedRun(
    request,
    { kept, survey, config, load: () => index, lostShelves, settings, affected },
    progress,
  );
}

const noneLost: ReadonlySet<string> = new Set();
