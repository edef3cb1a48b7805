import type { Collection } from '../../../shared/domain/collections';

export interface TreeRow {
  collection: Collection;
  depth: number;
}

/** Collections in the order they are drawn: children under their parent, by name. Orphans and loops surface at the top. */
export function treeRows(collections: readonly Collection[]): TreeRow[] {
  const ids = new Set(collections.map((collection) => collection.id));
  const byParent = new Map<string | null, Collection[]>();
  for (const collection of [...collections].sort((a, b) => a.name.localeCompare(b.name))) {
    const parent = collection.parentId !== null && ids.has(collection.parentId) ? collection.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), collection]);
  }
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  const walk = (parent: string | null, depth: number) => {
    for (const collection of byParent.get(parent) ?? []) {
      if (seen.has(collection.id)) continue;
      seen.add(collection.id);
      rows.push({ collection, depth });
      walk(collection.id, depth + 1);
    }
  };
  walk(null, 0);
  for (const collection of collections) {
    if (!seen.has(collection.id)) {
      seen.add(collection.id);
      rows.push({ collection, depth: 0 });
      walk(collection.id, 1);
    }
  }
  return rows;
}

/** Whether `id` may be moved into `parentId`: not into itself nor below itself. */
export function canMoveInto(collections: readonly Collection[], id: string, parentId: string): boolean {
  const parents = new Map(collections.map((collection) => [collection.id, collection.parentId]));
  const seen = new Set<string>();
  for (let at: string | null | undefined = parentId; at && !seen.has(at); at = parents.get(at)) {
    if (at === id) return false;
    seen.add(at);
  }
  return true;
}
