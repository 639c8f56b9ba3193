import { config } from "zod/mini";

// Without this zod tries `new Function`, which a content security policy reports and a reviewer must explain.
config({ jitless: true });

/**
 * The one door to zod: mini, and never evaluating code. Import it as `import * as z from "…/zod.ts"`, not as `{ z }`:
 * a namespace that is handed on as a value cannot be tree-shaken, and the plugin would grow by 400 KB.
 */
export * from "zod/mini";
