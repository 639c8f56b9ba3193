import { withoutExtension } from "../../vault/names.ts";
import { texts } from "../texts.ts";
import type { FixRequest } from "./fix-request.ts";

/** What a request would do, in a few words. */
export function requestText({ repair, rules, targets, paths }: FixRequest): string {
  if (repair.kind === "link") return texts.fixes.linkTo(targets ?? [], withoutExtension(repair.path));
  if (repair.kind === "text") return texts.fixes.asText(targets ?? []);
  const what = [...(targets ?? []), ...(rules ?? []), ...(paths ?? []).map(withoutExtension)];
  return what.length === 0 ? texts.fixes.wholeVault : texts.fixes.sure(what);
}
