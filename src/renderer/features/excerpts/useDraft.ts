import { useEffect, useRef, useState } from 'react';
import { DraftText } from './DraftText';

export interface Draft {
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
}

/**
 * A text that is written while typing and saved when it is left: by leaving the field, by its going away (another excerpt
 * or source is opened), or by closing the window. `save` gives undefined where saving failed.
 */
export function useDraft(saved: string, save: (text: string) => Promise<unknown>): Draft {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const [draft] = useState(() => new DraftText(saved));
  const [value, setValue] = useState(saved);
  useEffect(() => {
    draft.arrived(saved);
    setValue(draft.text);
  }, [draft, saved]);
  useEffect(() => {
    const leave = () => draft.leave(latest.current);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [draft]);
  return {
    value,
    onChange: (text) => {
      draft.write(text);
      setValue(text);
    },
    onBlur: () => draft.leave(save),
  };
}
