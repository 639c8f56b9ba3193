/** Packages that are ES modules only: Jest reads them as it reads our own TypeScript. */
const esModules = [
  "@fast-check",
  "fast-check",
  "pure-rand",
  "mdast-util-[^/]+",
  "micromark[^/]*",
  "unist-util-[^/]+",
  "decode-named-character-reference",
  "character-entities",
  "devlop",
  "commonmark\\.json",
  "fast-string-width",
  "fast-string-truncated-width",
  "markdown-table",
  "ccount",
  "longest-streak",
  "zwitch",
  "escape-string-regexp",
];

/**
 * What the language itself has: Jest would look each of them up in the sandbox whenever it is named, which takes a fifth of the time of
 * laws. None that a test replaces, so no Date.
 */
const language =
  "Array BigInt Boolean Error Int32Array JSON Map Math Number Object Promise RangeError Reflect RegExp Set String Symbol TypeError Uint8Array Uint32Array WeakMap WeakSet".split(
    " ",
  );

const common = {
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["node", "require", "default"] },
  sandboxInjectedGlobals: language,
  globals: { LINKAGE_PARSER: "test" },
  moduleNameMapper: { "^obsidian$": "obsidian-test-mocks/obsidian" },
  testMatch: ["**/*.test.ts", "**/*.test.mts"],
  moduleFileExtensions: ["ts", "mts", "mjs", "js", "json"],
  transform: {
    "\\.(ts|mts|mjs|js)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  setupFilesAfterEnv: ["<rootDir>/test/law-seed.ts"],
};

/** The folders of tests that need neither a page nor a process: `npm run test:unit` runs them in less than a minute, while one works. */
const unit = "text note journal vault linkage rules inference writing lint report".split(" ");

/** The stories are a project of their own: only for them the plugin is built and a browser started, once for all of them. */
export default {
  // One process is left waiting most of the time: it starts the others.
  maxWorkers: "100%",
  // Jest passes it over in a project.
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: "unit", roots: unit.map((folder) => `<rootDir>/test/${folder}`) },
    {
      ...common,
      displayName: "programs",
      roots: ["<rootDir>/test"],
      testPathIgnorePatterns: [`<rootDir>/test/(${["stories", ...unit].join("|")})/`],
    },
    {
      ...common,
      displayName: "stories",
      roots: ["<rootDir>/test/stories"],
      globalSetup: "<rootDir>/test/stories/stage/set-up.ts",
      globalTeardown: "<rootDir>/test/stories/stage/tear-down.ts",
    },
  ],
};
