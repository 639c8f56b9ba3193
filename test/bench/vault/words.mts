import type { Random } from "./random.mts";

const nouns =
  words(`anchor antenna archive battery beacon bearing bench bridge buffer cable cache camera canal catalogue
  cellar charger circuit clock compiler compressor console cooler crane crystal current dashboard depot detector diagram dial
  display dock drawer drill driver engine fan ferry filter firmware flange forecast foundry freezer furnace gateway gauge
  generator grid harbour heater hinge inverter kernel kettle keyboard ladder lamp laser lathe ledger lens library lighthouse
  loom magnet manual market meter microphone mill mirror modem motor needle notebook orchard oven panel parser patch pedal
  pipeline planner plotter pocket printer probe protocol pump radar radio railway recorder register relay repair reservoir
  router satellite scanner scheduler sensor server shelf shutter signal socket solder speaker spindle spring station stove
  switch switchboard tape telescope terminal thermostat timer toolbox tower transformer tunnel turbine typewriter valve
  vault warehouse waveform weather wheel window winter workshop`);

const adjectives =
  words(`ancient borrowed brittle bright calm careful cheap cold common curious delayed digital distant
  early empty expensive faint familiar fast flat forgotten fragile gentle heavy hidden honest idle late lazy local lonely
  modest noisy northern odd open ordinary patient plain portable public quiet rare remote rusty second sharp silent simple
  slow small smart soft spare steady stubborn sudden thin tired tiny useful warm wooden`);

const verbs =
  words(`answers balances beats borrows bends breaks builds carries charges checks copies counts crosses draws
  feeds finds follows forgets grows guards hears heats holds keeps leads learns leaves listens loses maps measures meets mends
  misses moves needs opens outlives pays prints pulls reads records repairs replaces rests saves sends shares shows sleeps
  sorts spares splits starts stops stores survives teaches tests tracks travels trusts turns waits wakes watches weighs works
  writes`);

/** Words that notes are tagged by and that keyword notes are about. */
export const subjects =
  words(`hardware energy networks privacy compilers kernels batteries radio printing storage repair
  maps transport water weather music gardens languages archives markets standards security sensors robotics astronomy
  typography cameras bicycles ferries heating lighting fonts databases browsers protocols licences factories ports libraries`);

/** Two sentences' worth of small words keep the text from being all nouns. */
const joints = words(`the a each this that its our every some`);
const places = words(`near under behind without beyond before after beside inside against across between`);

/** A title of six to nine words, so that 100,000 of them are nearly all different. */
export function title(random: Random): string {
  const { pick } = random;
  const parts = [pick(adjectives), pick(nouns), pick(verbs), pick(joints), pick(adjectives), pick(nouns)];
  if (random.chance(0.5)) parts.push(pick(places), pick(joints), pick(nouns));
  return parts.join(" ");
}

/** One sentence of some twelve words, with a capital and a full stop. */
export function sentence({ pick, chance }: Random): string {
  const parts = [pick(joints), pick(adjectives), pick(nouns), pick(verbs), pick(joints), pick(nouns)];
  if (chance(0.7)) parts.push(pick(places), pick(joints), pick(adjectives), pick(nouns));
  if (chance(0.5)) parts.push("and", pick(verbs), pick(joints), pick(nouns));
  const text = parts.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Two or three words, as headings have. */
export function phrase({ pick, chance }: Random): string {
  return [...(chance(0.5) ? [pick(adjectives)] : []), pick(nouns), pick(nouns)].join(" ");
}

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
