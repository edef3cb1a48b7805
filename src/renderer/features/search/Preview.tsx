import { memo, useMemo } from 'react';
import { views } from '../../app/registry';
import { useSettled } from '../../app/useSettled';
import { EmptyState } from '../../ui';
import type { Asker } from './Asker';
import { placeOfHit } from './hits';
import { useAsking } from './useAsker';

/** Letters and arrow keys come faster than a source can be drawn: the preview follows when they rest. */
const REST_MS = 180;

/** The chosen hit in its context: the source's text at the passage, the words marked; or the page of what it is. */
export const Preview = memo(function Preview({ asker, at }: { asker: Asker; at: number }) {
  const hit = useSettled(
    useAsking(asker, ({ answered }) => answered?.answer.hits[at]),
    REST_MS,
  );
  const place = useMemo(() => hit && placeOfHit(hit), [hit]);
  const view = place && views[place.view];
  if (!place || !view) return <EmptyState title="The chosen result is shown here" />;
  return <view.Detail place={place} pane="preview" />;
});
