import { useState } from 'react';
import type { SourceDetail } from '../../../shared/domain/sources';
import { archivedUrl, bracketedTitle } from '../../../shared/sources/beyond-csl';
import { fullName, responsibleNames } from '../../../shared/sources/names';
import { useAct, useCall } from '../../client';
import { bibliographyFormats, bibliographyNames } from '../../../shared/domain/exports';
import { useExportAnnotations, useExportBibliography } from '../../app/exporting';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { DateText } from '../../ui/DateText';
import { Menu, type MenuEntry } from '../../ui/Menu';
import { TagInput } from '../../ui/TagInput';
import { useToasts } from '../../ui/Toast';
import { SourceNotices } from '../duplicates/SourceNotices';
import { useSaveOriginal } from '../pages/useSaveOriginal';
import { CaptureAgain } from '../snapshots/CaptureAgain';
import { useMarksShown } from '../suggestions/useSuggestionMarks';
import { SnapshotSelect } from '../snapshots/SnapshotSelect';
import { SourceForm } from './SourceForm';
import styles from './sources.module.css';

export interface SourceHeaderProps {
  source: SourceDetail;
  snapshotId: string | undefined;
  onSnapshot: (id: string) => void;
}

/** Who wrote it, where and when; its tags, its snapshots and what can be done with it. */
export function SourceHeader({ source, snapshotId, onSnapshot }: SourceHeaderProps) {
  const { open } = useNavigation();
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  const tag = useAct('tags.set');
  const trash = useAct('sources.trash', {
    success: 'Source and its excerpts moved to the Trash',
    onSuccess: () => open({ view: 'sources' }),
  });
  const openExternal = useAct('shell.openExternal');
  const bibliography = useExportBibliography();
  const annotations = useExportAnnotations();
  const collections = useCall('collections.list', {}).data ?? [];
  const collect = useAct('collections.add', { success: 'Added to the collection' });
  const saveOriginal = useSaveOriginal();
  const [marksShown, setMarksShown] = useMarksShown();
  const url = typeof source.csl.URL === 'string' ? source.csl.URL : '';
  const copy = archivedUrl(source.csl);
  const other = bracketedTitle(source.csl);
  const names = responsibleNames(source.csl).map(fullName).join(', ');
  const makers = [...new Set([names, source.publisher])].filter(Boolean).join(' · ');
  const item = { kind: 'source' as const, id: source.id };

  const copyKey = () =>
    navigator.clipboard.writeText(`@${source.citationKey}`).then(
      () => toasts.say(`Copied @${source.citationKey}`),
      () => toasts.fail({ message: `The clipboard is not available. The citation key is @${source.citationKey}.` }),
    );

  const entries: MenuEntry[] = [
    { label: 'Mark suggestions in the text', checked: marksShown, run: () => setMarksShown(!marksShown) },
    { label: 'Copy citation key', run: () => void copyKey() },
    ...(url ? [{ label: 'Open the web page', run: () => void openExternal.act({ url }) }] : []),
    ...(copy ? [{ label: 'Open the archived copy', run: () => void openExternal.act({ url: copy }) }] : []),
    ...source.attachments.map((attachment) => ({
      label:
        source.attachments.length === 1
          ? 'Save a copy of the original…'
          : `Save a copy of ${attachment.fileName.slice(0, 60)}…`,
      run: () => void saveOriginal(attachment),
    })),
    ...bibliographyFormats.map((format) => ({
      label: `Export as ${bibliographyNames[format]}`,
      run: () => void bibliography.act({ format, sourceIds: [source.id] }),
    })),
    {
      label: 'Export its excerpts as annotations (W3C)',
      run: () => void annotations.act({ sourceId: source.id }),
    },
    ...(source.snapshots.length > 1
      ? [{ label: 'Compare its snapshots', run: () => open({ view: 'compare', id: source.id }) }]
      : []),
    ...(collections.length > 0 ? (['line', { heading: 'Add to collection' }] as const) : []),
    ...collections.map(({ id, name }) => ({
      label: name,
      checked: source.collectionIds.includes(id),
      run: () => void collect.act({ id, items: [item] }),
    })),
    'line',
    { label: 'Move to the Trash', dangerous: true, run: () => void trash.act({ id: source.id }) },
  ];
  return (
    <header>
      <h2 className={styles.title} dir="auto">
        {source.title}
        {other && <span className={styles.otherTitle}> [{other}]</span>}
      </h2>
      <p className={styles.byline} dir="auto">
        {makers && `${makers} · `}
        <DateText date={source.issued} long />
      </p>
      <div className={styles.acts}>
        <Button onClick={() => setEditing(true)}>Edit details</Button>
        <Menu entries={entries}>
          <Button>More…</Button>
        </Menu>
        <CaptureAgain source={source} />
        {snapshotId && <Button onClick={() => open({ view: 'suggestions', sourceId: source.id })}>Suggestions</Button>}
        <span className={styles.facts}>@{source.citationKey}</span>
      </div>
      {source.snapshots.length > 1 && snapshotId && (
        <div className={styles.snapshot}>
          <SnapshotSelect
            label="Snapshot"
            hideLabel
            snapshots={source.snapshots}
            value={snapshotId}
            onChange={onSnapshot}
          />
          <span className={styles.facts}>{`${source.snapshots.length} snapshots`}</span>
        </div>
      )}
      <div className={styles.tags}>
        <TagInput value={source.tags} hideLabel onChange={(names) => void tag.act({ target: item, names })} />
      </div>
      <SourceNotices source={source} />
      {editing && <SourceForm source={source} onClose={() => setEditing(false)} />}
    </header>
  );
}
