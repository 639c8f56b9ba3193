import "../law-seed.ts";
import { fc, test as law } from "@fast-check/jest";
import { nameKey } from "../../src/vault/names.ts";
import { NameWords } from "../../src/vault/name-words.ts";

const word = fc.constantFrom(
  "tech",
  "Journal",
  "jou",
  "été",
  "e\u0301te\u0301",
  "電子",
  "a",
  "C++",
  "2026-01",
  "-",
  "_x",
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const names = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

law.prop([names, fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(3)])(
  "names are found by the beginnings of their words as if each were looked at",
  (all, typed, cut) => {
    const query = typed.join(" ").slice(0, cut === 0 ? undefined : -cut);
    const index = new NameWords();
    for (const [at, each] of all.entries()) index.add({ path: String(at), names: each });
    const wanted = wordsOf(query);
    const expected = all.flatMap((each, at) => {
      const words = each.flatMap(wordsOf);
      return wanted.every((one) => words.some((other) => other.startsWith(one))) ? [String(at)] : [];
    });
    const found = index.find(query, 100).map(({ path }) => path);
    expect([...found].sort()).toEqual(wanted.length === 0 ? [] : [...expected].sort());
  },
);

function wordsOf(text: string): readonly string[] {
  return nameKey(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((each) => each !== "");
}
