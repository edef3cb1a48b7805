export type OutlineAct =
  | { kind: 'go'; to: -1 | 1 | 'first' | 'last' }
  | { kind: 'jump' }
  | { kind: 'move'; by: -1 | 1 }
  | { kind: 'shift'; by: -1 | 1 }
  | { kind: 'fold' }
  | { kind: 'unfold' };

const plain: Readonly<Record<string, OutlineAct>> = {
  ArrowUp: { kind: 'go', to: -1 },
  ArrowDown: { kind: 'go', to: 1 },
  Home: { kind: 'go', to: 'first' },
  End: { kind: 'go', to: 'last' },
  Enter: { kind: 'jump' },
  ArrowLeft: { kind: 'fold' },
  ArrowRight: { kind: 'unfold' },
};
const withAlt: Readonly<Record<string, OutlineAct>> = {
  ArrowUp: { kind: 'move', by: -1 },
  ArrowDown: { kind: 'move', by: 1 },
  ArrowLeft: { kind: 'shift', by: -1 },
  ArrowRight: { kind: 'shift', by: 1 },
};

/** What a key does in the outline; null for keys that are not the outline's. */
export function outlineKey(event: {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}): OutlineAct | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return (event.altKey ? withAlt : plain)[event.key] ?? null;
}
