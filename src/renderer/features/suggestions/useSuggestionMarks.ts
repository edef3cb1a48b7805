import { useCallback, useEffect, useMemo, type MouseEvent, type RefObject } from 'react';
import * as v from 'valibot';
import type { TextPlace } from '../../../shared/domain/anchors';
import type { Snapshot } from '../../../shared/domain/sources';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { useChoice } from '../../app/preferences';
import { markRanges } from '../../ui/marks';
import { drawnRuns, rangeOf, startOf } from '../reader/selection';
import { placesOf, type Proposal } from './proposals';
import { useProposals } from './useProposals';

/** Whether suggestions are marked in texts: the reader's choice, for all of them. */
export function useMarksShown(): [shown: boolean, setShown: (shown: boolean) => void] {
  return useChoice('reader.suggestions', v.boolean(), false);
}

interface Mark extends TextPlace {
  proposal: Proposal;
}

/**
 * Marks what is suggested and undecided in the text, as `::highlight(suggested)` of reader.module.css: nothing of the text is drawn
 * otherwise for it. Answers what to do with a click: true where a mark stood there, whose card then opens beside.
 */
export function useSuggestionMarks(snapshot: Snapshot, root: RefObject<HTMLElement | null>) {
  const { place, beside, openBeside } = useNavigation();
  const [shown, setShown] = useMarksShown();
  const { found, open } = useProposals(snapshot.sourceId, shown);
  const isOfThisText = shown && found?.snapshotId === snapshot.id;
  const marks = useMemo<Mark[]>(
    () =>
      isOfThisText
        ? open
            .flatMap((proposal) => markedPlaces(proposal).map((at) => ({ ...at, proposal })))
            .sort((a, b) => a.start - b.start || a.end - b.end)
        : [],
    [isOfThisText, open],
  );

  useEffect(() => {
    const text = root.current;
    if (!text || marks.length === 0) return;
    let clear = () => {};
    let frame = 0;
    const draw = () => {
      clear();
      const runs = drawnRuns(text);
      clear = markRanges(
        'suggested',
        marks.flatMap(({ start, end }) => rangeOf(runs, start, end) ?? []),
      );
    };
    draw();
    // A long text is drawn part by part as it comes near.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    });
    observer.observe(text, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clear();
    };
  }, [root, marks]);

  const show = useCallback(
    ({ proposal: { kind, key } }: Mark) =>
      openBeside({ view: 'suggestions', sourceId: snapshot.sourceId, group: kind, id: key }),
    [openBeside, snapshot.sourceId],
  );
  const openKey = beside?.view === 'suggestions' ? beside.id : undefined;
  const step = () => {
    const at = marks.findIndex(({ proposal }) => proposal.key === openKey);
    const next = marks.find((mark, index) => index > at && mark.proposal.key !== openKey) ?? marks[0];
    if (next) show(next);
  };
  useCommands([
    {
      id: 'reader.suggestions',
      title: shown ? 'Hide suggestions in the text' : 'Mark suggestions in the text',
      group: 'Sources',
      shortcut: 'mod+shift+u',
      when: () => place.view === 'sources',
      run: () => setShown(!shown),
    },
    {
      id: 'reader.next-suggestion',
      title: 'Open the next suggestion in the text',
      group: 'Sources',
      shortcut: 'mod+shift+j',
      when: () => marks.length > 0,
      run: step,
    },
  ]);

  return (event: MouseEvent): boolean => {
    const at = marks.length > 0 ? offsetAt(event) : null;
    if (at === null) return false;
    // The shortest, so that a name inside a quotation can be reached.
    const [mark] = marks
      .filter(({ start, end }) => start <= at && at < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (mark) show(mark);
    return mark !== undefined;
  };
}

/** The offset in the snapshot at which the mouse points. */
function offsetAt({ clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const run = caret?.offsetNode.parentElement?.closest('[data-start]');
  return caret && run ? startOf(run) + caret.offset : null;
}

/** Of an event only the words that date it: whole sentences would be a page of lines. */
function markedPlaces(proposal: Proposal): TextPlace[] {
  return proposal.kind === 'event' ? [proposal.suggested.expression] : placesOf(proposal);
}
