import { useTypographyChoice } from '../../editor/typography/Typography';
import { Checkbox, Section } from '../../ui';
import styles from './settings.module.css';

/** How words are set as they are written. */
export function Writing() {
  const [on, set] = useTypographyChoice();
  return (
    <Section title="Writing">
      <Checkbox label="Set quotation marks, dashes and spaces as I type" checked={on} onChange={set} />
      <p className={styles['quiet']}>
        In the way of the memo’s language: “ ”, „ “ or « », – for two hyphens, … for three dots, and no line break in
        “10 km” or “p. 12”. Backspace right after gives back what you typed.
      </p>
    </Section>
  );
}
