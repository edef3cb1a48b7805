import { Bookmark } from 'lucide-react';
import { useEffect, useState, type FormEvent, type RefObject } from 'react';
import type { SavedSearch } from '../../../shared/domain/searches';
import { useCommands } from '../../app/commands';
import { useAct } from '../../client';
import { Button, IconButton, Input, Popover } from '../../ui';
import styles from './search.module.css';

export interface SaveSearchProps {
  query: string;
  /** What the search was opened as. */
  saved: SavedSearch | undefined;
  onSaved: (saved: SavedSearch) => void;
  /** Where one goes on afterwards. */
  box: RefObject<HTMLInputElement | null>;
}

/** Keeps the search under a name; one that was saved gets the present words, or another name. */
export function SaveSearch({ query, saved, onSaved, box }: SaveSearchProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const words = query.trim();
  const changed = saved !== undefined && saved.query !== words;
  const onSuccess = (done: SavedSearch) => {
    setOpen(false);
    onSaved(done);
  };
  const create = useAct('searches.create', { success: ({ name: as }) => `Saved as “${as}”`, onSuccess });
  const update = useAct('searches.update', { success: ({ name: as }) => `Saved “${as}”`, onSuccess });

  useEffect(() => {
    if (open) setName(saved?.name ?? words.slice(0, 200));
    // subtle: what is typed stays while the popover is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  useCommands([
    {
      id: 'search.save',
      title: 'Save this search',
      group: 'Search',
      shortcut: 'mod+s',
      when: () => words !== '',
      run: () => setOpen(true),
    },
  ]);

  const another = () => void create.act({ name: name.trim(), query: words });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    if (saved) void update.act({ id: saved.id, name: name.trim(), query: words });
    else another();
  };
  const label = saved ? `Saved as “${saved.name}”${changed ? ', changed since' : ''}` : 'Save this search';
  return (
    <Popover
      label="Save this search"
      align="end"
      open={open}
      onOpenChange={setOpen}
      finalFocus={box}
      trigger={
        <IconButton
          label={label}
          shortcut="mod+s"
          icon={<Bookmark size={15} fill={saved && !changed ? 'currentColor' : 'none'} />}
          pressed={saved !== undefined}
          disabled={words === ''}
        />
      }
    >
      <form className={styles['save']} onSubmit={submit}>
        <Input
          label="Name of the search"
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          onFocus={(event) => event.target.select()}
        />
        <div className={styles['saveActs']}>
          {saved && (
            <Button onClick={another} disabled={name.trim() === '' || name.trim() === saved.name}>
              Save as another
            </Button>
          )}
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            {saved ? (changed ? 'Update' : 'Rename') : 'Save'}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
