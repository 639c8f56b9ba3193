/** The rules whose targets have no file: they may get one, or be placeholders. */
export const missingTargetRules: readonly string[] = ["unresolved-link", "placeholder-link"];
