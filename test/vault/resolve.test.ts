import { finish } from "../../src/text/steps.ts";
import { copiedIndex } from "../../src/vault/copied-index.ts";
import { vaultOf, vaultOfPaths } from "./vault-of.ts";

/** Where a link leads, in short: a path, `?` for unresolved, or all paths of an ambiguous one, best first. */
function target(files: readonly string[], linkpath: string, from = "Note.md"): string {
  const resolution = vaultOfPaths(...files).resolve({ linkpath }, from);
  if (resolution.kind === "unresolved") return "?";
  return resolution.kind === "resolved" ? resolution.path : [...resolution.candidates].join(" | ");
}

describe("resolution (obsidian.md C)", () => {
  test.each([
    ["a name, wherever the file is", ["a/b/Home.md"], "Home", "a/b/Home.md"],
    ["with extension", ["a/Home.md"], "Home.md", "a/Home.md"],
    ["letter case aside", ["a/Home.md"], "hOME", "a/Home.md"],
    ["an attachment by its extension only", ["img/Plan.png"], "Plan.png", "img/Plan.png"],
    ["no attachment without it", ["img/Plan.png"], "Plan", "?"],
    ["a canvas by its extension only", ["Map.canvas"], "Map", "?"],
    ["a note with a dot in its name", ["Note.1.md"], "Note.1", "Note.1.md"],
    ["the name as it is before the name with .md", ["v1.2", "v1.2.md"], "v1.2", "v1.2"],
    ["a path from the root", ["a/Home.md", "b/a/Home.md"], "a/Home", "a/Home.md"],
    ["a file at the root wins over the same name below", ["Home.md", "a/Home.md"], "Home", "Home.md"],
    ["the end of a path", ["x/a/Home.md", "x/b/Home.md"], "b/Home", "x/b/Home.md"],
    ["not in the middle of a segment", ["xb/Home.md"], "b/Home", "?"],
    ["a wrong folder, even if the name is unique", ["a/Home.md"], "wrong/Home", "?"],
    ["a leading slash from the root only", ["a/Home.md"], "/Home", "?"],
    ["a leading slash with the whole path", ["a/Home.md"], "/a/Home", "a/Home.md"],
    ["backslashes and repeated slashes", ["a/b/Home.md"], "a\\b//Home", "a/b/Home.md"],
    ["a no-break space as a space", ["My Home.md"], "My\u00A0Home", "My Home.md"],
    ["composed for decomposed", ["Cafe\u0301.md"], "Caf\u00E9", "Cafe\u0301.md"],
    ["a name of Object's", ["constructor.md"], "constructor", "constructor.md"],
    ["no file of a name of Object's", ["Home.md"], "__proto__", "?"],
    ["a trailing slash", ["a/x.md"], "a/", "?"],
    ["a protocol-relative address", ["x/y.png"], "//x/y.png", "?"],
    ["an empty vault", [], "Home", "?"],
  ])("%s", (_, files, linkpath, expected) => {
    expect(target(files, linkpath)).toBe(expected);
  });

  test.each([
    ["./ from the note's folder", ["a/Home.md", "Home.md"], "./Home", "a/Note.md", "a/Home.md"],
    ["./ is exact", ["a/b/Home.md"], "./Home", "a/Note.md", "?"],
    ["../ to the parent", ["Home.md", "a/Home.md"], "../Home", "a/Note.md", "Home.md"],
    ["../ above the root", ["Home.md"], "../../Home", "a/Note.md", "?"],
    ["./ letter case aside", ["a/Home.md"], "./home", "A/Note.md", "a/Home.md"],
    [
      "below the note's folder first",
      ["b/Home.md", "c/d/Home.md"],
      "Home",
      "c/Note.md",
      "c/d/Home.md | b/Home.md",
    ],
    [
      "then the shorter path",
      ["long/b/Home.md", "x/Home.md"],
      "Home",
      "Note.md",
      "x/Home.md | long/b/Home.md",
    ],
    ["then alphabetical", ["b/Home.md", "a/Home.md"], "Home", "Note.md", "a/Home.md | b/Home.md"],
    ["two files that differ in case only", ["Home.md", "home.md"], "Home", "Note.md", "Home.md | home.md"],
  ])("%s", (_, files, linkpath, from, expected) => {
    expect(target(files, linkpath, from)).toBe(expected);
  });

  test("an empty linkpath is the note itself", () => {
    expect(target(["Home.md"], "", "a/Note.md")).toBe("a/Note.md");
  });

  test("aliases, titles and headings never resolve", () => {
    const vault = vaultOf({ "a.md": "---\ntitle: Home\naliases: [Start]\n---\n# Begin" });
    for (const linkpath of ["Home", "Start", "Begin"])
      expect(vault.resolve({ linkpath }, "a.md").kind).toBe("unresolved");
  });
});

