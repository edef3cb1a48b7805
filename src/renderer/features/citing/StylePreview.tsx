import { useMemo } from 'react';
import { itemCiting } from '../../../shared/memo/citation-item';
import type { CitationCluster, StyleInfo, StyleKind } from '../../../shared/citing/types';
import { useCall } from '../../client';
import { Runs } from '../../editor/Runs';
import styles from './citing.module.css';

const kindNames: Record<StyleKind, string> = {
  note: 'Notes',
  'author-date': 'Author and date',
  numeric: 'Numbers',
  label: 'Labels',
};

/** How a style cites, in a word or two. */
export function kindName({ kind, broken }: StyleInfo): string {
  return broken ? 'Cannot be read' : kindNames[kind];
}

/** What a style makes of a few sources: cited first, at once again, after another, and all of them in the bibliography. */
function previewClusters(sourceIds: readonly string[], noteStyle: boolean): CitationCluster[] {
  const [a, b, ...rest] = sourceIds;
  if (a === undefined) return [];
  const cited: [id: string, locator: string][] = [
    [a, '12'],
    [a, '12'],
  ];
  if (b !== undefined) cited.push([b, ''], [a, '34']);
  const clusters = cited.map(([sourceId, locator]) => [itemCiting(sourceId, { locator })]);
  if (rest.length > 0) clusters.push(rest.map((sourceId) => itemCiting(sourceId)));
  return clusters.map((items, index) => ({ id: `p${index}`, items, note: noteStyle ? index + 1 : 0 }));
}

const names = ['First', 'Again at once', 'Another', 'Later', 'Together'];

/** A style shown on one's own sources. */
export function StylePreview({
  style,
  locale,
  sourceIds,
}: {
  style: StyleInfo;
  locale: string;
  sourceIds: readonly string[];
}) {
  const clusters = useMemo(() => previewClusters(sourceIds, style.noteStyle), [sourceIds, style.noteStyle]);
  const { data, error } = useCall(
    'citing.render',
    { styleId: style.id, locale, clusters },
    { enabled: clusters.length > 0, keepPrevious: true },
  );
  if (error) return <p role="alert">{error.message}</p>;
  if (clusters.length === 0) return <p className={styles.quiet}>Bring in a source to see the style at work on it.</p>;
  if (!data) return null;
  return (
    <div className={styles.preview} aria-label={`Preview of ${style.title}`} role="region">
      <dl className={styles.examples}>
        {data.citations.map(({ id, runs }, index) => (
          <div key={id}>
            <dt>{sourceIds.length > 1 ? names[index] : names[Math.min(index, 1)]}</dt>
            <dd dir="auto">
              <Runs runs={runs} />
            </dd>
          </div>
        ))}
      </dl>
      {data.bibliography.length > 0 ? (
        <div className={styles.entries}>
          {data.bibliography.map((entry) => (
            <p key={entry.sourceId} dir="auto" className={data.hangingIndent ? styles.hanging : undefined}>
              <Runs runs={entry.runs} />
            </p>
          ))}
        </div>
      ) : (
        <p className={styles.quiet}>This style has no bibliography.</p>
      )}
    </div>
  );
}
