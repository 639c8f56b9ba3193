import { fc, test } from "@fast-check/jest";
import { readPlainYaml } from "../../src/note/plain-yaml.ts";
import { readYaml } from "../../src/note/yaml.ts";
import { frontmatterYaml } from "./random-yaml.ts";

const body = fc.constantFrom("", "---\n", "---\r\n", "---\na: b\n\n- c\n", "--- \n  d\n");

test.prop([frontmatterYaml(), body], { numRuns: 1500 })(
  "the plain reader declines, or equals the other in values and ranges",
  (yaml, behind) => {
    const text = `---\n${yaml}${behind}`;
    const properties = readPlainYaml(text, 4, 4 + yaml.length);
    if (properties === null) return;
    expect({ state: "read", properties, faults: [] }).toEqual(readYaml(text, 4, 4 + yaml.length));
  },
);
