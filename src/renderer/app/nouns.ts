import {
  BookText,
  CalendarDays,
  FileText,
  Folder,
  MessageSquareQuote,
  Scale,
  StickyNote,
  Tag,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { NounKind, TrashTarget } from '../../shared/domain/common';
import type { Place } from './places';

export interface NounFacts {
  one: string;
  many: string;
  icon: LucideIcon;
  place: Place;
}

/** How each noun is named and drawn everywhere, in the order of the sidebar. */
export const nouns: Record<NounKind, NounFacts> = {
  source: { one: 'Source', many: 'Sources', icon: BookText, place: { view: 'sources' } },
  excerpt: { one: 'Excerpt', many: 'Excerpts', icon: MessageSquareQuote, place: { view: 'excerpts' } },
  claim: { one: 'Claim', many: 'Claims', icon: Scale, place: { view: 'claims' } },
  actor: { one: 'Actor', many: 'Actors', icon: Users, place: { view: 'actors' } },
  event: { one: 'Event', many: 'Events', icon: CalendarDays, place: { view: 'events' } },
  memo: { one: 'Memo', many: 'Memos', icon: FileText, place: { view: 'memos' } },
};

/** Also for what is no noun of its own but can be in the Trash. */
export function iconOf(kind: TrashTarget['kind']): LucideIcon {
  switch (kind) {
    case 'tag':
      return Tag;
    case 'collection':
      return Folder;
    case 'note':
      return StickyNote;
    default:
      return nouns[kind].icon;
  }
}
