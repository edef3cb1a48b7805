import { useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { Input } from '../../ui/Field';
import { useToasts } from '../../ui/Toast';
import type { FindSession } from './FindSession';
import type { FindTarget } from './FindTarget';
import styles from './find.module.css';

/** What to put in the place of the hit that is shown, or of all. */
export function ReplaceRow({ session, target }: { session: FindSession; target: FindTarget }) {
  const [replacement, setReplacement] = useState('');
  const toasts = useToasts();
  const { hits } = useSyncExternalStore(session.subscribe, session.state);

  const replaceOne = async () => {
    await session.textChanged(target.readText());
    const { hit } = session;
    if (!hit) return;
    const done = target.replace?.([hit], replacement);
    if (done?.replaced === 0) {
      toasts.say(`Not replaced: ${done.left}.`);
      session.step(1);
    } else {
      const changed = session.textChanged(target.readText());
      session.startFrom(hit[0] + replacement.length);
      await changed;
    }
    if (session.hit) target.reveal(session.hit);
  };
  const replaceAll = async () => {
    await session.textChanged(target.readText());
    const done = target.replace?.(session.state().hits, replacement);
    if (!done) return;
    await session.textChanged(target.readText());
    const left = done.left && ` Left as they are: ${done.left}.`;
    toasts.say(
      done.replaced === 0 ? `Nothing was replaced.${left}` : `Replaced ${count(done.replaced, 'place')}.${left}`,
      done.replaced === 0 ? {} : { action: { label: 'Undo', run: done.undo } },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void replaceOne();
  };
  const nothing = hits.length === 0;
  return (
    <div className={styles.row}>
      <Input
        label="Replace with"
        hideLabel
        placeholder="Replace with"
        className={styles.field}
        dir="auto"
        value={replacement}
        onChange={setReplacement}
        onKeyDown={onKeyDown}
      />
      <Button disabled={nothing} onClick={() => void replaceOne()}>
        Replace
      </Button>
      <Button disabled={nothing} onClick={() => void replaceAll()}>
        Replace all
      </Button>
    </div>
  );
}
