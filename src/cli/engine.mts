import { setFlagsFromString } from "node:v8";

/**
 * Imported first by the door, for V8 must not be told otherwise while it compiles in another thread: it has crashed so.
 *
 * Most of a run is spent in code that is not optimised yet. Where V8 puts functions into one another, it compiles them again and
 * again with what it learns: linting 1,940 notes takes 2.0 s of processor time with that and 1.2 s without, 40,000 notes take 14 s
 * and 13 s. Functions that are compiled at once, without being optimised, make that 11 s.
 *
 * The facts of the first 2,000 notes are kept as they come, those of all others for a moment, until they are packed. From the first V8 learns
 * to put facts where it seldom collects, and goes on so with the others: without that, 10,000 notes take a tenth less time and 165 MB at the
 * most instead of 211 MB.
 */
setFlagsFromString("--max-inlined-bytecode-size=0");
setFlagsFromString("--sparkplug");
setFlagsFromString("--no-allocation-site-pretenuring");
