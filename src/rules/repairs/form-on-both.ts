import { fileName, isLinkable, withoutExtension } from "../../vault/names.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";

/**
 * The shortest linkpath, without `.md`, that leads from the note at `from` to the file at `path` in Obsidian and on the site. Null if
 * there is none, or nothing is known of a site.
 */
export function formOnBoth(path: string, from: string, vault: VaultIndex): string | null {
  const { site } = vault;
  if (site === null) return null;
  const whole = withoutExtension(path);
  const form = [fileName(whole), whole].find((linkpath) => {
    const here = vault.resolve({ linkpath }, from);
    return (
      isLinkable(linkpath) &&
      here.kind === "resolved" &&
      here.path === path &&
      site.resolve(linkpath) === path
    );
  });
  return form ?? null;
}
