/**
 * A code for a note type that has none, told by its name, and not one of `taken`: the first letters of its words
 * (`tech-journal` → `TJ`), or of a single word the first two (`recipes` → `RE`). Null if all are taken.
 * @param name a class, tag, or the name of a folder
 */
export function codeFor(name: string, taken: ReadonlySet<string>): string | null {
  const words = latin(name)
    .split(/[^A-Z]+/)
    .filter((word) => word !== "");
  const letters = words.join("");
  const initials = words
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, LONGEST);
  const own = [
    ...(words.length > 1 ? [initials] : []),
    ...[2, 3, 4].map((length) => letters.slice(0, length)).filter((code) => code !== ""),
  ];
  const stem = (own[0] ?? "T").slice(0, LONGEST - 1);
  return (
    [...own, ...pairs().map((pair) => (stem + pair).slice(0, LONGEST)), ...pairs()].find(
      (code) => !taken.has(code),
    ) ?? null
  );
}

const LONGEST = 4;

/** In capitals, letters with accents without them; what has no Latin letters gives none. */
function latin(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}

/** A to Z, and AA to ZZ. */
function pairs(): readonly string[] {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];
}
