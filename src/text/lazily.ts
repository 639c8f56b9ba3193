/**
 * What is made when it is first asked for, and once: for what takes longer to make than a start may take, and what most
 * runs never ask for (schemas, what the language of the app decides).
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
