import type { NoteType } from "../../src/journal/conventions.ts";
import { momentLike } from "../../src/journal/moment.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { newNote, noteForTarget, type NoteWanted } from "../../src/writing/new-note.ts";
import { folderForType } from "../../src/writing/type-folder.ts";
import { newestOfType, sampledOf } from "../../src/writing/type-samples.ts";
import { vaultOf } from "../vault/vault-of.ts";

const moment = { day: "2026-03-01", time: "23:59:30", offset: "+05:30" };

const type: NoteType = {
  code: "TJ",
  classes: ["tech-journal"],
  tags: ["tech-journal"],
  folders: [],
  properties: [],
  required: ["title", "tags", "note_id"],
  sections: [],
  linkage: "optional",
  ending: null,
};

type Files = Readonly<Record<string, string>>;

function make(
  files: Files,
  wanted: Partial<NoteWanted> = {},
  of: Partial<NoteType> = {},
): ReturnType<typeof newNote> {
  const own = { ...type, ...of };
  const vault = vaultOf(files, { ...techJournal, types: [own] });
  const newest = newestOfType(own, vault);
  const folder = wanted.folder ?? folderForType(own, moment.day, newest);
  const samples = sampledOf(newest, folder, moment.day).map((note) => ({
    note,
    text: files[note.path] ?? "",
  }));
  return newNote({ type: own, title: "New", moment, ...wanted }, newest, samples, vault);
}

function textOf(files: Files, wanted: Partial<NoteWanted> = {}, of: Partial<NoteType> = {}): string {
  const made = make(files, wanted, of);
  return "text" in made ? made.text : made.fault;
}

/** A note that tells how its type is written. */
function sample(frontmatter: string, body = "\n# S\n"): string {
  return `---\n${frontmatter}\n---\n${body}`;
}

test.each([
  [{}, "Weekly/2026/New.md", "report", "market-report"],
  [{ folder: "News/2026" }, "News/2026/New.md", "news", "market-news"],
  [{ folder: "Elsewhere" }, "Elsewhere/New.md", "news", "market-news"],
])("class and tags are those of the notes in the same place: %j", (wanted, path, tag, cssClass) => {
  const files = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => {
      const day = `2025-12-${String(at + 10)}`;
      // The news are fewer, and the newest.
      const [folder, name] = at > 8 ? ["News", "news"] : ["Weekly", "report"];
      const lines = `created: ${day}\ntags: [${name}]\ncssclasses: [market-${name}]`;
      return [`${folder}/2025/${String(at)}.md`, sample(lines)];
    }),
  );
  const of = { classes: ["market-report", "market-news"], tags: ["report", "news"] };
  const made = make(files, wanted, { ...of, folders: ["Weekly", "News"] });
  expect(made).toMatchObject({ path });
  const text = "text" in made ? made.text : "";
  expect(text).toMatch(new RegExp(`tags: \\[${tag}\\](.|\n)*cssclasses:\\s[- \\[\n]*${cssClass}\\b`));
});

test("without notes of its type, a note has what the type requires", () => {
  expect(make({}, {}, { sections: ["my take"], linkage: "required", ending: "#" })).toEqual({
    path: "New.md",
    text: `---
title: New
tags:
  - tech-journal
note_id: 260301TJ01
cssclasses:
  - tech-journal
---

# New

## my take


## linkage
<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>tags
      <ul>
        <li>#tech-journal</li>
      </ul>
    </li>
    <li>related
      <ul>
      </ul>
    </li>
  </ul>
</div>

#
`,
    line: 12,
    open: [],
  });
});

test("a note is written as the newest of its type are", () => {
  const old = `---\r
cssclasses: [ "tech-journal" ]\r
Title: 'S'\r
up:\r
author: me\r
created: 2025-12-31T08:00\r
note_id: "251231TJ007"\r
tags: ["tech-journal", "y2025", ai, "2025"]\r
draft: false\r
---\r
# S\r
\r
## my take\r
\r
words\r
\r
<div class="linkage">\r
  <ul>\r
    <li>#tech-journal</li>\r
  </ul>\r
  <ul>\r
    <li>[[a]]</li>\r
    <li>[[b]]</li>\r
  </ul>\r
</div>\r
\r
## questions\r
why?`;
  const files = { "J/2025/a.md": old, "J/2025/b.md": old, "J/2025/c.md": old };
  expect(make(files, { title: "It's new" }, { linkage: "required" })).toEqual({
    path: "J/2026/It's new.md",
    text: `---
cssclasses: ["tech-journal"]
Title: 'It''s new'
up:
author: me
created: 2026-03-01T23:59
note_id: "260301TJ01"
tags: ["tech-journal", "y2026", "ai"]
draft: true
---
# It's new

## my take



<div class="linkage">
  <ul>
    <li>#tech-journal</li>
    <li>#y2026</li>
    <li>#ai</li>
  </ul>
  <ul>
  </ul>
</div>

## questions

`.replaceAll("\n", "\r\n"),
    line: 14,
    open: [],
  });
});

test.each([
  ["no id yet", [], "260301TJ01"],
  ["the highest and one", ["260301TJ01", "260301TJ07"], "260301TJ08"],
  ["as many digits as the day has", ["260301TJ007"], "260301TJ008"],
  ["other days and types aside", ["260302TJ09", "260301GN09"], "260301TJ01"],
])("the next free note id: %s", (_, ids, next) => {
  const files = Object.fromEntries(ids.map((id) => [`${id}.md`, sample(`note_id: ${id}`)]));
  expect(textOf(files)).toContain(`note_id: ${next}\n`);
});

