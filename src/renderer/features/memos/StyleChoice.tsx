import { useMemo } from 'react';
import { useCall } from '../../client';
import { Combobox } from '../../ui';
import styles from './memos.module.css';

export interface StyleChoiceProps {
  styleId: string;
  locale: string;
  onStyle: (styleId: string) => void;
  onLocale: (locale: string) => void;
}

/** Citation style, those the user added included, and the language of its terms. */
export function StyleChoice({ styleId, locale, onStyle, onLocale }: StyleChoiceProps) {
  const known = useCall('citing.styles', {}).data;
  const locales = useCall('citing.locales', {}).data;
  const styleItems = useMemo(
    () =>
      (known ?? []).map(({ id, title, noteStyle, added }) => ({
        id,
        label: title,
        note: [noteStyle ? 'notes' : '', added ? 'added' : ''].filter(Boolean).join(', '),
        alsoFoundBy: [id],
      })),
    [known],
  );
  const localeItems = useMemo(() => {
    const names = new Intl.DisplayNames(undefined, { type: 'language' });
    return (locales ?? []).map((id) => ({ id, label: nameOf(names, id), note: id, alsoFoundBy: [id] }));
  }, [locales]);
  return (
    <>
      <Combobox
        label="Citation style"
        hideLabel
        className={styles.style}
        items={styleItems}
        value={styleId}
        onChange={(id) => id && onStyle(id)}
        placeholder="Citation style"
      />
      <Combobox
        label="Language of citations"
        hideLabel
        className={styles.locale}
        items={localeItems}
        value={locale}
        onChange={(id) => id && onLocale(id)}
        placeholder="Language"
      />
    </>
  );
}

function nameOf(names: Intl.DisplayNames, locale: string): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}
