import { useCommands } from '../../app/commands';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { BesideSelection } from './BesideSelection';

/** Says that the selected words are where an excerpt stands now. */
export function PlaceToolbar({ top, left, onPlace }: { top: number; left: number; onPlace: () => void }) {
  useCommands([{ id: 'selection.place', title: 'This is the place of the excerpt', shortcut: 'e', run: onPlace }]);
  return (
    <BesideSelection top={top} left={left}>
      <Button look="primary" onClick={onPlace}>
        This is the place <Kbd shortcut="e" />
      </Button>
    </BesideSelection>
  );
}
