import { useState } from 'react';
import { defaultLocale, defaultStyleId } from '../../../shared/citing/defaults';
import { useCall } from '../../client';
import { Button, Section } from '../../ui';
import { StyleManager } from '../citing/StyleManager';
import styles from './settings.module.css';

/** The way to all citation styles; what the library holds of its own is named here. */
export function CitationStyles() {
  const added = (useCall('citing.styles', {}).data ?? []).filter((style) => style.added);
  const [managing, setManaging] = useState(false);
  return (
    <Section title="Citation styles" acts={<Button onClick={() => setManaging(true)}>All citation styles</Button>}>
      <p className={styles['quiet']}>
        {added.length === 0
          ? 'Memos can be cited in some 2,700 styles, and in any .csl file that you add.'
          : `Added to this library: ${added.map(({ title }) => title).join('; ')}.`}
      </p>
      {managing && <StyleManager styleId={defaultStyleId} locale={defaultLocale} onClose={() => setManaging(false)} />}
    </Section>
  );
}
