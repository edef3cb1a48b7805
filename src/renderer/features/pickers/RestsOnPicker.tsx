import { useMemo, useState } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { Button, Combobox } from '../../ui';
import { ExcerptPicker } from './ExcerptPicker';

export interface RestsOnPickerProps {
  /** Offered at once; the same excerpt may come twice. */
  near: readonly Excerpt[];
  /** Whose excerpts those are: "One of this claim’s excerpts". */
  placeholder: string;
  /** Searches all excerpts from the beginning. */
  searchAll?: boolean;
  value: string;
  onChange: (excerptId: string) => void;
}

/** The excerpt that something rests on: one that is near, or any that is searched for. */
export function RestsOnPicker({ near, placeholder, searchAll = false, value, onChange }: RestsOnPickerProps) {
  const [searching, setSearching] = useState(searchAll);
  const items = useMemo(() => {
    const unique = [...new Map(near.map((excerpt) => [excerpt.id, excerpt])).values()];
    return unique.map(({ id, text, shortCitation }) => ({ id, label: text, note: shortCitation }));
  }, [near]);
  // Whoever asked for the search goes on there; the button that they pressed is gone.
  if (searching)
    return <ExcerptPicker label="Rests on the excerpt" value={value} onChange={onChange} autoFocus={!searchAll} />;
  return (
    <div>
      <Combobox
        label="Rests on the excerpt"
        placeholder={placeholder}
        items={items}
        value={value}
        onChange={onChange}
      />
      <Button look="link" onClick={() => setSearching(true)}>
        Search all excerpts
      </Button>
    </div>
  );
}
