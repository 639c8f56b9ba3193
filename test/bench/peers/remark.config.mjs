import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import remarkFrontmatter from "remark-frontmatter";
import frontmatterSchema from "remark-lint-frontmatter-schema";

/** From where remark runs, since its plugin looks for schemas there. */
const schema = relative(process.cwd(), fileURLToPath(new URL("note.schema.yaml", import.meta.url)));

/** Holds the frontmatter of all notes to the properties of the journal. */
export default { plugins: [remarkFrontmatter, [frontmatterSchema, { schemas: { [schema]: ["**/*.md"] } }]] };
