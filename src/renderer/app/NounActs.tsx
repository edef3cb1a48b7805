import { PanelRight, Pencil, Trash2 } from 'lucide-react';
import type { NounKind } from '../../shared/domain/common';
import { useAct } from '../client';
import { Button, IconButton } from '../ui';
import { useNavigation } from './navigation';
import { nouns } from './nouns';
import { placeOf } from './places';
import type { PaneName } from './views';

export interface NounActsProps {
  kind: Exclude<NounKind, 'source' | 'excerpt'>;
  id: string;
  pane: PaneName;
  /** Left out where everything is edited in place. */
  onEdit?: () => void;
}

/** What can be done with a noun from the head of its page. */
export function NounActs({ kind, id, pane, onEdit }: NounActsProps) {
  const { openBeside } = useNavigation();
  const trash = useAct(nouns[kind].trash, { success: `${nouns[kind].one} moved to the Trash` });
  return (
    <>
      {onEdit && (
        <Button icon={<Pencil size={14} aria-hidden />} onClick={onEdit}>
          Edit
        </Button>
      )}
      {pane === 'main' && (
        <IconButton label="Open beside" icon={<PanelRight size={15} />} onClick={() => openBeside(placeOf(kind, id))} />
      )}
      <IconButton label="Move to the Trash" icon={<Trash2 size={15} />} onClick={() => void trash.act({ id })} />
    </>
  );
}
