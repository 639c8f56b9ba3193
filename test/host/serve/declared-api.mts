import { readFileSync } from "node:fs";
import ts from "typescript";
import type { DeclaredApi } from "../app/strict.ts";

/** What `obsidian.d.ts` declares, each with the version in its `@since` tag; empty without one. */
export function readDeclaredApi(path: string): DeclaredApi {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const exports: Record<string, string> = {};
  const members: Record<string, Record<string, string>> = {};
  source.forEachChild((node) => {
    if (ts.isVariableStatement(node))
      for (const { name } of node.declarationList.declarations) exports[name.getText(source)] = sinceOf(node);
    if (ts.isFunctionDeclaration(node) && node.name) exports[node.name.text] = sinceOf(node);
    if (ts.isInterfaceDeclaration(node)) members[node.name.text] = membersOf(node);
    if (!ts.isClassDeclaration(node) || !node.name) return;
    exports[node.name.text] = sinceOf(node);
    members[node.name.text] = membersOf(node);
  });
  return { exports, members };
}

function membersOf(node: ts.ClassDeclaration | ts.InterfaceDeclaration): Record<string, string> {
  const found: Record<string, string> = {};
  for (const member of node.members) {
    if (!member.name || !ts.isIdentifier(member.name)) continue;
    const name = member.name.text;
    const since = sinceOf(member);
    // Of overloads the oldest counts.
    const before = found[name];
    found[name] = before === undefined || compare(since, before) < 0 ? since : before;
  }
  return found;
}

function sinceOf(node: ts.Node): string {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "since");
  const text = typeof tag?.comment === "string" ? tag.comment : "";
  return /\d+\.\d+\.\d+/.exec(text)?.[0] ?? "";
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
