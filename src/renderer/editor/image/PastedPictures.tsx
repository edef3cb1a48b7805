import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import { useToasts } from '../../ui/Toast';
import { keepPicture } from './keepPicture';
import { registerPastedPictures } from './pastedPictures';

/** Keeps the pictures of pasted texts; a work of more than a second is shown and can be stopped. */
export function PastedPictures() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  useEffect(() => {
    let started = 0;
    let told = 0;
    let stopped = false;
    const goesOn = (done: number, of: number): boolean => {
      const now = performance.now();
      if (done === 0) [started, told, stopped] = [now, 0, false];
      if (done === of && told > 0) toasts.say('The pictures are in.', { about: 'progress' });
      else if (done < of && now - Math.max(started, told) > 1000) {
        told = now;
        const stop = { label: 'Stop', run: () => void (stopped = true) };
        toasts.say(`Bringing in pictures: ${done} of ${of}.`, { about: 'progress', action: stop });
      }
      return !stopped;
    };
    return registerPastedPictures(editor, {
      keep: keepPicture,
      say: (text) => toasts.say(text),
      fail: (message) => toasts.fail({ message }),
      goesOn,
    });
  }, [editor, toasts]);
  return null;
}
