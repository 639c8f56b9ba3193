import { Lexer } from "yaml";
import type { TextRange } from "../text/range.ts";

/** A comment of a YAML text, from its `#` to the end of its line. */
export interface YamlComment extends TextRange {
  readonly text: string;
}

/** All comments of a YAML text, in text order. What looks like one inside of quotes or of a block of text is none. */
export function commentsOf(source: string): readonly YamlComment[] {
  const comments: YamlComment[] = [];
  let at = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(source)) {
    if (!isText && marks.has(lexeme)) {
      isText = lexeme === textFollows;
      continue;
    }
    const to = at + lexeme.length;
    if (!isText && lexeme.startsWith("#")) comments.push({ from: at, to, text: lexeme });
    isText = false;
    at = to;
  }
  return comments;
}

/** What the package's lexer puts between pieces of the source to say what comes: a document, a text, a wrong end. */
const textFollows = "\u001f";
const marks: ReadonlySet<string> = new Set(["\u0002", "\u0018", textFollows]);
