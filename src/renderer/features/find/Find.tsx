import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { FindBar } from './FindBar';
import { FindSession } from './FindSession';
import type { FindTarget } from './FindTarget';
import { useFindSurfaces, useOfferFind } from './surfaces';

export interface FindProps {
  target: FindTarget;
  /** Everything that belongs to the text: while the focus is in here, this text is meant. */
  surface: RefObject<HTMLElement | null>;
}

/** Longer selections, or several lines, are a passage to work with and no words to look for. */
const longestSelection = 200;

function isInBar(element: Element | null): boolean {
  return element?.closest('[role=search]') != null;
}

function selectedWords(surface: HTMLElement | null): string {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  if (!selection || !element || !surface?.contains(element) || isInBar(element)) return '';
  const words = selection.toString().trim();
  return words.length <= longestSelection && !words.includes('\n') ? words : '';
}

/** Finding in one text: offers it to the commands and shows the bar while it is open. */
export function Find({ target, surface }: FindProps) {
  const surfaces = useFindSurfaces();
  const [session, setSession] = useState<FindSession | null>(null);
  const [replacing, setReplacing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const begin = () => {
    const words = selectedWords(surface.current);
    const begun = session ?? new FindSession(target.readText());
    if (session === null || words !== '') begun.startFrom(target.selection()?.[0] ?? target.firstOnScreen());
    void begun.look({ query: words || begun.state().query || surfaces.lastQuery });
    // subtle: at once, for the next key is meant for the bar: in a text, Enter would take what is selected.
    flushSync(() => setSession(begun));
    // When the bar is there already; a new one takes the focus by itself.
    field.current?.focus();
    field.current?.select();
  };

  useOfferFind({
    element: () => surface.current,
    canReplace: target.replace !== undefined,
    open: (replace) => {
      begin();
      if (replace) setReplacing(true);
    },
    step: (direction) => {
      if (session === null) return begin();
      const inText = !isInBar(document.activeElement);
      session.step(direction, inText ? target.selection() : null);
      if (inText) target.leaveFor(session.hit);
      else if (session.hit) target.reveal(session.hit);
    },
  });
  if (session === null) return null;
  const close = () => {
    const inBar = isInBar(document.activeElement);
    setSession(null);
    setReplacing(false);
    if (inBar || document.activeElement === document.body) target.leaveFor(inBar ? session.hit : undefined);
  };
  return (
    <FindBar
      field={field}
      session={session}
      target={target}
      surface={surface}
      replacing={replacing}
      onReplacing={setReplacing}
      onClose={close}
    />
  );
}