describe("subpaths (obsidian.md D)", () => {
  const text =
    "# One\n## Part: A, (b)\n### Deep\n## Other\n### Deep\n#### Deeper-still\n\nA paragraph. ^first\n\n- item ^Li-2\n";
  test.each([
    ["#One", "# One"],
    ["#one", "# One"],
    ["#Part A b", "## Part: A, (b)"],
    ["#Part: A, (b)", "## Part: A, (b)"],
    ["#Other#Deep#Deeper-still", "#### Deeper-still"],
    ["#One#Other#Deep", "### Deep"],
    ["#Deeper still", null],
    ["#Part: A, (b)#Deeper-still", null],
    ["#^first", "^first"],
    ["#^li-2", "^Li-2"],
    ["#^none", null],
    ["#One#^first", "^first"],
    ["#None", null],
  ])("%s", (subpath, expected) => {
    const vault = vaultOf({ "a.md": text });
    const note = vault.note("a.md");
    const found = note && vault.resolveSubpath(note, subpath);
    expect(found && text.slice(found.from, found.to)).toBe(expected);
  });
});

describe("the shortest linkpath to a file", () => {
  test.each([
    ["its name if unique", ["a/Home.md"], "a/Home.md", "Home"],
    ["its path if not", ["a/Home.md", "b/Home.md"], "a/Home.md", "a/Home"],
    ["its path if another at the root has the name", ["a/Home.md", "Home.md"], "a/Home.md", "a/Home"],
    ["an attachment with its extension", ["img/Plan.png"], "img/Plan.png", "Plan.png"],
  ])("%s", (_, files, path, expected) => {
    expect(vaultOfPaths(...files).linkpathTo(path)).toBe(expected);
  });
});

describe("what a missing target may have meant", () => {
  const titled = (title: string, more = ""): string => `---\ntitle: "${title}"\n${more}---\n`;
  const vault = vaultOf({
    "Linear-Regression.md": "",
    "the llama effect leak sparked a series of open source alternati.md": titled(
      "The Llama effect: leak sparked a series of open source alternatives to ChatGPT",
    ),
    "C++.md": "",
    "C# notes.md": titled("CSharp notes"),
    "Draft-Plan-One.md": titled("A secret plan", "draft: true\n"),
    "twin-a.md": titled("Two of a kind"),
    "twin-b.md": titled("Two of a kind!"),
    "with-alias.md": "---\naliases: [Second Name, Old/Place]\n---\n",
    "id.md": "---\nnote_id: 230718TJ16\n---\n",
    "kernel patches.md": "",
    "the quiet return of the pocket calculator among students who ne.md": "",
    "a field guide to the cables below our street part one.md": "",
    "a field guide to the cables below our street part two.md": "",
    "solder paste.md": "",
    "solder pasta.md": "",
    "published.md": "",
    "sketch.md": titled("Sketch", "draft: true\n"),
  });

  const found = (linkpath: string, from = "published.md"): string =>
    vault
      .candidates(linkpath, from)
      .map(({ linkpath, sure }) => (sure ? `${linkpath} sure` : linkpath))
      .join(" | ");

  test.each([
    ["the name without punctuation", "Linear Regression", "Linear-Regression sure"],
    [
      "the title",
      "the llama effect: leak sparked a series of open source alternatives to chatgpt",
      "the llama effect leak sparked a series of open source alternati sure",
    ],
    [
      "the title cut off",
      "the llama effect: leak sparked a series of open source alternatives",
      "the llama effect leak sparked a series of open source alternati",
    ],
    [
      "a name that was cut off, without a title",
      "the quiet return of the pocket calculator among students who never owned one",
      "the quiet return of the pocket calculator among students who ne",
    ],
    [
      "the beginning of a name",
      "the quiet return of the pocket",
      "the quiet return of the pocket calculator among students who ne",
    ],
    ["the beginning of a name, too short to tell", "the quiet return", ""],
    ["the beginning of two names", "a field guide to the cables below our street", ""],
    ["an alias", "second-name", "with-alias sure"],
    ["a path with a wrong folder", "Old/Linear-Regression", "Linear-Regression"],
    ["a path that is an alias", "Old/Place", "with-alias sure"],
    ["symbols count", "C", ""],
    ["too few letters", "c++", ""],
    ["two notes", "two of a kind", "twin-a | twin-b"],
    ["a note id", "230718TJ16", "id"],
    ["a letter wrong", "kernal patches", "kernel patches"],
    ["a letter wrong in one name, two in another", "solder pastes", "solder paste"],
    ["as near to two names", "solder past", ""],
    ["nothing like it", "Latency Budget", ""],
    ["a draft, from a published note", "a secret plan", "Draft-Plan-One"],
    ["only blanks and punctuation", "---", ""],
    ["a name that no link can say", "csharp-notes", ""],
  ])("%s", (_, linkpath, expected) => {
    expect(found(linkpath)).toBe(expected);
  });

  test("a draft, from a draft", () => {
    expect(found("a secret plan", "sketch.md")).toBe("Draft-Plan-One sure");
  });
});

// Took minutes: all files of the name were put in order for each link, and each link was looked at for each file.
test("thousands of notes of one name, each with a link by that name, take moments", () => {
  const paths = Array.from({ length: 10_000 }, (_, at) => `folder ${String(at)}/Twin.md`);
  const vault = finish(copiedIndex(vaultOf(Object.fromEntries(paths.map((path) => [path, "[[Twin]]"])))));
  const best = paths.map((path) => {
    const found = vault.resolve({ linkpath: "Twin" }, path);
    return found.kind === "ambiguous" ? found.candidates.first(1)[0] : null;
  });
  expect(best).toEqual(paths);
  expect(paths.filter((path) => vault.isLinked(path))).toEqual([]);
});
