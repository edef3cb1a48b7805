import { History } from 'lucide-react';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { completableAt } from '../../../shared/search/complete';
import type { Completion, PastSearch } from '../../../shared/search/types';
import { Choices, Kbd, SearchBox, useChoices, useHeld, type ChoiceList } from '../../ui';
import styles from './search.module.css';
import { useCompletions } from './useCompletions';

export interface QueryBoxProps {
  ref: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  past: readonly PastSearch[];
  onForget: (past: PastSearch) => void;
  /** Keys that are neither about completing nor about past searches. */
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The list below that arrows move in, for screen readers. */
  list: ChoiceList<unknown>['box'];
  end: ReactNode;
}

type Offer = { completion: Completion } | { past: PastSearch };

/**
 * The box of the search page. Fields and values are completed while they are typed (useCompletions says who gets which key);
 * Alt+↓ offers past searches.
 */
export function QueryBox({ ref, query, onQuery, past, onForget, onKeyDown, list, end }: QueryBoxProps) {
  const [caret, setCaret] = useState<number | null>(null);
  const [recalling, setRecalling] = useState(false);
  /** Where completions were put away with Escape; they come back for another word. */
  const [refused, setRefused] = useState<number | null>(null);
  const { completions: found, pending } = useCompletions(query, caret);
  const completions = found !== null && found.start !== refused ? found : null;

  const groups = useMemo((): { items: Offer[] }[] => {
    if (recalling) return [{ items: past.map((each) => ({ past: each })) }];
    return [{ items: completions?.items.map((completion) => ({ completion })) ?? [] }];
  }, [recalling, past, completions]);
  const open = groups[0]!.items.length > 0;
  const choose = (offer: Offer) => {
    setRecalling(false);
    if ('past' in offer) return onQuery(offer.past.query);
    if (!completions) return;
    const next = completions.completed(offer.completion);
    // subtle: React puts the caret at the end of a text it changes.
    flushSync(() => onQuery(next.query));
    ref.current?.setSelectionRange(next.caret, next.caret);
    setCaret(next.caret);
  };
  const choices = useChoices(groups, choose, { typed: query, passive: !recalling && !completions?.choosing });

  const offerKey = (event: KeyboardEvent): boolean => {
    const offer = choices.items[Math.max(0, choices.at)];
    if (event.key === 'Tab' && !event.shiftKey && offer) choose(offer);
    else if (event.key === 'Escape') {
      if (recalling) setRecalling(false);
      else setRefused(completions?.start ?? null);
    } else if (event.key === 'Delete' && offer && 'past' in offer) onForget(offer.past);
    else return choices.onKeyDown(event);
    return true;
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && pending && !recalling && choices.at <= 0) holdEnter(event);
    else if (event.altKey && event.key === 'ArrowDown') setRecalling(past.length > 0);
    else if (!open || !offerKey(event)) return onKeyDown(event);
    event.preventDefault();
  };
  // Whether it chooses a value or opens a result is known once the values that begin like this are there.
  const [heldEnter, holdEnter] = useHeld<KeyboardEvent<HTMLInputElement>>(query);
  useEffect(() => {
    if (heldEnter === null || pending) return;
    holdEnter(null);
    keyDown(heldEnter);
  });
  const type = (text: string) => {
    const next = ref.current?.selectionStart ?? text.length;
    if (completableAt(text, next)?.start !== refused) setRefused(null);
    setCaret(next);
    setRecalling(false);
    onQuery(text);
  };
  return (
    <div className={styles['box']}>
      <SearchBox
        ref={ref}
        {...(open ? choices.box : list)}
        aria-label="Search everything"
        placeholder="Search everything"
        value={query}
        onChange={type}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setCaret(selectionStart === selectionEnd ? selectionStart : null)
        }
        onBlur={() => {
          setCaret(null);
          setRecalling(false);
        }}
        onKeyDown={keyDown}
        end={end}
      />
      {open && (
        <div className={styles['offers']}>
          <Choices
            list={choices}
            label={recalling ? 'Past searches' : 'Completions'}
            keyOf={(offer) => ('past' in offer ? offer.past.query : offer.completion.text)}
            renderItem={(offer) =>
              'past' in offer ? (
                <>
                  <History size={15} aria-hidden />
                  <span className={styles['offer']} dir="auto">
                    {offer.past.query}
                  </span>
                </>
              ) : (
                <>
                  <span className={styles['offer']} dir="auto">
                    {offer.completion.label}
                  </span>
                  <span className={styles['detail']}>{offer.completion.detail}</span>
                  {!completions?.choosing && <Kbd shortcut="tab" />}
                </>
              )
            }
          />
        </div>
      )}
    </div>
  );
}
