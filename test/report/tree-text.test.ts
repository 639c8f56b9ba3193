import type { Screen } from "../../src/report/screen.ts";
import { leaf, rowsOf, type TreeNode } from "../../src/linkage/tree-node.ts";
import { plainStyle } from "../../src/report/style.ts";
import { treeText } from "../../src/report/tree-text.ts";

function node(label: string, children: readonly TreeNode[] = [], more: Partial<TreeNode> = {}): TreeNode {
  const rows = rowsOf(
    children,
    ({ key }) => key,
    (child) => child,
  );
  return { ...leaf("text", label, label), opens: children.length > 0, children: () => rows, ...more };
}

const root = node("Home", [
  node("tags", [node("#ai", [node("far below")], { count: 1200 })]),
  node("links", [
    node("Nowhere", [], { marks: ["unresolved"] }),
    node("電子".repeat(40), [], { marks: ["draft", "cycle"] }),
  ]),
]);

const screen: Screen = { width: 80, style: plainStyle, place: (path) => path };

function draw(depth: number, width = 40): string {
  return ["", ...treeText(root, depth, { ...screen, width }), ""].join("\n");
}

test("a tree two levels deep", () => {
  expect(draw(2)).toMatchInlineSnapshot(`
   "
   Home
   ├─ tags
   │  └─ #ai (1,200)
   └─ links
      ├─ Nowhere  unresolved
      └─ 電子電子電子電子電…  draft  cycle
   "
  `);
});

test("long marks leave room for a label", () => {
  const marks = ['meant "a name that is rather long and goes on"?', "3 more notes", "ambiguous"];
  const [line = ""] = treeText(node("A name of some length", [], { marks }), 0, { ...screen, width: 40 });
  expect(line).toBe('A name of some leng…  meant "a name tha…');
  expect([...treeText(node("Short", [], { marks }), 0, { ...screen, width: 40 })]).toEqual([
    'Short  meant "a name that is rather lon…',
  ]);
});

test("depth bounds what is drawn, and what is computed", () => {
  expect(draw(0)).toBe("\nHome\n");
  expect(draw(3)).toContain("│     └─ far below");
  const endless: TreeNode = node("again", [], {
    opens: true,
    children: () =>
      rowsOf(
        [endless],
        () => "again",
        (child) => child,
      ),
  });
  const lines = [...treeText(endless, 5, screen)];
  expect(lines).toHaveLength(6);
});

test("labels from strangers are shown, not obeyed", () => {
  const [line] = treeText(node("a\u001b[31m\nb"), 1, screen);
  expect(line).toBe("a\\x1b[31m\\nb");
});

test("of a long list the first rows are drawn, and how many more there are", () => {
  const rows = Array.from({ length: 1002 }, (_, at) => node(String(at)));
  const tree = node("Home", [node("links", rows), node("tags", [node("#ai")])]);
  expect([...treeText(tree, 2, screen, 2)]).toEqual([
    "Home",
    "├─ links",
    "│  ├─ 0",
    "│  ├─ 1",
    "│  └─ … 1,000 more",
    "└─ tags",
    "   └─ #ai",
  ]);
});

test("only what is wrong looks so", () => {
  const style = {
    ...plainStyle,
    warning: (text: string) => `!${text}`,
    faint: (text: string) => `(${text})`,
  };
  const marks = ["draft", "unresolved", "3 problems", "embed", "unknown tag", "3 times"];
  const row = node("Home", [], { marks, hint: "Notes" });
  expect([...treeText(row, 0, { ...screen, style })]).toEqual([
    "Home( · Notes)(  draft)!  unresolved!  3 problems(  embed)!  unknown tag(  3 times)",
  ]);
});
