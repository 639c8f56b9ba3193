import type { Example } from "../../src/rules/examples/example.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { faultsOfSentence, lintExample, lintFiles } from "./lint-example.ts";

/** A note, or the YAML of its frontmatter. */
type Subject = Omit<Example, "title"> | string;

const complete = `title: a logger
tags: [tech-journal]
draft: false
description: Two years on one card.
created: 2023-11-02
updated: 2023-11-02
note_id: 231102TJ01
cssclasses: [tech-journal]`;

/** Every message of every rule, so that nobody changes a wording unawares. */
const copied = "<div class=linkage><ul><li>[[A]]<li>[[B]]</ul></div>";

const messages: Readonly<Record<string, readonly (readonly [message: string, subject: Subject])[]>> = {
  "invalid-frontmatter": [
    [
      'The frontmatter is not closed, expected a line "---" behind its last property',
      { text: "---\na: b\n" },
    ],
    [
      "Blank lines come before the frontmatter, expected it on the first line",
      { text: "\n---\na: b\n---\n" },
    ],
    ['The frontmatter is no list of properties, expected "name: value" on each line', "some text"],
    ['"a" is given more than once, expected one property of each name', "a: 1\na: 2"],
    ['"Title" is the same property as "title", expected one property of each name', "title: a\nTitle: b"],
    ['"TITLE" is the same property as "title", expected one property of each name', "title: a\n'TITLE': b"],
    ...Object.entries({
      "a: b: c": 'a value holds ": " or goes on as a property, expected it in quotes on one line',
      'a: "b': "a text in quotes does not end, expected the same quote behind it",
      "a: [b, c": 'a "[" or "{" is not closed, expected "]" or the value in quotes',
      "a: {b, c": 'a "[" or "{" is not closed, expected "}" or the value in quotes',
      "a: [b] c": "text follows a value that has ended, expected all of it in quotes",
      "a: @b": 'a value starts with "@", expected it in quotes',
      "a: `b`": 'a value starts with "`", expected it in quotes',
      "a: , b": 'a value starts with ",", expected it in quotes',
      "a: *b": 'a value starts with "*", as in "*b", expected it in quotes',
      "a:\n\t- b": "a line starts with a tab, expected blanks",
      "a:\n  - b\n - c": "items of one list start in different columns, expected the same column",
      'a: "\\q"': '"\\q" means nothing in double quotes, expected single quotes or "\\\\" for a backslash',
      "a: b\nc\nd: e": 'a line has no colon, expected "name: value" or the line further in',
      "a: - b": "a list starts on the line of its name, expected its items on lines of their own",
      "a: }": '"}" closes nothing, expected the value in quotes',
      "a: b\n...\nc: d":
        "they end before the last line, expected no line of three dots or hyphens among them",
      "a: [b,, c]": "a comma has nothing before it, expected a value between two commas",
      'a: ["b" "c"]': "two values stand side by side, expected a comma between them",
      "a: |b\n  c": 'text follows a "|" or ">", expected the value in quotes or the text on the next line',
      'a: "b"#c': 'a "#" follows a value at once, expected a blank before the comment',
      "a: &b &c d": 'two words that start with "&" or "!" stand before a value, expected it in quotes',
      "a: !b !c d": 'two words that start with "&" or "!" stand before a value, expected it in quotes',
      "a: &b x\nc: &d *b": '"*" follows a word that starts with "&" or "!", expected the value in quotes',
      "a: & b": '"&" or "*" has no name behind it, expected the value in quotes',
      "a: * b": '"&" or "*" has no name behind it, expected the value in quotes',
      "%a b": 'a line starts with "%", expected "name: value"',
      "a: &b - c": "a list starts on the line of its name, expected its items on lines of their own",
      "a: !b,c": 'a word that starts with "&" or "!" has no blank behind it, expected the value in quotes',
      "a: !<b c": 'a value starts with "!", expected it in quotes',
      "a: !b!c d": 'a value starts with "!", expected it in quotes',
    }).map(([yaml, words]) => [`The properties cannot be read: ${words}`, yaml] as const),
  ],
  "missing-property": [
    ['"description" is missing, expected in every TJ note', complete.replace(/^description.*\n/m, "")],
    [
      '"description" is empty, expected a value in every TJ note',
      complete.replace(/^description.*$/m, "description:"),
    ],
  ],
  "property-type": [
    ['"tags" is a single value, expected a list', "tags: flash"],
    ['"keywords" is a map, expected a list', "keywords: { flash: 1 }"],
    ['"draft" is the text "true", expected true without quotes', 'draft: "true"'],
    ['"draft" is the text "yes", expected true or false', "draft: yes"],
    ['"draft" is empty, expected true or false', "draft: ''"],
    ['"draft" is the number 1, expected true or false', "draft: 1"],
    ['"created" is the number 20230718, expected a date such as 2023-07-18', "created: 20230718"],
    ['"updated" is a list, expected a date such as 2023-07-18', "updated: []"],
    ['"title" is the number 2023, expected text in quotes', "title: 2023"],
    ['"title" is the number 1.10, expected text in quotes', "title: 1.10"],
    ['An item of "aliases" is the number 0x1F, expected text in quotes', "aliases: [0x1F]"],
    ['"note_id" is true, expected text in quotes', "note_id: true"],
    ['"rating" is the text "7", expected 7 without quotes', memo('rating: "7"', "rating: number")],
    ['"rating" is the text "high", expected a number', memo("rating: high", "rating: number")],
    [
      '"due" is the number 2023, expected a day with a time such as 2023-07-18T10:00',
      memo("due: 2023", "due: datetime"),
    ],
    ['"Description" is a list, expected text', "Description: [a]"],
    ['An item of "aliases" is the number 64, expected text in quotes', "aliases: [64]"],
    ['An item of "cssclasses" is empty, expected text', "cssclasses:\n  -"],
    ['An item of "keywords" is a list, expected text', "keywords: [[a]]"],
    ['An item of "keywords" is a map, expected text', "keywords: [a: b]"],
  ],
  "malformed-note-id": [
    [
      '"note_id" is empty, expected YYMMDD, capitals and two or three digits, as in 230718TJ16',
      'note_id: ""',
    ],
    [
      '"Note_ID" is empty, expected YYMMDD, capitals and two or three digits, as in 230718TJ16',
      "Note_ID: ' '",
    ],
    ['"230631TJ02" has a date that does not exist, expected YYMMDD of a real day', "note_id: 230631TJ02"],
    ['The note id "230718TJ02" has blanks around it, expected none', 'note_id: " 230718TJ02"'],
    [
      '"march-7" is no note id, expected YYMMDD, capitals and two or three digits, as in 230718TJ16',
      "note_id: march-7",
    ],
  ],
  "note-id-date": [
    [
      'The note id says 2023-07-18, "created" says 2023-07-19, expected the same day',
      "created: 2023-07-19\nnote_id: 230718TJ16",
    ],
  ],
  "duplicate-note-id": [
    ['"230718TJ16" is also the note id of "A", expected an id of its own', withNoteIds("A.md")],
    [
      '"230718TJ16" is also the note id of "A" and "b/B", expected an id of its own',
      withNoteIds("A.md", "b/B.md"),
    ],
    [
      '"230718TJ16" is also the note id of "A", "B" and 2 more, expected an id of its own',
      withNoteIds("A.md", "B.md", "C.md", "D.md"),
    ],
  ],
  "malformed-tag": [
    [
      'The tag "2023" is all digits and Obsidian drops it, expected a letter too, as in "y2023"',
      "tags: [2023]",
    ],
    ['The tag "007" is all digits and Obsidian drops it, expected a letter too, as in "y007"', "tags: [007]"],
    ['The tag "1.0" has ".", expected letters, digits, "-", "_" and "/" alone', "tags: [1.0]"],
    ['The tag "1e3" is no text to YAML and Obsidian drops it, expected it in quotes', "tags:\n- 1e3"],
    [
      'The tag "0x1F" is no text to YAML and Obsidian drops it, expected it in quotes',
      "tags: [ai, 0x1F, {a: b}]",
    ],
    ['The tag "-5" is no text to YAML and Obsidian drops it, expected it in quotes', "tags: [-5]"],
    ['The tag "#ai" starts with "#", expected it without in the frontmatter', 'tags: ["#ai"]'],
    [
      'The tag "ai act" has a blank and Obsidian drops it, expected "-" or "_" in its place',
      "tags: [ai act]",
    ],
    ['The tag "ai" has blanks around it and Obsidian drops it, expected none', "tags: [' ai']"],
    ['The tag "c++" has "+", expected letters, digits, "-", "_" and "/" alone', "tags: [c++]"],
    ["A tag is empty, expected text", 'tags: [""]'],
    ['A tag is empty, expected text without "#", which starts a comment', "tags:\n- #ai"],
    ['The tag "true" is no text to YAML and Obsidian drops it, expected it in quotes', "tags: [true]"],
    ["A tag is a list, expected text", "tags: [[ai]]"],
    ["A tag is a map, expected text", "tags:\n- ai: act"],
  ],
  "duplicate-tag": [
    ['The tag "ai" is there already, expected it once', "tags: [ai, ai]"],
    ['The tag "AI" is there already as "ai", expected it once', "tags: [ai, AI]"],
  ],
  "tag-spelling": [
    [
      'The tag "AI" is spelled otherwise in most notes, expected "ai"',
      { text: "#AI", others: { "A.md": "#ai", "B.md": "---\ntags: [ai]\n---\n" } },
    ],
  ],
  "duplicate-title": [
    [
      '"one" is also the title of "b/B", expected a title of its own',
      { text: "---\ntitle: one\n---\n", others: { "b/B.md": "---\ntitle: One\n---\n" } },
    ],
  ],
  "without-links": [
    ["No note links to this one and it links to none, expected a link to or from another", { text: "alone" }],
  ],
  "incomplete-linkage": [
    [
      'The linkage block does not show "#ai" and "B", expected every tag and link of the note',
      { text: "#ai [[b]]\n\n<div class=linkage><ul><li>x</ul></div>", others: { "B.md": "" } },
    ],
  ],
  "copied-linkage": [
    [
      "At least ten other notes have this list of links, expected links chosen for this note",
      {
        text: copied,
        others: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${String(at)}.md`, copied])),
      },
    ],
  ],
  "unused-attachment": [
    [
      'Nothing links to "bench.png", expected a link to it or no such file',
      { text: "", files: ["a/bench.png"] },
    ],
  ],
  "malformed-cssclass": [
    ['The class "a b" has a blank, expected one class in each item', "cssclasses: [a b]"],
    ['The class "a" has blanks around it, expected none', 'cssclasses: ["a "]'],
    ['The class ".a" starts with ".", expected its name alone', "cssclasses: [.a]"],
    ['"2a" is no CSS class, expected letters, digits, "-" and "_", no digit first', "cssclasses: [2a]"],
    ["A class is empty, expected its name", 'cssclasses: [""]'],
  ],
  "unresolved-link": [
    ['No file matches "Nowhere"', { text: "[[Nowhere#There|here]]" }],
    [
      'No file matches "B c", which leads to "B-c" on the site alone',
      { text: "[[B c]]", others: { "a/B-c.md": "" }, config: "site: quartz" },
    ],
    ['No file matches "B c"', { text: "%%[[B c]]%%", others: { "a/B-c.md": "" }, config: "site: quartz" }],
  ],
  "placeholder-link": [
    [
      '"Nowhere" has no note yet and is linked often, expected a note or an entry in "placeholders" of linkage.yaml',
      {
        text: "[[Nowhere]]",
        others: {
          "A.md": "[[nowhere]]",
          "B.md": "[[Nowhere]]",
          "C.md": "[[Nowhere]]",
          "D.md": "[[Nowhere]]",
        },
      },
    ],
  ],
  "unresolved-subpath": [
    ['This note has no heading "Sources"', { text: "[[#Sources]]" }],
    ['"b/B" has no heading "Part#Sources"', { text: "[[B#Part#Sources]]", others: { "b/B.md": "" } }],
    ['"b/B" has no block "^id"', { text: "[[B#Part#^id]]", others: { "b/B.md": "" } }],
  ],
  "ambiguous-link": [
    [
      '"B" matches "a/B" and "c/B", expected the path of one of them',
      { text: "[[B]]", others: { "a/B.md": "", "c/B.md": "" } },
    ],
  ],
  "link-to-draft": [
    [
      '"b/B" is a draft, which the site does not have, expected a link to a published note',
      { text: "[[B|this]]", others: { "b/B.md": "---\ndraft: true\n---\n" } },
    ],
    [
      '"b/B" is not published, so that the site does not have it, expected a link to a note with "publish: true"',
      { text: "---\npublish: true\n---\n[[B]]", others: { "b/B.md": "" }, config: "site: publish" },
    ],
  ],
  "link-in-html": [
    [
      "A wikilink in raw HTML is plain text, expected <a href> or a link outside of it",
      { text: "<p>\n[[B#One|x]]\n</p>" },
    ],
  ],
  "malformed-link": [
    ["This link has no target, expected one between the brackets", { text: "[[]]" }],
    ['This link ends in one bracket, expected "]]"', { text: "[[a] b" }],
    ["This link leads nowhere, expected a destination between the parentheses", { text: "[x]()" }],
    [
      'The destination has blanks and is no link, expected "%20" in their place or "<…>" around it',
      { text: "[x](a b.md#c)" },
    ],
    [
      "The address holds the brackets of a wikilink, expected an address of the site",
      { text: "a <a href='[[a]]'>b</a>" },
    ],
    ['No file can be called "a^b", expected a name without "#", "^", "[", "]" and "|"', { text: "[[a^b]]" }],
  ],
  "unused-suppression": [
    [
      '"unresolved-link" reports nothing here, expected no suppression of it',
      "linkage-disable: unresolved-link",
    ],
    ['There is no rule "unresolved", expected "unresolved-link"', "linkage-disable: [unresolved]"],
    ['There is no rule "spelling", expected the id of one', "linkage-disable: [spelling]"],
    [
      'There are no rules "on" and "purpose", expected ids, and a reason only behind "--"',
      { text: "%% linkage-disable on purpose %%" },
    ],
    [
      'There are no rules "it", "is" and 2 more, expected ids, and a reason only behind "--"',
      { text: "<!-- linkage-disable it is on purpose -->" },
    ],
    [
      "This names no rule and switches nothing off, expected the ids of those to switch off",
      { text: "%% linkage-disable %%" },
    ],
  ],
  "site-link": [
    [
      '"b" leads to no page of the site, expected a link that does so there, too',
      { text: "[[b]]", others: { "B.md": "" }, config: "site: quartz" },
    ],
    [
      'The site has nothing at "b", expected the address of a page or file',
      { text: "<a href=b>b</a>", config: "site: quartz" },
    ],
  ],
  "malformed-linkage": [
    ["A blank line ends the HTML of the linkage block here, expected none inside", linkage("<ul>\n\n</ul>")],
    ["<ul> is not closed, expected </ul> in the linkage block", linkage("<ul>")],
    ["</ul> closes nothing, expected <ul> before it in the linkage block", linkage("</ul>")],
  ],
  "unknown-linkage-tag": [
    [
      '"#nope2" is no tag of this note, expected one of its tags in the linkage block',
      { text: "---\ntags: [a]\n---\n<div class=linkage><ul><li>#nope2 and #a</li></ul></div>" },
    ],
    [
      '"#ai" is no tag of this note, expected one of its tags in the linkage block',
      linkage("<ul><li>#ai</li></ul>"),
    ],
  ],
  "misspelt-property": [
    ['"Tag" is an old name that Obsidian reads no longer, expected "tags"', "Tag: a"],
    ['Unknown property "udpated", expected "updated"', "udpated: 2023-07-18"],
    ['Unknown property "permalnk", expected "permalink"', "permalnk: a"],
    [
      'Unknown property "sources", expected "Source"',
      {
        text: "---\nsources: a\n---\n",
        path: "Memos/a.md",
        config: "types: { PM: { folders: [Memos], required: [Source] } }",
      },
    ],
  ],
  "unknown-note-type": [
    [
      'No note type has the code "XY", expected one that linkage.yaml lists',
      { text: "---\nnote_id: 230718XY01\n---\n", config: "types: { PM: }" },
    ],
  ],
  "note-id-type": [
    [
      "The note id says MR, class and tag say TJ, expected the same note type",
      "tags: [tech-journal]\nnote_id: 230718MR01\ncssclasses: [tech-journal]",
    ],
    [
      "The note id says TJ, class, tag and folder say PM, expected the same note type",
      {
        text: "---\ntags: [memo]\nnote_id: 230718TJ01\ncssclasses: [memo]\n---\n",
        path: "Memos/a.md",
        config: "types: { PM: { classes: memo, tags: memo, folders: Memos } }",
      },
    ],
  ],
  "missing-type-tag": [
    [
      'The tag "tech-journal" is missing, expected it in every TJ note',
      "tags: [ai]\nnote_id: 230718TJ01\ncssclasses: [tech-journal]",
    ],
    [
      'The class "tech-journal" is missing, expected it in every TJ note',
      "tags: [tech-journal]\nnote_id: 230718TJ01\ncssclasses: [wide]",
    ],
    [
      'No class is "memo" or "report", expected one of them in every PM note',
      {
        text: "---\ncssclasses: [wide]\nnote_id: 230718PM01\n---\n",
        config: "types: { PM: { classes: [memo, report] } }",
      },
    ],
  ],
  "unknown-cssclass": [
    [
      'Unknown class "wide", expected that of a note type, a CSS snippet or "classes" in linkage.yaml',
      { text: "---\ncssclasses: [wide]\n---\n", config: "classes: [narrow]" },
    ],
  ],
  "date-order": [
    [
      '"updated" is 2023-07-17, "created" is 2023-07-18, expected the later one in "updated"',
      "created: 2023-07-18\nupdated: 2023-07-17",
    ],
  ],
  "title-heading": [
    ['The heading is "*b*", "title" says "a", expected the same', { text: "---\ntitle: a\n---\n# *b*\n" }],
  ],
  "missing-linkage": [["The note has no linkage block, expected in every TJ note", complete]],
  "missing-section": [
    [
      'The section "my take" is missing, expected in every PM note',
      { text: "---\nnote_id: 230718PM01\n---\n", config: "types: { PM: { sections: [my take] } }" },
    ],
  ],
  "empty-section": [
    [
      'Nothing stands below "my take", expected text or no heading',
      { text: "---\nnote_id: 230718TJ01\n---\n## my take\n" },
    ],
  ],
  "repeated-heading": [
    ["The note ends with its first heading over again, expected it once", { text: "# a\nb\n# a\n" }],
    [
      'The note ends with its first heading over again, expected "#"',
      { text: "---\nnote_id: 230718TJ01\n---\n# a\nb\n# a\n" },
    ],
  ],
  "missing-source": [["The note links to nothing outside the vault, expected a source", complete]],
  "property-value": [
    ['"status" is the text "opn", expected "open"', memo("status: opn", "status: [open, done]")],
    ['"status" is the text "x", expected "open", 2 or true', memo("status: x", "status: [open, 2, true]")],
    ['"status" is a map, expected "open"', memo("status: { a: 1 }", "status: [open]")],
    ['An item of "status" is the number 3, expected 1 or 2', memo("status: [1, 3]", "status: [1, 2]")],
    [
      '"status" is the text "x", expected a value that linkage.yaml lists',
      memo("status: x", "status: [aa, bb, cc, dd, ee, ff, gg, hh, ii]"),
    ],
  ],
  "malformed-date": [
    [
      '"due" is "2023-07-18" without a time, expected one such as 2023-07-18T10:00',
      memo("due: 2023-07-18", "due: datetime"),
    ],
    [
      '"due" is the text "noon", expected a day with a time such as 2023-07-18T10:00',
      memo("due: noon", "due: datetime"),
    ],
    ['"created" is the text "last week", expected a date such as 2023-07-18', "created: last week"],
    [
      '"created" is "2023-02-30", which is no day of the calendar, expected a date such as 2023-07-18',
      "created: 2023-02-30",
    ],
  ],
};

describe.each(allRules)("$id", (rule) => {
  test.each(messages[rule.id] ?? [])("%s", (message, subject) => {
    const example = typeof subject === "string" ? { text: `---\n${subject}\n---\n` } : subject;
    expect(
      [...lintExample([rule], example), ...lintFiles(rule, example)].map((found) => found.message),
    ).toContain(message);
    expect(faultsOfSentence(message)).toEqual([]);
  });
});

function withNoteIds(...paths: readonly string[]): Subject {
  const text = "---\nnote_id: 230718TJ16\n---\n";
  return { text, others: Object.fromEntries(paths.map((path) => [path, text])) };
}

/** A note with this property, of a type that says this of it. */
function memo(property: string, said: string): Subject {
  const config = `types: { PM: { folders: Memos, properties: { ${said} } } }`;
  return { text: `---\n${property}\n---\n`, path: "Memos/a.md", config };
}

function linkage(inside: string): Subject {
  return { text: `<div class="linkage-tree">\n${inside}\n</div>\n` };
}
