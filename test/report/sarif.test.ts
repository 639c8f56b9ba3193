import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import type { CiContext } from "../../src/report/ci-context.ts";
import { sarifLog } from "../../src/report/sarif.ts";
import type { Sources } from "../../src/report/sources.ts";
import { allExamples } from "../../src/rules/examples/all-examples.ts";
import { lineStarts } from "../../src/text/lines.ts";
import { problem, tenByHundred } from "./problems.ts";
import { runOf, type Region } from "./sarif-schema.ts";

const context: CiContext = {
  place: (path) => `vault/${path}`,
  fails: () => true,
  version: "1.2.3",
  hash: (text) => String(Array.from(text).reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 1e9, 7)),
  examples: new Map(),
};

function logOf(diagnostics: Iterable<Diagnostic>, sources: Sources = tenByHundred, more = {}): string {
  return [...sarifLog(diagnostics, sources, { ...context, ...more })].join("");
}

/** Every file has this text. */
function sourcesOf(text: string | null): Sources {
  return { isNote: (path) => path.endsWith(".md"), lines: () => lineStarts(text ?? ""), text: () => text };
}

function resultsOf(diagnostics: Iterable<Diagnostic>, sources?: Sources) {
  return runOf(logOf(diagnostics, sources)).results;
}

const full = problem({
  rule: "unresolved-link",
  target: "Home",
  at: 25,
  related: [{ path: "Other.md", message: "The other", from: 0, to: 12 }],
  fix: () => ({ title: "Repair it", edits: [{ from: 9, to: 11, insert: "x\n" }] }),
});

test("a result has all that is known of its problem", () => {
  const [, , result = ""] = logOf([full]).split("\n");
  // Where a rule is listed changes with each new one, and is tested below.
  const said = result.replace(/"ruleIndex":\d+/, '"ruleIndex":0');
  expect(JSON.stringify(JSON.parse(said), null, 1)).toMatchInlineSnapshot(`
   "{
    "ruleId": "unresolved-link",
    "ruleIndex": 0,
    "level": "error",
    "message": {
     "text": "Something is not as expected"
    },
    "locations": [
     {
      "physicalLocation": {
       "artifactLocation": {
        "uri": "vault/Note.md",
        "uriBaseId": "%SRCROOT%"
       },
       "region": {
        "startLine": 3,
        "startColumn": 6,
        "endLine": 3,
        "endColumn": 7,
        "charOffset": 25,
        "charLength": 1
       }
      }
     }
    ],
    "partialFingerprints": {
     "linkage/v1": "530649414:1"
    },
    "relatedLocations": [
     {
      "id": 1,
      "physicalLocation": {
       "artifactLocation": {
        "uri": "vault/Other.md",
        "uriBaseId": "%SRCROOT%"
       },
       "region": {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 3,
        "charOffset": 0,
        "charLength": 12
       }
      },
      "message": {
       "text": "The other"
      }
     }
    ],
    "fixes": [
     {
      "description": {
       "text": "Repair it"
      },
      "artifactChanges": [
       {
        "artifactLocation": {
         "uri": "vault/Note.md",
         "uriBaseId": "%SRCROOT%"
        },
        "replacements": [
         {
          "deletedRegion": {
           "startLine": 1,
           "startColumn": 10,
           "endLine": 2,
           "endColumn": 2,
           "charOffset": 9,
           "charLength": 2
          },
          "insertedContent": {
           "text": "x\\n"
          }
         }
        ]
       }
      ]
     }
    ]
   }"
  `);
});

test("a log says what it was made by and how it counts", () => {
  const [start = "", head = ""] = logOf([]).split("\n");
  expect(start).toMatchInlineSnapshot(
    `"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":["`,
  );
  expect(head.replace(/"rules":\[.*\]\}\}/, '"rules":[]}}')).toMatchInlineSnapshot(
    `"{"tool":{"driver":{"name":"Linkage","version":"1.2.3","semanticVersion":"1.2.3","rules":[]}},"invocations":[{"executionSuccessful":true}],"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The root of the repository"}}},"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"],"results":["`,
  );
});

test("each rule is described with what linkage rules tells of it", () => {
  const { rules } = runOf(logOf([], tenByHundred, { examples: allExamples })).tool.driver;
  for (const { id, help } of rules) {
    expect(help.text.startsWith(`${id}\n`)).toBe(true);
    for (const { title } of allExamples.get(id) ?? []) expect(help.text).toContain(title);
    expect(help.markdown).toContain("- Severity: ");
  }
  const byId = new Map(rules.map((rule) => [rule.id, rule.defaultConfiguration]));
  expect(byId.get("link-to-draft")).toEqual({ level: "error", enabled: true });
  expect(byId.get("placeholder-link")).toEqual({ level: "note", enabled: true });
  expect(byId.get("unused-attachment")).toEqual({ level: "note", enabled: false });
  const [result] = resultsOf([full]);
  expect(rules[result?.ruleIndex ?? -1]?.id).toBe("unresolved-link");
});

test.each<readonly [Diagnostic["severity"], string]>([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "note"],
])("the level of an %s", (severity, level) => {
  expect(resultsOf([problem({ severity })])[0]?.level).toBe(level);
});

