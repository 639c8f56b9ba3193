/** What was asked for cannot be done; the message, one line, says why. Hosts tell it as `linkage: …`. */
export class CannotRun extends Error {}
