import { useState } from 'react';
import type { NearestPassage } from '../../../shared/anchoring';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { CommonplaceError } from '../../../shared/result';
import { useAct } from '../../client';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import { submitOnModEnter } from '../../ui/submitOnModEnter';
import styles from './reader.module.css';

/** What `excerpts.quote` says of words that do not stand in the source. */
interface Refusal {
  message: string;
  nearest: string | null;
}

/** Passages less alike than this are no help to somebody who looks for a quotation. */
const ALIKE = 0.5;

function refusalOf(error: CommonplaceError): Refusal {
  const { nearest } = (error.details ?? {}) as { nearest?: NearestPassage | null };
  return nearest && nearest.similarity >= ALIKE
    ? { message: 'These words are not in the text of the source. The nearest passage is:', nearest: nearest.text }
    : {
        message: nearest
          ? 'These words are not in the text of the source, nor anything like them. Check where the quotation is from.'
          : error.message,
        nearest: null,
      };
}

export interface QuoteDialogProps {
  sourceId: string;
  /** Words that were tried already, and why they are refused. */
  tried?: { quote: string; error: CommonplaceError } | undefined;
  onDone: (excerpt: Excerpt) => void;
  onClose: () => void;
}

/** Makes an excerpt of words that are pasted or typed, for hands on the keyboard and for quotations found elsewhere. */
export function QuoteDialog({ sourceId, tried, onDone, onClose }: QuoteDialogProps) {
  const [quote, setQuote] = useState(tried?.quote ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(tried ? refusalOf(tried.error) : null);
  const { act, pending } = useAct('excerpts.quote', {
    onSuccess: onDone,
    onError: (error) => setRefusal(refusalOf(error)),
  });
  const save = (words: string) => void act({ sourceId, quote: words });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Excerpt by its words"
      onSubmit={() => save(quote)}
      submitLabel="Excerpt"
      submitDisabled={quote.trim() === '' || pending}
    >
      <TextArea
        label="Quotation"
        hint="Word for word as it stands in this source. Quotation marks, dashes and line ends may differ; […] stands for words left out."
        error={refusal?.message}
        serif
        rows={5}
        autoFocus
        value={quote}
        onChange={(words) => {
          setQuote(words);
          setRefusal(null);
        }}
        onKeyDown={submitOnModEnter}
      />
      {refusal?.nearest && (
        <div className={styles.nearest}>
          <blockquote dir="auto">{refusal.nearest}</blockquote>
          <Button look="secondary" disabled={pending} onClick={() => save(refusal.nearest ?? '')}>
            Excerpt this passage
          </Button>
        </div>
      )}
    </Dialog>
  );
}
