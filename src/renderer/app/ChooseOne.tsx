import type { NounKind } from '../../shared/domain/common';
import { EmptyState } from '../ui/EmptyState';
import { useLibrary } from './library';
import { nouns } from './nouns';

/** The detail pane while nothing is chosen. Empty as long as the list beside it has its own empty state. */
export function ChooseOne({ kind, children }: { kind: NounKind; children: string }) {
  const library = useLibrary();
  if (library.counts[kind] === 0) return null;
  const name = nouns[kind].one.toLowerCase();
  return <EmptyState title={`Choose ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`}>{children}</EmptyState>;
}
