/**
 * What is wrong with a frontmatter's YAML, for someone who does not know YAML: part of a sentence, in small letters.
 * @param detail what the `yaml` package says of it
 */
export function yamlWords(detail: string): string {
  for (const [pattern, words] of translations) {
    const match = pattern.exec(detail);
    if (match) return words.replace("$1", match[1] ?? "");
  }
  return detail.charAt(0).toLowerCase() + detail.slice(1);
}

const translations: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^Nested mappings/, 'a value holds ": " or goes on as a property, expected it in quotes on one line'],
  [/^Missing closing (["'])quote/, "a text in quotes does not end, expected the same quote behind it"],
  [
    /(?:must|sufficiently indented and) end with a ([\]}])/,
    'a "[" or "{" is not closed, expected "$1" or the value in quotes',
  ],
  [/^Unexpected scalar at node end/, "text follows a value that has ended, expected all of it in quotes"],
  [/cannot start with .*character (.)$/, 'a value starts with "$1", expected it in quotes'],
  [/^No anchor ".*" stands before "(.*)"$/, 'a value starts with "*", as in "$1", expected it in quotes'],
  [/^Tabs/, "a line starts with a tab, expected blanks"],
  [
    /same column|^A block sequence may not/,
    "items of one list start in different columns, expected the same column",
  ],
  [
    /^Invalid escape sequence (.+)$/,
    '"$1" means nothing in double quotes, expected single quotes or "\\\\" for a backslash',
  ],
  [/^Implicit (?:map )?keys need/, 'a line has no colon, expected "name: value" or the line further in'],
  [
    /^Unexpected block-seq-ind on same line/,
    "a list starts on the line of its name, expected its items on lines of their own",
  ],
  [/^Unexpected \S+ token .*: "(.+)"$/, '"$1" closes nothing, expected the value in quotes'],
  [
    /^Source contains multiple documents/,
    "they end before the last line, expected no line of three dots or hyphens among them",
  ],
  [
    /^Unexpected , in|^Unexpected empty item/,
    "a comma has nothing before it, expected a value between two commas",
  ],
  [/^Missing , /, "two values stand side by side, expected a comma between them"],
  [/^Missing space after :/, "nothing separates a name from its value, expected a blank behind the colon"],
  [
    /^Block scalar header/,
    'text follows a "|" or ">", expected the value in quotes or the text on the next line',
  ],
  [/^Comments must be separated/, 'a "#" follows a value at once, expected a blank before the comment'],
  [
    /^A node can have at most one/,
    'two words that start with "&" or "!" stand before a value, expected it in quotes',
  ],
  [/^An alias node must not/, '"*" follows a word that starts with "&" or "!", expected the value in quotes'],
  [/^(?:Anchor|Alias) cannot be an empty/, '"&" or "*" has no name behind it, expected the value in quotes'],
  [
    /^(?:Anchor|Alias) ending in :/,
    'a word that starts with "&" or "*" ends in a colon, expected the value in quotes',
  ],
  [
    /^Tags and anchors must be separated|^Anchors and tags must be after/,
    'a word that starts with "&" or "!" has no blank behind it, expected the value in quotes',
  ],
  [
    /tags? must (?:end|have)|^(?:Could not resolve|Unresolved) tag/,
    'a value starts with "!", expected it in quotes',
  ],
  [/^Missing directives-end/, 'a line starts with "%", expected "name: value"'],
];
