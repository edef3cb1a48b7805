import { useState } from 'react';
import { readKeyPattern } from '../../../shared/sources/key-pattern';
import { useAct, useCall } from '../../client';
import { Button, Input, Section } from '../../ui';
import { count } from '../../ui/count';
import styles from './settings.module.css';

/** So many are shown of what would change. */
const SHOWN = 8;

/** The pattern of citation keys, with what it would make of the sources that are there. Keys change only by the button for it. */
export function CitationKeys() {
  const [typed, setTyped] = useState<string | null>(null);
  const saved = useCall('citationKeys.preview', {}).data;
  const pattern = typed ?? saved?.pattern ?? '';
  const read = readKeyPattern(pattern);
  const problem = pattern === '' || read.ok ? undefined : read.reason;
  const isNew = saved !== undefined && pattern !== saved.pattern;
  const other = useCall('citationKeys.preview', { pattern }, { enabled: isNew && read.ok }).data;
  const preview = isNew ? other : saved;
  const save = useAct('citationKeys.setPattern', {
    success: 'New sources get their keys by this pattern',
    onSuccess: () => setTyped(null),
  });
  const remake = useAct('citationKeys.remake', { success: ({ changed }) => `${count(changed, 'key')} made anew` });
  if (saved === undefined) return null;
  const staying = preview && [
    preview.pinned > 0 && `${preview.pinned} pinned`,
    preview.cited > 0 && `${preview.cited} cited in a memo`,
    preview.kept > 0 && `${preview.kept} as the pattern has them`,
  ];
  return (
    <Section title="Citation keys">
      <div className={styles['keyPattern']}>
        <Input
          label="Pattern"
          error={problem}
          hint="Fields: [auth] [authors] [year] [title] [site] [publisher] [type] [number]. A number says how much: [title:2], [auth:3], [year:2]; and upper or capital in which letters: [auth:capital]."
          value={pattern}
          onChange={setTyped}
        />
        <div className={styles['buttons']}>
          <Button disabled={!isNew || !read.ok || save.pending} onClick={() => void save.act({ pattern })}>
            Use this pattern
          </Button>
          <Button
            disabled={isNew || saved.proposals.length === 0 || remake.pending}
            onClick={() => void remake.act({})}
          >
            {saved.proposals.length === 0 || isNew
              ? 'Make keys anew'
              : `Make ${count(saved.proposals.length, 'key')} anew`}
          </Button>
        </div>
      </div>
      {preview && (
        <>
          <p className={styles['quiet']} role="status">
            {preview.proposals.length === 0
              ? 'No key would change'
              : `${count(preview.proposals.length, 'key')} would change if made anew`}
            .{staying?.some(Boolean) && ` As they are stay ${staying.filter(Boolean).join(', ')}.`}
          </p>
          <ul className={styles['proposals']}>
            {preview.proposals.slice(0, SHOWN).map(({ sourceId, title, from, to }) => (
              <li key={sourceId}>
                <span dir="auto">{title}</span>
                <span className={styles['keyChange']}>
                  @{from} → <span>@{to}</span>
                </span>
              </li>
            ))}
          </ul>
          {preview.proposals.length > SHOWN && (
            <p className={styles['quiet']}>and {count(preview.proposals.length - SHOWN, 'more', 'more')}</p>
          )}
        </>
      )}
    </Section>
  );
}
