import { parseDate } from "./calendar.ts";

/** A point in time as the clock on the wall says it. */
export interface Moment {
  /** `2026-01-25`. */
  readonly day: string;
  /** `09:05:30`. */
  readonly time: string;
  /** The distance from UTC: `+02:00`; UTC itself is `+00:00`. */
  readonly offset: string;
}

/** A date as the clock of this device says it. */
export function momentOf(date: Date): Moment {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return {
    day: [String(date.getFullYear()).padStart(4, "0"), two(date.getMonth() + 1), two(date.getDate())].join(
      "-",
    ),
    time: [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":"),
    offset: `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`,
  };
}

/**
 * A moment as another date of the journal is written: the day alone, or with the time, to the minute or the second, with
 * or without the distance from UTC. Where that is `Z`, the day stays and the distance is written out, for the day in UTC
 * may be another one. The day alone if `sample` is no date.
 */
export function momentLike(sample: string, { day, time, offset }: Moment): string {
  const written = parseDate(sample)?.time ?? null;
  if (written === null) return day;
  const hasSeconds = /^\d\d:\d\d:/.test(written);
  const [zone = ""] = /(?:Z|[+-]\d\d:?\d\d)$/.exec(written) ?? [];
  const distance = /^[+-]\d{4}$/.test(zone) ? offset.replace(":", "") : offset;
  return `${day}T${hasSeconds ? time : time.slice(0, "09:05".length)}${zone === "" ? "" : distance}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
