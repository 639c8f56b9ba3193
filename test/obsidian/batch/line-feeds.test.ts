import { fc, test as law } from "@fast-check/jest";
import { offsetIn, withLineFeeds } from "../../../src/obsidian/batch/line-feeds.ts";

const units = fc.array(fc.constantFrom("a", "b", "\n", "é", "🙂"), { maxLength: 20 });

law.prop([units, fc.nat()])(
  "an offset leads to the same place of the text with other line ends, and back",
  (all, at) => {
    const text = all.join("");
    const crlf = text.replaceAll("\n", "\r\n");
    const offset = at % (text.length + 1);
    const there = offsetIn(crlf, text, offset);
    expect(withLineFeeds(crlf.slice(0, there))).toBe(text.slice(0, offset));
    expect(offsetIn(text, crlf, there)).toBe(offset);
  },
);
