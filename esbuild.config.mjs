import { createHash } from "node:crypto";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leanYaml } from "./scripts/lean-yaml.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

const shared = { absWorkingDir: root, bundle: true, minify: true, logLevel: "warning" };

/**
 * The plugin, as Obsidian loads it: what the app itself provides stays outside. `outfile` from the project's folder;
 * another `entryPoint` shows how a part of it reads in the bundle. Into `metafile`, if there is one, goes what it is made of.
 */
export async function buildPlugin(outfile = "main.js", entryPoint = "src/main.ts", metafile = null) {
  const built = await build({
    ...shared,
    metafile: metafile !== null,
    entryPoints: [entryPoint],
    plugins: [leanYaml],
    outfile,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    define: { LINKAGE_PARSER: JSON.stringify(await parserVersion()) },
    external: ["obsidian", "electron", "@codemirror/*", "@lezer/*"],
  });
  if (metafile !== null) await writeFile(resolve(root, metafile), JSON.stringify(built.metafile));
  return outfile;
}

/**
 * What the facts that the plugin keeps are known to be made by: a hash of all code that makes them, so that facts of another
 * parser are never taken for this one's.
 */
async function parserVersion() {
  const contents = ["parse-note.ts", "packed/pack-note.ts"].map((path) => `export * from "./note/${path}";`);
  const { outputFiles } = await build({
    ...shared,
    stdin: { contents: contents.join("\n"), resolveDir: resolve(root, "src") },
    plugins: [leanYaml],
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
  });
  return nameOf(outputFiles[0].contents);
}

/**
 * The command line, as Node runs it: three files without dependencies. `outfile`, from the project's folder, is the door; beside it are the
 * program, which the door loads, and what another thread of it runs. `forProfile`: the program's functions keep their names, and a source map lies beside it.
 */
export async function buildCli(outfile = "dist/cli.cjs", forProfile = false) {
  const { version } = JSON.parse(await readFile(resolve(root, "package.json"), "utf8"));
  const program = join(dirname(outfile), programFile);
  const { metafile } = await build({
    ...forNode,
    entryPoints: ["src/cli/run.mts"],
    outfile: program,
    ...(forProfile && readable),
    metafile: true,
    format: "cjs",
    plugins: [leanYaml],
    // The package as the plugin has it, whose parts can be left out, and no second form of it for Node.
    alias: { yaml: resolve(root, "node_modules/yaml/browser/index.js") },
    // One function, which the door calls: V8 gives what it has compiled of a script, not of a module.
    banner: { js: "(function (module, require) {" },
    footer: { js: "})" },
  });
  await build({
    ...forNode,
    entryPoints: ["src/cli.mts"],
    outfile,
    // An ES module takes Node 6 ms longer to start.
    format: "cjs",
    define: {
      LINKAGE_VERSION: JSON.stringify(version),
      LINKAGE_PROGRAM: JSON.stringify(programFile),
      LINKAGE_LOOK: JSON.stringify(lookFile),
    },
    // What the program needs of Node is loaded before V8 is told how to run: Node has its own modules compiled, but as V8 usually runs.
    banner: {
      js: ["#!/usr/bin/env node", ...modulesOf(metafile).map((name) => `require("${name}");`)].join("\n"),
    },
  });
  const look = join(dirname(outfile), lookFile);
  await build({ ...forNode, entryPoints: ["src/cli/cache/look-thread.mts"], outfile: look, format: "cjs" });
  await chmod(resolve(root, outfile), 0o755);
  return [outfile, program, look];
}

/** Node's modules that what was built imports. */
function modulesOf({ outputs }) {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))];
}

const programFile = "program.js";
// Of a package of ES modules, as this is: Node runs it by itself.
const lookFile = "look.cjs";

const forNode = { ...shared, platform: "node", target: "node20" };

const readable = { minify: false, minifyWhitespace: true, minifySyntax: true, sourcemap: "external" };

/** A name for code that no other code has. */
function nameOf(contents) {
  return createHash("sha256").update(contents).digest("hex").slice(0, 16);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const outfile of (await Promise.all([buildPlugin(), buildCli()])).flat()) {
    const { size } = await stat(resolve(root, outfile));
    console.log(`${outfile}  ${(size / 1024).toFixed(1)} KB`);
  }
}
