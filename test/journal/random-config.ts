import { fc } from "@fast-check/jest";

/** A config as plain data, of the keys and rules that the laws change. */
export interface PlainConfig {
  readonly extends?: string;
  readonly ignore?: readonly string[];
  readonly placeholders?: readonly string[];
  readonly classes?: readonly string[];
  readonly site?: string;
  readonly types?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly rules?: Readonly<
    Record<string, string | Readonly<Record<string, string | number | readonly string[]>>>
  >;
}

const words = fc.constantFrom(
  "Templates",
  "Notes/MR",
  "a b",
  "**/*.md",
  "2023",
  "it's",
  'say "x"',
  "true",
  "ü",
  "x: y",
  "#1",
);
const texts = fc.uniqueArray(words, { minLength: 1, maxLength: 4 });
const severity = fc.constantFrom("error", "warning", "info", "off");

const optional = { requiredKeys: [] };
const noteType = fc.record(
  {
    classes: texts,
    tags: texts,
    folders: texts,
    required: texts,
    linkage: fc.constantFrom("required", "optional"),
    ending: fc.constantFrom("#", "a: b"),
  },
  optional,
);
const rule = fc.oneof(
  severity,
  fc.record({ severity, ignore: texts, maximum: fc.integer({ min: 1, max: 9 }), names: texts }, optional),
);

/** Any config without a mistake, as plain data. */
const plainConfigs: fc.Arbitrary<PlainConfig> = fc.record(
  {
    extends: fc.constantFrom("none", "tech-journal"),
    ignore: texts,
    placeholders: texts,
    classes: texts,
    site: fc.constantFrom("quartz", "publish"),
    types: fc.record({ MR: noteType, TJ: noteType, XY: noteType }, optional),
    rules: fc.record(
      { "unresolved-link": severity, "tag-spelling": rule, "missing-property": rule },
      optional,
    ),
  },
  optional,
);

/** Text that says what a config says, in one of the many ways to write it, with comments `#c1`, `#c2` and so on. */
export const configTexts: fc.Arbitrary<string> = fc
  .tuple(plainConfigs, fc.array(fc.nat(99), { minLength: 80, maxLength: 80 }))
  .map(([config, tape]) => new ConfigWriter(tape).write(config));

/** Writes a config; each choice of style is the next number of a tape. */
class ConfigWriter {
  private readonly tape: readonly number[];
  private next = 0;
  private comments = 0;

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  write(config: PlainConfig): string {
    const indent = this.choose("  ", "    ");
    const head = this.choose("", "", "# c0\n", "---\n", "# c0\n\n---\n");
    const body = Object.keys(config).length === 0 ? this.choose("", "{}\n") : this.map(config, "", indent);
    const text = (head + body).replace(/\n$/, this.choose("\n", "\n", ""));
    return this.choose(text, text, text.replaceAll("\n", "\r\n"));
  }

  /** Lines of a map, each with its line break. */
  private map(map: object, margin: string, indent: string): string {
    return Object.entries(map)
      .map(([key, value]: [string, unknown]) => {
        const above = this.choose("", "", "", `${margin}${this.comment()}\n`, "\n");
        return above + this.entry(`${margin}${key}:`, value, margin, indent);
      })
      .join("");
  }

  private entry(key: string, value: unknown, margin: string, indent: string): string {
    if (Array.isArray(value)) return this.list(key, value.map(String), margin, indent);
    if (typeof value !== "object" || value === null) return `${key} ${this.scalar(value)}${this.end()}`;
    if (Object.keys(value).length === 0) return `${key}${this.choose("", " {}", " { }", " ~")}${this.end()}`;
    if (this.choose(false, false, true)) return `${key} ${this.flow(value)}${this.end()}`;
    return `${key}${this.end()}${this.map(value, margin + indent, indent)}`;
  }

  private list(key: string, items: readonly string[], margin: string, indent: string): string {
    const lines = (dash: string): string =>
      items.map((item) => `${dash} ${this.scalar(item)}${this.end()}`).join("");
    const [only] = items;
    switch (this.choose("flow", "block", "flush", "lone", "tall", "wide")) {
      case "block":
        return `${key}${this.end()}${lines(`${margin}${indent}-`)}`;
      case "flush":
        return `${key}${this.end()}${lines(`${margin}-`)}`;
      case "lone":
        if (items.length === 1 && !key.includes("names")) return `${key} ${this.scalar(only)}${this.end()}`;
        return `${key} ${this.flow(items)}${this.end()}`;
      case "tall": {
        const last = items.length - 1;
        const comma = this.choose("", ",");
        const tall = items.map(
          (item, at) => `${margin}${indent}${this.scalar(item)}${at < last ? "," : comma}${this.end()}`,
        );
        return `${key} [${this.end()}${tall.join("")}${margin}]${this.end()}`;
      }
      case "wide":
        return `${key} [\n${margin}${indent}${items.map((item) => this.scalar(item)).join(", ")}]${this.end()}`;
      default:
        return `${key} ${this.flow(items)}${this.end()}`;
    }
  }

  private flow(value: unknown): string {
    if (Array.isArray(value))
      return `[${value.map((item) => this.scalar(item)).join(this.choose(", ", ","))}${this.choose("", "", ",")}]`;
    if (typeof value !== "object" || value === null) return this.scalar(value);
    const entries = Object.entries(value).map(
      ([key, part]: [string, unknown]) => `${key}: ${this.flow(part)}`,
    );
    const blank = this.choose(" ", "");
    return `{${blank}${entries.join(", ")}${blank}}`;
  }

  private scalar(value: unknown): string {
    if (typeof value !== "string") return String(value);
    if (value.includes("'")) return JSON.stringify(value);
    if (/^[a-z]+$/.test(value) && value !== "true") return value;
    return this.choose(JSON.stringify(value), `'${value}'`);
  }

  private end(): string {
    return this.choose("\n", "\n", ` ${this.comment()}\n`);
  }

  private comment(): string {
    this.comments++;
    return `# c${String(this.comments)}`;
  }

  private choose<T>(...choices: readonly [T, ...T[]]): T {
    const choice = this.tape[this.next++ % this.tape.length] ?? 0;
    return choices[choice % choices.length] ?? choices[0];
  }
}
