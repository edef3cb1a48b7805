import { FileText } from 'lucide-react';
import { NounActs } from '../../app/NounActs';
import { useNavigation } from '../../app/navigation';
import type { PaneName } from '../../app/views';
import { useAct, useCall } from '../../client';
import { displayDate } from '../../../shared/dates/display';
import type { ClaimDetail } from '../../../shared/domain/claims';
import {
  Button,
  count,
  DateText,
  EmptyState,
  InlineText,
  Page,
  PageHeader,
  Section,
  StatusMark,
  TagInput,
} from '../../ui';
import { Notes } from '../notes/Notes';
import { useAsOf } from './asOf';
import styles from './claims.module.css';
import { EvidenceSection } from './EvidenceSection';
import { PositionsSection } from './PositionsSection';
import { RelationsSection } from './RelationsSection';

export function ClaimPage({ id, pane }: { id: string; pane: PaneName }) {
  const [asOf] = useAsOf();
  const { data: claim, error } = useCall('claims.get', { id, asOf }, { keepPrevious: true });
  if (error) return <EmptyState title={error.message} />;
  if (!claim) return null;
  return (
    <Page label="Claim">
      <ClaimHeader claim={claim} asOf={asOf} pane={pane} />
      <About claim={claim} />
      <EvidenceSection claim={claim} asOf={asOf} />
      <PositionsSection claim={claim} asOf={asOf} />
      <RelationsSection claim={claim} />
      <UsedIn claim={claim} />
      <Section title="Notes">
        <Notes target={{ kind: 'claim', id }} />
      </Section>
    </Page>
  );
}

function ClaimHeader({ claim, asOf, pane }: { claim: ClaimDetail; asOf: string; pane: PaneName }) {
  const update = useAct('claims.update');
  return (
    <PageHeader
      over={
        <>
          <StatusMark status={claim.status} withLabel size={13} />
          {asOf !== '' && <span>as of {displayDate(asOf)}</span>}
          {claim.firstAppearance !== '' && (
            <span>
              First appears <DateText date={claim.firstAppearance} />
            </span>
          )}
        </>
      }
      acts={<NounActs kind="claim" id={claim.id} pane={pane} />}
      title={
        <InlineText
          label="Statement of the claim"
          value={claim.statement}
          required
          singleLine
          maxLength={2000}
          onSave={(statement) => void update.act({ id: claim.id, statement })}
        />
      }
      under={<p className={styles['meaning']}>{claim.explanation}</p>}
    />
  );
}

function UsedIn({ claim }: { claim: ClaimDetail }) {
  const { open } = useNavigation();
  if (claim.usedIn.length === 0) return null;
  return (
    <Section title="Used in" count={claim.usedIn.length}>
      <ul className={styles['uses']}>
        {claim.usedIn.map((use) => (
          <li key={use.memoId}>
            <FileText size={14} aria-hidden />
            <Button look="link" onClick={() => open({ view: 'memos', id: use.memoId })}>
              {use.memoTitle}
            </Button>
            <span className={styles['none']}>{count(use.count, 'time')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The remark explains the claim to whoever reads the page; tags gather it with others. */
function About({ claim }: { claim: ClaimDetail }) {
  const update = useAct('claims.update');
  const setTags = useAct('tags.set');
  return (
    <div className={styles['about']}>
      <InlineText
        label="Remark"
        value={claim.note}
        placeholder="Add a remark: how the claim is meant, what would settle it"
        maxLength={20_000}
        onSave={(note) => void update.act({ id: claim.id, note })}
      />
      <TagInput
        hideLabel
        value={claim.tags}
        onChange={(names) => void setTags.act({ target: { kind: 'claim', id: claim.id }, names })}
      />
    </div>
  );
}
