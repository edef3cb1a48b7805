import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import type { CheckedSentence, ProvenanceReport } from '../../../../shared/domain/provenance';
import { caretPoint, pointAt, type Point } from '../../../editor/provenance/here';
import { blocksOnScreen } from '../../../editor/provenance/underlines';

/** Nothing is looked up while keys are pressed or the mouse moves. */
const SETTLE_MS = 120;

/** The sentence under the mouse while it rests in the text, else the one with the caret; null where none was checked. */
export function useCurrentSentence(
  editor: LexicalEditor,
  report: ProvenanceReport | undefined,
): CheckedSentence | null {
  const [caret, setCaret] = useState<Point | null>(null);
  const [hovered, setHovered] = useState<Point | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setCaret(caretPoint(editor));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    };
    later();
    const stop = editor.registerUpdateListener(later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = ({ clientX, clientY, buttons }: PointerEvent) => {
      clearTimeout(timer);
      if (buttons === 0) timer = setTimeout(() => setHovered(pointAt(editor, clientX, clientY)), SETTLE_MS);
    };
    const onLeave = () => {
      clearTimeout(timer);
      setHovered(null);
    };
    const stop = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointermove', onMove);
      previous?.removeEventListener('pointerleave', onLeave);
      root?.addEventListener('pointermove', onMove);
      root?.addEventListener('pointerleave', onLeave);
    });
    // Who types looks at the caret, wherever the mouse was left.
    const stopTyping = editor.registerUpdateListener(({ dirtyLeaves }) => dirtyLeaves.size > 0 && onLeave());
    return () => {
      clearTimeout(timer);
      stop();
      stopTyping();
    };
  }, [editor]);
  const find = (point: Point | null) => (report && point && sentenceAt(report.sentences, point)) ?? null;
  return find(hovered) ?? find(caret);
}

export function sentenceAt(
  sentences: readonly CheckedSentence[],
  { block, run, at }: Point,
): CheckedSentence | undefined {
  return sentences.find(
    ({ place }) =>
      place.block === block && place.run === run && place.footnote === null && place.start <= at && place.end >= at,
  );
}

/** The blocks that are on the screen, after scrolling and after the text was checked again. */
export function useBlocksOnScreen(
  editor: LexicalEditor,
  scroller: HTMLElement,
  report: ProvenanceReport | undefined,
): ReadonlySet<number> {
  const [blocks, setBlocks] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setBlocks(new Set(blocksOnScreen(editor, scroller)));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    };
    later();
    scroller.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [editor, scroller, report]);
  return blocks;
}
