/** Names that folders have by a date, as they stand in a pattern. `<` is in no name that the app takes. */
const dated = ["<year>-<month>-<day>", "<year>-<month>", "<year>", "<month>", "<day>"] as const;

/**
 * A folder with its names that say the day turned into patterns, so that notes of other years and months lie in the same place;
 * months only below years.
 * @param day of a note in it; null if it is not known
 */
export function folderPattern(folder: string, day: string | null): string {
  if (day === null) return folder;
  const names: string[] = [];
  for (const name of folder.split("/")) {
    const pattern = dated.find((each) => folderOfDay(each, day) === name) ?? name;
    const needs = pattern === "<month>" ? "<year>" : pattern === "<day>" ? "<month>" : null;
    names.push(needs === null || names.at(-1) === needs ? pattern : name);
  }
  return names.join("/");
}

/** The folder that a pattern means on a day. */
export function folderOfDay(pattern: string, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return pattern.replaceAll("<year>", year).replaceAll("<month>", month).replaceAll("<day>", date);
}
