import { StickyNote, TextSearch } from 'lucide-react';
import { nouns } from '../../app/nouns';
import type { SearchKind } from '../../../shared/search/types';

export function HitIcon({ kind, size = 15 }: { kind: SearchKind; size?: number }) {
  if (kind === 'note') return <StickyNote size={size} aria-hidden />;
  if (kind === 'snapshot') return <TextSearch size={size} aria-hidden />;
  const Icon = nouns[kind].icon;
  return <Icon size={size} aria-hidden />;
}