test.each([
  ["by year", ["J/2024/a", "J/2025/b"], "J/2026"],
  ["by year and month", ["J/2024/01/a", "J/2025/01/b"], "J/2026/03"],
  ["by month in one name", ["J/2025-01/b"], "J/2026-03"],
  ["all in one", ["J/a", "J/b"], "J"],
  ["a year that is no date", ["Plans 2025/a"], "Plans 2025"],
  ["the top", ["a"], ""],
  ["where most of them lie", ["J/a", "Old/b", "Old/c"], "Old"],
])("the folder: %s", (_, places, folder) => {
  const files = Object.fromEntries(
    places.map((place) => {
      const year = /20\d\d/.exec(place)?.[0] ?? "2025";
      return [`${place}.md`, sample(`note_id: ${year.slice(2)}0115TJ01\ncreated: ${year}-01-15`)];
    }),
  );
  expect(make(files)).toMatchObject({ path: folder === "" ? "New.md" : `${folder}/New.md` });
});

test.each([
  ["its own folder, if it has no notes", {}, { folders: ["Journal"] }, {}, "Journal/New.md"],
  ["the one named", { "J/a.md": sample("note_id: 250115TJ01") }, {}, { folder: "In/it" }, "In/it/New.md"],
  ["no other note of that name", { "K/new.md": "" }, {}, {}, "New 2.md"],
  ["nor the next", { "K/new.md": "", "K/New 2.md": "" }, {}, {}, "New 3.md"],
])("the path: %s", (_, files, of, wanted, path) => {
  expect(make(files, wanted, of)).toMatchObject({ path });
});

test.each([
  ["a file that is there", { "new.md": "" }, {}, 'There is a file "new.md" already, expected another title'],
  [
    "another form of its letters",
    { "cafe\u0301.md": "" },
    { title: "Caf\u00E9" },
    'There is a file "cafe\u0301.md" already, expected another title',
  ],
  ["no title", {}, { title: " " }, "The title is empty, expected some words"],
  [
    "a day without note ids",
    {},
    { moment: { ...moment, day: "1999-01-01" } },
    '"1999-01-01" is in no note id, expected a day from 2000 to 2099',
  ],
  [
    "a full day",
    { "a.md": sample("note_id: 260301TJ999") },
    {},
    "No note id of TJ is free on 2026-03-01: the day's last one is used",
  ],
])("no note: %s", (_, files, wanted, fault) => {
  expect(make(files, wanted)).toEqual({ fault });
});

test.each([
  ["a title that Markdown takes as it is", "What? C++ & *", "# What? C++ & *"],
  ["one that ends like a heading", "about C #", "# about C \\#"],
  ["one with a link", "see [[a]]", "# see a"],
  ["one with a tag", "on #tags", "# on \\#tags"],
])("the heading: %s", (_, title, heading) => {
  expect(textOf({}, { title }).split("\n")).toContain(heading);
});

test.each([
  ["a required property that only the author knows is open", "source: a", "source:", ["source"]],
  ["an empty list too", "keywords: [a]", "keywords: []", ["keywords"]],
])("%s", (_, written, line, open) => {
  const name = written.split(":")[0] ?? "";
  const made = make(
    { "a.md": sample(`note_id: 250115TJ01\n${written}`) },
    {},
    { required: ["note_id", name] },
  );
  expect(made).toMatchObject({ open });
  expect("text" in made && made.text.split("\n")).toContain(line);
});

test("what is no custom of the type is not taken over", () => {
  const files = {
    "a.md": sample("note_id: 250115TJ01\ntag: x\nlinkage-disable: [date-order]\nmood: good"),
    "b.md": sample("note_id: 250115TJ02\ntag: x\nlinkage-disable: [date-order]"),
    "c.md": sample("note_id: 250115TJ03\ntag: x\nlinkage-disable: [date-order]"),
  };
  expect(textOf(files)).not.toMatch(/^(?:tag|linkage-disable|mood):/m);
});

test.each([
  ["2025-01-01", "2026-03-01"],
  ["", "2026-03-01"],
  ["yesterday", "2026-03-01"],
  ["2025-01-01T10:00", "2026-03-01T23:59"],
  ["2025-01-01T10:00:05.5", "2026-03-01T23:59:30"],
  ["2025-01-01T10:00Z", "2026-03-01T23:59+05:30"],
  ["2025-01-01T10:00:00+0100", "2026-03-01T23:59:30+0530"],
])("a date as %j is written: %s", (written, date) => {
  expect(momentLike(written, moment)).toBe(date);
});

test.each([
  ["X", "Notes", "Notes/X.md"],
  ["X.md", "", "X.md"],
  ["Note.1", "", "Note.1.md"],
  ["a/X", "Notes", "a/X.md"],
  ["/a/X", "Notes", "a/X.md"],
  ["./X", "Notes", "In/here/X.md"],
  ["../X", "Notes", "In/X.md"],
  ["../../../X", "Notes", null],
  ["a?", "Notes", null],
  ["con/X", "Notes", null],
])("the path that makes [[%s]] resolve", (linkpath, folder, path) => {
  const wanted = noteForTarget(linkpath, "In/here/a.md", folder);
  expect("path" in wanted ? wanted.path : null).toBe(path);
});
