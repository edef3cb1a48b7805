import { tagColours, type TagColour } from '../../../shared/domain/common';
import { ColourDot } from '../../ui/Chip';
import { Tooltip } from '../../ui/Tooltip';
import styles from './excerpts.module.css';

const colourNames: Record<TagColour, string> = {
  none: 'No colour',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
};

export interface ColourPickerProps {
  value: TagColour | null;
  onChange: (colour: TagColour) => void;
  /** Shows the digit that does the same. */
  withDigits?: boolean;
}

/** Nine colours in a row, none first; arrow keys move between them. */
export function ColourPicker({ value, onChange, withDigits = false }: ColourPickerProps) {
  const move = (from: TagColour, step: number) => {
    const index = (tagColours.indexOf(from) + step + tagColours.length) % tagColours.length;
    onChange(tagColours[index] ?? 'none');
  };
  return (
    <div className={styles.swatches} role="radiogroup" aria-label="Colour">
      {tagColours.map((colour, index) => (
        <Tooltip key={colour} text={colourNames[colour]} shortcut={withDigits && index > 0 ? String(index) : undefined}>
          <button
            type="button"
            role="radio"
            aria-checked={colour === value}
            aria-label={colourNames[colour]}
            tabIndex={colour === (value ?? 'none') ? 0 : -1}
            className={styles.swatch}
            onClick={() => onChange(colour)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(colour, 1);
              if (event.key === 'ArrowLeft') move(colour, -1);
            }}
          >
            <ColourDot colour={colour} />
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
