import type { PluginManifest } from "obsidian";

/** What the app knows of the plugin before it is loaded. */
export const manifest: PluginManifest = {
  id: "linkage",
  name: "Linkage",
  version: "0.1.0",
  minAppVersion: "1.13.0",
  description: "",
  author: "",
};
