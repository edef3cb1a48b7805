import { asSentence, withinSentence } from '../../../../shared/citing/note-sentence';
import type { Run } from '../../../../shared/citing/types';
import type {
  CitationInline,
  CrossReferenceInline,
  Inline,
  TableBlock,
  Translation,
} from '../../../../shared/memo/document';

/** What a copy says where the document only has ids. */
export interface CopyWords {
  /** A citation as the style writes it; `note` where it stands in a note. */
  cited: (id: string) => { note: boolean; runs: readonly Run[]; author: readonly Run[] };
  /** Whether the style cites in notes. */
  noteStyle: boolean;
  /** Whether what is copied are the words of a footnote. */
  inNote: boolean;
  referred: (inline: CrossReferenceInline) => string;
  /** "Figure 2" of what has a caption; '' where it has no number. */
  called: (id: string) => string;
  /** "my translation". */
  translated: (by: Translation['by']) => string;
}

/** A citation at its place. */
export interface Cited {
  /** Stands in the sentence, before a note too. */
  author: readonly Run[];
  runs: Run[];
  /** Whether `runs` are a note of their own. */
  note: boolean;
}

/** What a citation says, as exports say it: a note is a sentence, and part of one inside the author's footnote. */
export function citedAt(run: readonly Inline[], index: number, words: CopyWords, inNote: boolean): Cited {
  const citation = run[index] as CitationInline;
  const { note, runs, author } = words.cited(citation.id);
  const own = [...runs];
  if (note && !inNote) return { author, runs: citation.items[0]?.prefix ? asSentence(own) : own, note: true };
  if (!inNote || !words.noteStyle) return { author, runs: own, note: false };
  const before: Inline | undefined = citation.form === 'narrative' ? name : run[index - 1];
  return { author, runs: withinSentence(own, before, run[index + 1]), note: false };
}

/** What stands before a narrative citation: a name, in the middle of a sentence. */
const name: Inline = { type: 'text', text: 'x', formats: [], marks: [] };

/** "Figure 2. " before the words of a caption. */
export function captionStart(called: string, caption: readonly Inline[]): string {
  return called === '' ? '' : caption.length > 0 ? `${called}. ` : called;
}

export function isHeaded({ rows }: TableBlock): boolean {
  return (rows[0]?.cells ?? []).every(({ header }) => header);
}