describe("places", () => {
  test.each([
    ["LF", "one\ntwo «x» three\n"],
    ["CRLF", "one\r\n\r\ntwo «x» three\r\n"],
    ["a lone CR", "one\rtwo «x»"],
    ["a line separator, which ends no line", "one\u2028two «x»"],
    ["characters of two code units before it", "🔋🔋 and 電池 «x»"],
    ["several lines", "a «\r\n🔋b\r\n» c"],
    ["the end of the file", "abc\n«»"],
    ["the start of a line to that of the next", "a\n«b\n»c"],
  ])("%s: lines and columns name the same as offsets", (_, marked) => {
    const text = marked.replaceAll(/[«»]/g, "");
    const range = { from: marked.indexOf("«"), to: marked.indexOf("»") - 1 };
    const [result] = resultsOf([problem({ range })], sourcesOf(text));
    const region = result?.locations[0]?.physicalLocation.region;
    expect(region && rangeOf(region, text)).toEqual(range);
    expect(region).toMatchObject({ charOffset: range.from, charLength: range.to - range.from });
  });

  test("of what is no text, the first line", () => {
    const [result] = resultsOf([problem({ path: "a.png", range: { from: 0, to: 0 } })]);
    expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 1 });
  });

  test.each([
    ["a b/c.md", "vault/a%20b/c.md"],
    ["50% #1?.md", "vault/50%25%20%231%3F.md"],
    ["a:b.md", "vault/a%3Ab.md"],
    ["電池/🔋.md", "vault/%E9%9B%BB%E6%B1%A0/%F0%9F%94%8B.md"],
    ["\u202egpj.md", "vault/%E2%80%AEgpj.md"],
    ["a\nb\u0007.md", "vault/a%0Ab%07.md"],
    ["half \ud800.md", "vault/half%20%EF%BF%BD.md"],
    ["[[x]]&'\".md", "vault/%5B%5Bx%5D%5D%26'%22.md"],
  ])("%j is at %s", (path, uri) => {
    const [result] = resultsOf([problem({ path })]);
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });
});

describe("messages", () => {
  test.each([
    ["no placeholder: {0}", "no placeholder: {{0}}"],
    ["no link: [a](b c)", "no link: \\[a\\](b c)"],
    ["brackets: [[a]] \\", "brackets: [[a]] \\"],
    ["\u001b[31m\u0000 \u202e \ud800", "\u001b[31m\u0000 \u202e \ud800"],
  ])("%j", (message, text) => {
    const log = logOf([problem({ message })]);
    expect(log.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
    expect(runOf(log).results[0]?.message.text).toBe(text);
  });
});

describe("fingerprints", () => {
  const text = "See [[Home]] and\n[[Home]] or [[House]]\n";

  /** Of a problem at each link. */
  function fingerprints(of: string, more: Partial<Diagnostic> = {}): readonly string[] {
    const found = Array.from(of.matchAll(/\[\[.*?\]\]/g), ({ 0: link, index }) =>
      problem({ target: link, range: { from: index, to: index + link.length }, ...more }),
    );
    return resultsOf(found, sourcesOf(of)).map(
      ({ partialFingerprints }) => partialFingerprints["linkage/v1"] ?? "",
    );
  }

  test("tell all problems apart", () => {
    expect(new Set(fingerprints(text)).size).toBe(3);
  });

  test.each([
    ["lines above", `one\n\ntwo\n${text}`],
    ["words beside", text.replace("See", "Also see")],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["one less behind it", text.replace(" or [[House]]", "")],
  ])("stay with %s", (_, changed) => {
    const before = fingerprints(text);
    const after = fingerprints(changed);
    expect(before.slice(0, after.length)).toEqual(after);
  });

  test("stay when a message names another note otherwise", () => {
    const [before] = fingerprints(text, { message: '"1" is also the note id of "a"' });
    expect(fingerprints(text, { message: '"1" is also the note id of "b"' })[0]).toBe(before);
  });

  test.each<readonly [string, Partial<Diagnostic>]>([
    ["another rule", { rule: "other" }],
    ["another note", { path: "Other.md" }],
    ["another message", { message: "Something else" }],
    ["another target", { target: "x" }],
  ])("%s has others", (_, more) => {
    expect(fingerprints(text, more)).not.toContain(fingerprints(text)[0]);
  });
});

test("a text that can no longer be had: no fix, and still a fingerprint", () => {
  const [result] = resultsOf([full], sourcesOf(null));
  expect(result?.fixes).toBeUndefined();
  expect(result?.partialFingerprints["linkage/v1"]).toMatch(/:1$/);
});

test("50,000 problems are streamed: no piece is longer than one of them", () => {
  function* many(): Generator<Diagnostic> {
    for (let number = 0; number < 50_000; number++) yield problem({ path: `${String(number)}.md` });
  }
  let pieces = 0;
  let longest = 0;
  for (const piece of sarifLog(many(), tenByHundred, context)) {
    if (piece.startsWith("{")) continue;
    pieces++;
    longest = Math.max(longest, piece.length);
  }
  expect(pieces).toBe(50_000 + 2);
  expect(longest).toBeLessThan(500);
});

/** Where a region lies by its lines and columns, whose lines end as the log says. */
function rangeOf({ startLine, startColumn = 1, endLine = 1, endColumn = 1 }: Region, text: string) {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  const at = (line: number, column: number): number => (starts[line - 1] ?? NaN) + column - 1;
  return { from: at(startLine, startColumn), to: at(endLine, endColumn) };
}
