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
import type { MethodName } from '../../shared/contract';
import type { NounKind, TrashTarget } from '../../shared/domain/common';
import type { Place } from './places';

type TrashMethod = Extract<MethodName, `${string}.trash`>;

export interface NounFacts {
  one: string;
  many: string;
  icon: LucideIcon;
  place: Place;
  /** Moves one to the Trash. */
  trash: TrashMethod;
}

/** How each noun is named and drawn everywhere, in the order of the sidebar. */
export const nouns: Record<NounKind, NounFacts> = {
  source: { one: 'Source', many: 'Sources', icon: BookText, place: { view: 'sources' }, trash: 'sources.trash' },
  excerpt: {
    one: 'Excerpt',
    many: 'Excerpts',
    icon: MessageSquareQuote,
    place: { view: 'excerpts' },
    trash: 'excerpts.trash',
  },
  claim: { one: 'Claim', many: 'Claims', icon: Scale, place: { view: 'claims' }, trash: 'claims.trash' },
  actor: { one: 'Actor', many: 'Actors', icon: Users, place: { view: 'actors' }, trash: 'actors.trash' },
  event: { one: 'Event', many: 'Events', icon: CalendarDays, place: { view: 'events' }, trash: 'events.trash' },
  memo: { one: 'Memo', many: 'Memos', icon: FileText, place: { view: 'memos' }, trash: 'memos.trash' },
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
