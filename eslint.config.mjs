import obsidianmd from "eslint-plugin-obsidianmd";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig([
  globalIgnores(["dist/", "main.js", "coverage/", "test/vaults/"]),
  ...obsidianmd.configs.recommended,
  {
    files: ["**/*.ts", "**/*.mts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
  {
    files: ["src/**"],
    rules: {
      // Unknown data is read by zod or a type guard. `as const` is not meant.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name=/^(push|unshift|splice)$/] > SpreadElement",
          message: "A list may have more values than a call takes arguments: use pushAll, or concat.",
        },
      ],
    },
  },
  {
    files: ["src/**"],
    // The app asks for a default export there.
    ignores: ["src/main.ts"],
    rules: { "import/no-default-export": "error" },
  },
  {
    // The command line and the scripts run in Node and print: no part of them is in the plugin's bundle.
    files: ["src/**/*.mts", "**/*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
    rules: {
      "obsidianmd/no-nodejs-modules": "off",
      // The plugin's no-console and no-new-func are one rule.
      "obsidianmd/rule-custom-message": "off",
      "no-new-func": "error",
      // There is no app to ask for the name of its config folder.
      "obsidianmd/hardcoded-config-path": "off",
    },
  },
  {
    files: ["test/**"],
    rules: {
      // Tests run in Node, where there is no window.
      "obsidianmd/no-nodejs-modules": "off",
      "obsidianmd/no-global-this": "off",
      "obsidianmd/prefer-window-timers": "off",
      // A vault in a test has the folder that most vaults have, and there is no app to ask.
      "obsidianmd/hardcoded-config-path": "off",
    },
  },
  {
    // The host stands for the app: it has what plugins are told to use instead.
    files: ["test/host/**"],
    rules: {
      "obsidianmd/prefer-create-el": "off",
      "obsidianmd/no-static-styles-assignment": "off",
      "obsidianmd/no-forbidden-elements": "off",
      "obsidianmd/prefer-file-manager-trash-file": "off",
    },
  },
]);
