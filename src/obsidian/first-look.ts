/** How far the first look at the vault is, which a view waits for. */
export type FirstLook =
  | { readonly kind: "reading" }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly reason: string };
