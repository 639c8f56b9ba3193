import { withoutExtension } from "./names.ts";

/**
 * Why Windows does not take a name that other systems do, as the end of a sentence that begins with the name; null if it does. An end
 * of the name in front of `.md` counts as its end, since that is the name of the note.
 */
export function whyNotPortable(name: string): string | null {
  const bad = /[*?"<>]/.exec(name)?.[0];
  if (bad !== undefined)
    return `holds "${bad}", expected a name without any of * ? " < >, which Windows does not take`;
  const end = /[. ]$/.exec(withoutExtension(name))?.[0];
  if (end !== undefined)
    return `ends in a ${end === "." ? "dot" : "blank"}, expected a name without, since Windows drops it`;
  return isDeviceName(name) ? "is a device for Windows, expected another name" : null;
}

/** What Windows takes for a device, whatever extension stands behind it. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}

const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
