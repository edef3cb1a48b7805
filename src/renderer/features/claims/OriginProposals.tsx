import { useAct, useCall } from '../../client';
import type { ClaimDetail, OriginProposal } from '../../../shared/domain/claims';
import { Button } from '../../ui';
import styles from './claims.module.css';

/** Asks whether sources of this claim's evidence that have nearly the same text are one: proposed, never decided. */
export function OriginProposals({ claim }: { claim: ClaimDetail }) {
  const sourceIds = new Set(claim.evidence.map(({ excerpt }) => excerpt.sourceId));
  const proposals = useCall('origins.proposals', {}, { enabled: sourceIds.size > 1 }).data ?? [];
  const here = proposals.filter(({ sources }) => sources.every(({ id }) => sourceIds.has(id)));
  return here.map((proposal) => <Proposal key={proposal.sources.map(({ id }) => id).join(' ')} proposal={proposal} />);
}

function Proposal({ proposal }: { proposal: OriginProposal }) {
  const [first, second] = proposal.sources;
  const create = useAct('origins.create', { success: 'Counted as one origin' });
  const update = useAct('origins.update', { success: 'Counted as one origin' });
  const refuse = useAct('origins.refuse', { success: 'Counted as independent' });
  const origins = useCall('origins.list', {}).data;
  const joined = origins?.find(({ id }) => id === proposal.origin?.id);

  const accept = () => {
    const sourceIds = [first.id, second.id];
    if (!joined) {
      void create.act({ name: first.title.slice(0, 300) || first.shortCitation, kind: 'same-text', sourceIds });
      return;
    }
    const all = [...new Set([...joined.sources.map(({ id }) => id), ...sourceIds])];
    void update.act({ id: joined.id, name: joined.name, kind: joined.kind, note: joined.note, sourceIds: all });
  };
  return (
    <div className={styles['proposal']} role="note">
      <p>
        <b>{first.shortCitation}</b> and <b>{second.shortCitation}</b> have nearly the same text (
        {Math.round(proposal.likeness * 100)} % alike). Do both have it from one origin? Then they count once.
      </p>
      <div className={styles['proposalActs']}>
        <Button look="secondary" disabled={create.pending || update.pending} onClick={accept}>
          Count as one
        </Button>
        <Button disabled={refuse.pending} onClick={() => void refuse.act({ sourceId: first.id, otherId: second.id })}>
          They are independent
        </Button>
      </div>
    </div>
  );
}
