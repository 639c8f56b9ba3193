/**
 * Text as a YAML scalar that stands in a block or between brackets: as it is where YAML reads it back as the same text, else
 * in double quotes. Meant for tags, ids, dates and titles, so that whatever might mean something to YAML is quoted.
 */
export function yamlScalar(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

/** `text` as a YAML scalar in the quotes that `written`, the scalar in its place, has. */
export function scalarLike(written: string, text: string): string {
  if (written.startsWith('"')) return JSON.stringify(text);
  if (written.startsWith("'") && !/\p{C}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return yamlScalar(text);
}

const words = /^[\p{L}_/][\p{L}\p{N}\p{M} _/.+-]*$/u;
const reserved = /^(?:null|true|false)$/i;
const date = /^\d{4}-\d\d-\d\d(?:T[\d:.+-]+Z?)?$/;
/** One of the type `E` would be a number to YAML. */
const noteId = /^\d{6}(?!E\d)[A-Z]{1,4}\d{2,3}$/;

function isPlain(text: string): boolean {
  return (
    (words.test(text) && text.trim() === text && !reserved.test(text)) || date.test(text) || noteId.test(text)
  );
}
