/** What the app's own settings files hold, as text; null where there is none. They lie in the config folder. */
export interface AppSettings {
  /** `app.json`: its `userIgnoreFilters` are the user's excluded files. */
  readonly app: string | null;
  /** `templates.json`: its `folder` is where the app's templates lie. */
  readonly templates: string | null;
}

/**
 * A test for paths that the user has had the app leave out: its templates folder, and the excluded files. Of these a filter
 * between slashes is a regular expression, and every other the beginning of a path. Whether letter case counts is not
 * documented; for beginnings it does not here, so that fewer notes are spoken of. What cannot be read
 * leaves nothing out: the app says so itself. Null if nothing is left out.
 * @param compile makes a test of a regular expression's source; it may throw, or refuse what a stranger could make slow
 */
export function excludedByApp(
  settings: AppSettings,
  compile: (source: string) => { test(path: string): boolean },
): ((path: string) => boolean) | null {
  const folder = valueIn(settings.templates, "folder");
  const templates = typeof folder === "string" ? folder.replace(/^\/+|\/+$/g, "") : "";
  const filters = valueIn(settings.app, "userIgnoreFilters");
  const tests = [
    ...(templates === "" ? [] : [beginsWith(`${templates}/`)]),
    ...(Array.isArray(filters) ? filters : []).flatMap((filter: unknown) =>
      typeof filter === "string" ? testOf(filter, compile) : [],
    ),
  ];
  return tests.length === 0 ? null : (path) => tests.some((test) => test(path));
}

function testOf(
  filter: string,
  compile: (source: string) => { test(path: string): boolean },
): readonly ((path: string) => boolean)[] {
  if (!/^\/.+\/$/s.test(filter)) return filter === "" ? [] : [beginsWith(filter)];
  try {
    const expression = compile(filter.slice(1, -1));
    return [(path) => expression.test(path)];
  } catch {
    return [];
  }
}

function beginsWith(beginning: string): (path: string) => boolean {
  const key = beginning.normalize("NFC").toLowerCase();
  return (path) => path.normalize("NFC").toLowerCase().startsWith(key);
}

/** The value of a key in a JSON object, or undefined. By hand: loading zod takes longer than a small vault takes to lint. */
function valueIn(json: string | null, key: string): unknown {
  if (json === null) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : undefined;
  } catch {
    return undefined;
  }
}
