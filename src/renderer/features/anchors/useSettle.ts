import type { AnchorChoice } from '../../../shared/domain/anchors';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { useAct } from '../../client';
import { useToasts } from '../../ui/Toast';

const said: Record<AnchorChoice['decision'], string> = {
  place: 'Its place in the newest snapshot is settled',
  keep: 'The excerpt stays as it was',
  gone: 'The passage counts as gone from the source',
};

/** Decides about an excerpt in the newest snapshot. `onUndo` goes along when it is taken back from its message. */
export function useSettle(onUndo: (excerpt: Excerpt) => void) {
  const toasts = useToasts();
  return useAct('anchors.settle', {
    onSuccess: (excerpt, { choice }) => toasts.say(said[choice.decision], { undo: () => onUndo(excerpt) }),
  });
}
