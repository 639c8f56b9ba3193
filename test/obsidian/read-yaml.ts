import { readConfig } from "../../src/journal/read-config.ts";
import { readYaml } from "../../src/note/yaml.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { optionSchemas } from "../../src/rules/rule-options.ts";

/** All that the package `yaml` is asked for, as text: a frontmatter, and a config. Bundled as the plugin is, it must say the same. */
export function yamlReadings(source: string): string {
  const config = readConfig(source, optionSchemas(allRules));
  const conventions = { ...config.conventions, rules: [...config.conventions.rules] };
  return JSON.stringify(
    [readYaml(source, 0, source.length), { ...config, conventions }],
    // JSON knows neither NaN, nor -0, nor large integers.
    (_, value: unknown) =>
      typeof value === "number" ? (Object.is(value, -0) ? "-0" : String(value)) : value,
  );
}
