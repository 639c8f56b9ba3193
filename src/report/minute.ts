/** A moment as people read it, in their own time: `2026-11-22 08:40`. */
export function minuteOf(when: Date): string {
  const [month, day, hour, minute] = [
    when.getMonth() + 1,
    when.getDate(),
    when.getHours(),
    when.getMinutes(),
  ].map((part) => String(part).padStart(2, "0"));
  return `${String(when.getFullYear())}-${month ?? ""}-${day ?? ""} ${hour ?? ""}:${minute ?? ""}`;
}
