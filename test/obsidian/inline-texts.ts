import ts from "typescript";

/** What stands in for an expression in a template. */
const GAP = "◦";

/** Properties whose value people read: of elements, settings, commands, menus and the app's command line. */
const shownProperties = new Set([
  "aria-label",
  "desc",
  "description",
  "detail",
  "display",
  "empty",
  "emptyState",
  "heading",
  "label",
  "message",
  "name",
  "placeholder",
  "text",
  "title",
]);

/** Calls that show an argument, by the argument's place. */
const shownArguments = new Map([
  ["addAction", 1],
  ["addOption", 1],
  ["addRibbonIcon", 1],
  ["append", 0],
  ["appendText", 0],
  ["setButtonText", 0],
  ["setDesc", 0],
  ["setErrorMessage", 0],
  ["setName", 0],
  ["setPlaceholder", 0],
  ["setText", 0],
  ["setTitle", 0],
  ["setTooltip", 0],
  ["Notice", 0],
  ["PluginNotice", 0],
  ["Error", 0],
  ["CannotRun", 0],
]);

/** Attributes that people read or hear. */
const shownAttributes = new Set(["aria-label", "placeholder", "title"]);

/**
 * The texts that a source shows to people and does not have from elsewhere: what looks like words wherever it stands (a blank
 * between letters, a capital at its beginning, an ellipsis), and any letters where it is known to be shown. What is told to
 * developers is none. An expression in a template is a `◦`.
 */
export function inlineTexts(source: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForDevelopers(node)) return;
    const text = textOf(node);
    if (text !== null && looksLikeWords(text)) found.add(text);
    for (const shown of shownBy(node)) if (hasLetters(shown)) found.add(shown);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true));
  return [...found];
}

function looksLikeWords(text: string): boolean {
  const isOfWords = /[\p{L}◦][,.:;…]? +[\p{L}◦]/u.test(text) || /^\p{Lu}|\p{L}…/u.test(text);
  return isOfWords && hasLetters(text);
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(GAP, ""));
}

/** The text of a string or template; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(GAP);
}

function isForDevelopers(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText().startsWith("console.");
}

/** The texts that a node shows by what it is: a property, or a call. */
function shownBy(node: ts.Node): readonly string[] {
  if (ts.isPropertyAssignment(node))
    return shownProperties.has(nameOf(node.name)) ? textsIn(node.initializer) : [];
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const [first, second] = node.arguments ?? [];
  if (called.getText() === "setAttr" && first && second)
    return shownAttributes.has(textOf(first) ?? "") ? textsIn(second) : [];
  const shown = node.arguments?.[shownArguments.get(called.getText()) ?? -1];
  return shown ? textsIn(shown) : [];
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

/** The texts that an expression may come to, without those that it is compared with or called with. */
function textsIn(node: ts.Expression): readonly string[] {
  const text = textOf(node);
  if (text !== null) return [text];
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsIn(node.expression);
  if (ts.isBinaryExpression(node) && ["+", "??", "||"].includes(node.operatorToken.getText()))
    return [...textsIn(node.left), ...textsIn(node.right)];
  return [];
}
