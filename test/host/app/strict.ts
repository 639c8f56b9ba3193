/** What `obsidian.d.ts` declares: exports, and members of classes and interfaces, each with the version that brought it. */
export interface DeclaredApi {
  readonly exports: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Whether one version is newer than another; an empty one is not. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [version.split(".").map(Number), than.split(".").map(Number)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** A module for a plugin: what it does not have, or what is newer than the plugin's minAppVersion, throws when it is used. */
export function strictModule(
  name: string,
  exports: Readonly<Record<string, unknown>>,
  since: Readonly<Record<string, string>>,
  minAppVersion: string,
): object {
  return new Proxy(exports, {
    get(target, key) {
      if (typeof key === "symbol" || key === "__esModule") return undefined;
      if (isNewer(since[key] ?? "", minAppVersion)) throw tooNew(`${name}.${key}`, since[key], minAppVersion);
      if (!(key in target)) throw new Error(`The host does not have ${name}.${key}`);
      return target[key];
    },
  });
}

/**
 * Let the members that the API declares and the host's classes lack throw when they are read, and those that are newer than
 * `minAppVersion`, too. A field that an object has itself hides what is here.
 */
export function guardClasses(
  classes: Readonly<Record<string, unknown>>,
  { members }: DeclaredApi,
  minAppVersion: string,
): void {
  for (const [name, declared] of Object.entries(members)) {
    const hosted = classes[name];
    if (typeof hosted !== "function") continue;
    const prototype = hosted.prototype as object;
    for (const [member, since] of Object.entries(declared)) {
      if (isNewer(since, minAppVersion))
        guard(prototype, member, tooNew(`${name}.${member}`, since, minAppVersion));
      else if (!(member in prototype) && !(member in hosted))
        guard(prototype, member, new Error(`The host does not have ${name}.${member}`));
    }
  }
}

let known: { readonly api: DeclaredApi; readonly minAppVersion: string } | null = null;

/** From now on {@link expectNotTooNew} goes by this. */
export function setKnownApi(api: DeclaredApi, minAppVersion: string): void {
  known = { api, minAppVersion };
}

/** Data that a plugin gives must not use what is newer than its minAppVersion: an older app would ignore it. @throws if it does */
export function expectNotTooNew(interfaceName: string, data: object): void {
  const members = known?.api.members[interfaceName] ?? {};
  for (const key of Object.keys(data))
    if (known && isNewer(members[key] ?? "", known.minAppVersion))
      throw tooNew(`${interfaceName}.${key}`, members[key], known.minAppVersion);
}

function guard(prototype: object, member: string, error: Error): void {
  Object.defineProperty(prototype, member, {
    configurable: true,
    get: () => {
      throw error;
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, member, { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

function tooNew(what: string, since: string | undefined, minAppVersion: string): Error {
  return new Error(
    `${what} is there since ${since ?? "?"}, but the plugin's minAppVersion is ${minAppVersion}`,
  );
}
