import type { App } from "obsidian";

/** Under this key the app keeps, for each vault of the device, the name of its store. */
const NAME_KEY = "linkage-facts";

/**
 * The name of this vault's store in IndexedDB: all vaults of a device share that. Made the first time, and kept by the app.
 * Throws what the app does where nothing can be kept.
 */
export function storeName(app: App): string {
  const known: unknown = app.loadLocalStorage(NAME_KEY);
  if (typeof known === "string" && known !== "") return known;
  const name = `linkage-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (each) => each.toString(36)).join("")}`;
  app.saveLocalStorage(NAME_KEY, name);
  return name;
}
