import { detached } from "../text/detached.ts";
import type { PropertyItem } from "./note.ts";

/** What an item says of how its number is written: nothing, where JavaScript writes it the same. */
export function asWritten(value: number, written: string): Pick<PropertyItem, "written"> {
  return String(value) === written ? {} : { written: detached(written) };
}
