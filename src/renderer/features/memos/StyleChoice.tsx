import { LibraryBig } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { StyleInfo } from '../../../shared/citing/types';
import { localeName } from '../../../shared/citing/locale-names';
import { useCall } from '../../client';
import { Combobox, IconButton } from '../../ui';
import { useStylesAtHand, withFirst } from '../citing/favourites';
import { StyleManager } from '../citing/StyleManager';
import { kindName } from '../citing/StylePreview';
import styles from './memos.module.css';

export interface StyleChoiceProps {
  styleId: string;
  locale: string;
  /** What styles are shown on. */
  sourceIds: () => string[];
  onStyle: (style: StyleInfo) => void;
  onLocale: (locale: string) => void;
}

/** Citation style, those the user added included, and the language of its terms. */
export function StyleChoice({ styleId, locale, sourceIds, onStyle, onLocale }: StyleChoiceProps) {
  const usual = useCall('citing.styles', {}).data;
  const current = useCall('citing.style', { id: styleId }).data;
  const locales = useCall('citing.locales', {}).data;
  const { first, used } = useStylesAtHand();
  /** The sources that styles are shown on, while the manager is open. */
  const [managing, setManaging] = useState<readonly string[] | null>(null);
  const known = useMemo(() => {
    const all = (usual ?? []).filter(({ broken }) => !broken);
    return withFirst(current && !all.some(({ id }) => id === current.id) ? [current, ...all] : all, first);
  }, [usual, current, first]);
  const styleItems = useMemo(
    () =>
      known.map((style) => ({
        id: style.id,
        label: style.title,
        note: [kindName(style).toLowerCase(), style.removed ? 'removed' : style.added && 'added']
          .filter(Boolean)
          .join(', '),
        alsoFoundBy: [style.id],
      })),
    [known],
  );
  const localeItems = useMemo(
    () =>
      (locales ?? [])
        .map((id) => ({
          id,
          label: localeName(id),
          note: localeName(id, 'en'),
          alsoFoundBy: [id, localeName(id, 'en')],
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [locales],
  );
  return (
    <>
      <Combobox
        label="Citation style"
        hideLabel
        className={styles.style}
        items={styleItems}
        value={styleId}
        onChange={(id) => {
          const style = known.find((each) => each.id === id);
          if (!style || id === styleId) return;
          used(id);
          onStyle(style);
        }}
        placeholder="Citation style"
      />
      <IconButton
        label="All citation styles"
        icon={<LibraryBig size={15} />}
        onClick={() => setManaging(sourceIds())}
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
      {managing && (
        <StyleManager
          styleId={styleId}
          locale={locale}
          sourceIds={managing}
          onUse={onStyle}
          onClose={() => setManaging(null)}
        />
      )}
    </>
  );
}
