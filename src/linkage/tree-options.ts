/** The groups below a note, in the order in which they are shown. */
export const groupNames = [
  "linkage",
  "tags",
  "see also",
  "links",
  "backlinks",
  "unresolved",
  "journal",
] as const;

export type GroupName = (typeof groupNames)[number];

/**
 * In what order notes stand in a group: as the text has them (of a tag the newest first, backlinks by path), by name, the
 * newest first, or those with the most links first.
 */
export const treeOrders = ["text", "name", "date", "links"] as const;

export type TreeOrder = (typeof treeOrders)[number];

/** How a linkage tree is to be. */
export interface TreeOptions {
  /** The groups that are shown. */
  readonly groups: readonly GroupName[];
  readonly order: TreeOrder;
  /** Notes below the root open into their own links alone, without groups. */
  readonly plain: boolean;
  /** How many problems the root has, or null: not known here. */
  readonly problems: number | null;
}

/** All groups, in text order. */
export const usualOptions: TreeOptions = { groups: groupNames, order: "text", plain: false, problems: null };
