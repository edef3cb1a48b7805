import type { ReactNode } from 'react';
import type { NounKind } from '../../shared/domain/common';
import { useAct } from '../client';
import { List } from '../ui';
import { setDragged } from './dragging';
import { useNavigation } from './navigation';
import { nouns } from './nouns';
import { placeOf } from './places';

export interface NounListProps<T> {
  kind: Exclude<NounKind, 'source' | 'excerpt'>;
  items: readonly T[];
  /** What a row is called: for typing to it, for screen readers, and as the text of a drag. */
  textOf: (item: T) => string;
  renderRow: (item: T) => ReactNode;
  /** First guess of a row's height in px. */
  rowHeight: number;
  selectedId: string | undefined;
  empty: ReactNode;
}

/** A noun's list: choosing, opening beside, dragging onto collections and moving to the Trash, the same for every noun. */
export function NounList<T extends { id: string }>({ kind, textOf, selectedId, ...list }: NounListProps<T>) {
  const { replace, openBeside } = useNavigation();
  const { one, many, trash: trashMethod } = nouns[kind];
  const trash = useAct(trashMethod, { success: `${one} moved to the Trash` });
  const beside = ({ id }: T) => openBeside(placeOf(kind, id));
  const toTrash = (items: readonly T[]) => items.forEach(({ id }) => void trash.act({ id }));
  return (
    <List
      {...list}
      label={many}
      keyOf={({ id }) => id}
      textOf={textOf}
      selected={selectedId ? [selectedId] : []}
      onSelect={([id]) => id && replace(placeOf(kind, id))}
      onOpen={(item, isBeside) => isBeside && beside(item)}
      onDelete={toTrash}
      menuFor={(items) =>
        items[0]
          ? [
              { label: 'Open beside', shortcut: 'mod+enter', run: () => items[0] && beside(items[0]) },
              'line',
              { label: 'Move to the Trash', shortcut: 'delete', dangerous: true, run: () => toTrash(items) },
            ]
          : []
      }
      onDragStart={(event, items) =>
        setDragged(
          event.dataTransfer,
          items.map(({ id }) => ({ kind, id })),
          items.map(textOf).join('\n'),
        )
      }
    />
  );
}
