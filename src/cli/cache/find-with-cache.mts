import type { Conventions } from "../../journal/conventions.ts";
import { lazily } from "../../text/lazily.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { Config } from "../config.mts";
import type { LintRun } from "../lint-run.mts";
import { loadVault } from "../load-vault.mts";
import type { Progress } from "../progress.mts";
import type { CachedRequest } from "./cached-request.mts";
import { CachedRun } from "./cached-run.mts";
import { growSlowly } from "./grow-slowly.mts";
import { changedIndex, firstIndex, indexBefore, wholeIndex, type IndexNow } from "./index-now.mts";
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
  const earlier = earlierOf(request, kept, holds);
  // Made while files are still being looked at, where another thread does that.
  const survey = surveyChanges(request.folder, look(), kept, progress, holds ? earlier.index : earlier.notes);
  if (holds && survey.changes.size === 0) return unchangedRun(request, earlier, survey, progress);
  return (
    changedRun(request, settings, earlier, survey, progress) ??
    // The shelves are lost or damaged: without them.
    (request.isWhole ? firstRun(request, settings, progress) : null)
  );
}

/** What an earlier run has kept, and what is made of it when that is first needed. */
interface Earlier {
  readonly kept: KeptVault;
  /** Whether the settings are what they were. */
  readonly holds: boolean;
  readonly config: () => Config;
  /** What was kept of the notes; null if not all of it can be had any more. */
  readonly notes: () => KeptNotes | null;
  /** The index of the vault as it was; null as for `notes`. */
  readonly index: () => VaultIndex | null;
}

function earlierOf({ cache, readConfig }: CachedRequest, kept: KeptVault, holds: boolean): Earlier {
  const config = lazily(readConfig);
  const notes = lazily(() => notesKept(cache, kept));
  const index = lazily(() => {
    const known = notes();
    return known && indexBefore(kept, known, config().conventions);
  });
  return { kept, holds, config, notes, index };
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
  { kept, config, notes }: Earlier,
  survey: ChangeSurvey,
  progress: Progress,
): LintRun {
  const { folder, report } = request;
  const areRepairsKnown = report !== null && kept.head.reports.includes(report);
  const load = ({ conventions }: Config): VaultIndex => {
    const known = notes();
    return known ? wholeIndex(survey, known, conventions) : loadVault(folder, conventions, progress).index;
  };
  return new CachedRun(
    request,
    {
      kept,
      survey,
      config: areRepairsKnown ? null : config(),
      load,
      lostShelves: noneLost,
      settings: kept.head.settings,
      affected: new Set(),
    },
    progress,
  );
}

/** Null if what was kept of the notes cannot be had any more. */
function changedRun(
  request: CachedRequest,
  settings: string,
  earlier: Earlier,
  survey: ChangeSurvey,
  progress: Progress,
): LintRun | null {
  const known = earlier.notes();
  if (known === null) return null;
  const { kept } = earlier;
  const config = earlier.config();
  const { index, affected } =
    changedIndexOf(earlier, survey, known) ?? allAnew(survey, known, config.conventions);
  const lostShelves = known.notes.lost;
  return new CachedRun(
    request,
    { kept, survey, config, load: () => index, lostShelves, settings, affected },
    progress,
  );
}

/** Null where so much has changed that to lint all is less work, or what was in place of it is not known any more. */
function changedIndexOf({ holds, index }: Earlier, survey: ChangeSurvey, known: KeptNotes): IndexNow | null {
  if (!holds || survey.changes.size * FEW_CHANGES > survey.files.length) return null;
  const before = index();
  return before && changedIndex(before, survey, known);
}

/** The same where all is to be linted. */
function allAnew(survey: ChangeSurvey, known: KeptNotes, conventions: Conventions): IndexNow {
  growSlowly(survey.files.length);
  return { index: wholeIndex(survey, known, conventions), affected: null };
}

const noneLost: ReadonlySet<string> = new Set();
