import { readFile } from "node:fs/promises";

/**
 * An esbuild plugin that leaves out of the package `yaml` what reading a document into nodes never calls: writing YAML,
 * YAML 1.1, and making plain values of nodes. It is a third of the package, and the plugin's size is limited.
 * `test/obsidian/lean-yaml.test.ts` holds what is left to what the whole package reads.
 */
export const leanYaml = {
  name: "lean-yaml",
  setup(build) {
    build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const file = path.replaceAll("\\", "/").replace(/^.*\/browser\/dist\//, "");
      if (unused.some((pattern) => pattern.test(file))) return { contents: withoutContent(source) };
      const kept = keptMethods[file];
      return { contents: kept ? withMethods(source, kept) : source };
    });
  },
};

/** Modules of which nothing is called. */
const unused = [
  /^stringify\//,
  /^schema\/yaml-1\.1\//,
  /^schema\/json\//,
  /^doc\/(anchors|applyReviver|createNode)\.js$/,
  /^nodes\/(addPairToJSMap|toJS)\.js$/,
  /^parse\/cst-(scalar|stringify|visit)\.js$/,
  /^visit\.js$/,
];

/** What is called of classes of which the rest is not. */
const keptMethods = {
  "doc/Document.js": ["constructor", "setSchema"],
  "doc/directives.js": ["constructor", "atDocument", "add", "tagName"],
  "nodes/Alias.js": ["constructor"],
  "nodes/Collection.js": ["constructor"],
  "nodes/Node.js": ["constructor"],
  "nodes/Pair.js": ["constructor"],
  "nodes/Scalar.js": ["constructor"],
  "nodes/YAMLMap.js": ["constructor", "tagName"],
  "nodes/YAMLSeq.js": ["constructor", "tagName"],
};

/** A module with the same exports, all undefined. */
function withoutContent(source) {
  const names = [...source.matchAll(/^export \{ (.*) \};$/gm)].flatMap(([, list]) => list.split(", "));
  return names.map((name) => `export const ${name} = undefined;`).join("\n");
}

/** The module without the other methods of its classes, which are indented by four blanks. */
function withMethods(source, kept) {
  return source.replace(
    /^ {4}(?:static )?(?:get )?(\w+)\(.*\) \{\n(?:(?: {5}.*)?\n)*? {4}\}\n/gm,
    (method, name) => (kept.includes(name) ? method : ""),
  );
}
