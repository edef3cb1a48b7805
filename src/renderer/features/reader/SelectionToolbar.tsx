import type { TagColour } from '../../../shared/domain/common';
import { tagColours } from '../../../shared/domain/common';
import { useCommands } from '../../app/commands';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { ColourPicker } from '../excerpts/ColourPicker';
import { BesideSelection } from './BesideSelection';

export interface ExcerptWish {
  colour: TagColour;
  /** Goes on with the note. */
  note?: boolean;
  /** Puts it into the memo beside as well. */
  quote?: boolean;
}

export interface SelectionToolbarProps {
  /** Place inside the page, px. */
  top: number;
  left: number;
  onExcerpt: (wish: ExcerptWish) => void;
  /** False where no memo stands beside. */
  canQuote: boolean;
}

/** What can be done with the selected words; shown beside them, and by single keys while they are selected. */
export function SelectionToolbar({ top, left, onExcerpt, canQuote }: SelectionToolbarProps) {
  useCommands([
    {
      id: 'selection.excerpt',
      title: 'Excerpt the selection',
      shortcut: 'e',
      run: () => onExcerpt({ colour: 'none' }),
    },
    {
      id: 'selection.note',
      title: 'Excerpt the selection with a note',
      shortcut: 'n',
      run: () => onExcerpt({ colour: 'none', note: true }),
    },
    {
      id: 'selection.quote',
      title: 'Quote the selection in the memo',
      shortcut: 'q',
      when: () => canQuote,
      run: () => onExcerpt({ colour: 'none', quote: true }),
    },
    ...tagColours.slice(1).map((colour, index) => ({
      id: `selection.${colour}`,
      title: `Excerpt in ${colour}`,
      shortcut: String(index + 1),
      hidden: true,
      run: () => onExcerpt({ colour }),
    })),
  ]);
  return (
    <BesideSelection top={top} left={left}>
      <Button look="primary" onClick={() => onExcerpt({ colour: 'none' })}>
        Excerpt <Kbd shortcut="e" />
      </Button>
      <ColourPicker value={null} onChange={(colour) => onExcerpt({ colour })} withDigits />
      <Button onClick={() => onExcerpt({ colour: 'none', note: true })}>
        With note <Kbd shortcut="n" />
      </Button>
      {canQuote && (
        <Button onClick={() => onExcerpt({ colour: 'none', quote: true })}>
          Quote in memo <Kbd shortcut="q" />
        </Button>
      )}
    </BesideSelection>
  );
}
