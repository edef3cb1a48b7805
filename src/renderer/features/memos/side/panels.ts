import type { LexicalEditor } from 'lexical';
import type { ComponentType } from 'react';
import type { Shortcut } from '../../../app/shortcuts';
import type { MemoFacts } from '../facts';
import { CommentsPanel } from '../comments/CommentsPanel';
import { OutlinePanel } from '../outline/OutlinePanel';
import { CheckPanel } from '../provenance/CheckPanel';
import { EvidencePanel } from '../provenance/EvidencePanel';

/** What a panel beside a memo is given. */
export interface SidePanelProps {
  memo: MemoFacts;
  editor: LexicalEditor;
  /** Holds the text and scrolls it. */
  scroller: HTMLElement;
}

export interface SidePanelKind {
  id: string;
  /** Sentence case; the commands say "Show the outline". */
  title: string;
  shortcut?: Shortcut;
  Panel: ComponentType<SidePanelProps>;
}

/** The panels beside a memo, one tab each. */
export const sidePanels: readonly SidePanelKind[] = [
  { id: 'outline', title: 'Outline', shortcut: 'mod+alt+o', Panel: OutlinePanel },
  { id: 'comments', title: 'Comments', Panel: CommentsPanel },
  { id: 'evidence', title: 'Evidence', shortcut: 'mod+alt+u', Panel: EvidencePanel },
  { id: 'check', title: 'Check', shortcut: 'mod+alt+k', Panel: CheckPanel },
];
