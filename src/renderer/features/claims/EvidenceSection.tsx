import { Ellipsis, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { knownBy, type Known } from '../../../shared/claims/as-of';
import { evidenceStances, type ClaimDetail, type Evidence, type EvidenceStance } from '../../../shared/domain/claims';
import { Button, cx, Dialog, IconButton, InlineText, Input, Menu, Section, Select } from '../../ui';
import { placeInSource } from '../excerpts/ExcerptCard';
import { ExcerptQuote } from '../excerpts/ExcerptQuote';
import { ExcerptPicker } from '../pickers/ExcerptPicker';
import styles from './claims.module.css';
import { OriginDialog } from './OriginDialog';
import { OriginProposals } from './OriginProposals';
import { evidenceNames } from './words';

const groupTitles: Record<EvidenceStance, string> = { supports: 'For', contradicts: 'Against', context: 'Context' };
const stanceOptions = evidenceStances.map((value) => ({ value, label: evidenceNames[value] }));

/** What speaks for the claim, against it, and around it. */
export function EvidenceSection({ claim, asOf }: { claim: ClaimDetail; asOf: string }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="Evidence"
      count={claim.evidence.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          Add evidence
        </Button>
      }
    >
      {claim.evidence.length === 0 && (
        <p className={styles['none']}>Nothing yet. Add an excerpt that speaks for or against the claim.</p>
      )}
      <OriginProposals claim={claim} />
      <div className={styles['groups']}>
        {evidenceStances.map((stance) => {
          const pieces = claim.evidence.filter((piece) => piece.stance === stance);
          if (pieces.length === 0) return null;
          return (
            <section key={stance} aria-label={groupTitles[stance]}>
              <h4 className={styles['groupTitle']}>
                {groupTitles[stance]} · {pieces.length}
              </h4>
              <ul className={styles['pieces']}>
                {pieces.map((piece) => (
                  <Piece key={piece.id} piece={piece} known={knownBy(piece.date, asOf)} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {adding && <AddEvidence claim={claim} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Piece({ piece, known }: { piece: Evidence; known: Known }) {
  const [originating, setOriginating] = useState(false);
  const { open, openBeside } = useNavigation();
  const update = useAct('claims.updateEvidence');
  const remove = useAct('claims.removeEvidence', { success: 'Evidence removed' });
  return (
    <li className={cx(styles['piece'], known === 'no' && styles['later'])}>
      <ExcerptQuote excerpt={piece.excerpt} onOpenSource={() => open(placeInSource(piece.excerpt))} />
      <div className={styles['reason']}>
        <InlineText
          label="Why it bears on the claim"
          value={piece.reason}
          placeholder="Why it bears on the claim"
          maxLength={2000}
          onSave={(reason) => void update.act({ id: piece.id, reason })}
        />
        <PieceFacts piece={piece} known={known} onOrigin={() => setOriginating(true)} />
      </div>
      <div className={styles['more']}>
        <Menu
          align="end"
          entries={[
            ...evidenceStances.map((stance) => ({
              label: evidenceNames[stance],
              checked: piece.stance === stance,
              run: () => void update.act({ id: piece.id, stance }),
            })),
            'line',
            { label: 'Show in source', run: () => open(placeInSource(piece.excerpt)) },
            { label: 'Show in source, beside', run: () => openBeside(placeInSource(piece.excerpt)) },
            { label: 'Open the excerpt', run: () => open({ view: 'excerpts', id: piece.excerptId }) },
            'line',
            { label: 'Origin…', run: () => setOriginating(true) },
            { label: 'Remove from the claim', dangerous: true, run: () => void remove.act({ id: piece.id }) },
          ]}
        >
          <IconButton small label="Change this evidence" icon={<Ellipsis size={15} />} />
        </Menu>
      </div>
      {originating && <OriginDialog piece={piece} onClose={() => setOriginating(false)} />}
    </li>
  );
}

/** What else is to be known of a piece of evidence: what it counts as one with, and whether it was there yet. */
function PieceFacts({ piece, known, onOrigin }: { piece: Evidence; known: Known; onOrigin: () => void }) {
  const facts = [
    piece.origin && (
      <Button key="origin" look="link" onClick={onOrigin}>
        Origin: {piece.origin.name}
      </Button>
    ),
    !piece.origin && piece.attribution !== '' && (
      <Button key="attribution" look="link" onClick={onOrigin}>
        Names its source: {piece.attribution}
      </Button>
    ),
    known !== 'yes' && <span key="known">{known === 'no' ? 'Later, not counted' : 'Perhaps later'}</span>,
  ].filter(Boolean);
  return facts.length > 0 ? <div className={styles['pieceFacts']}>{facts}</div> : null;
}

function AddEvidence({ claim, onClose }: { claim: ClaimDetail; onClose: () => void }) {
  const [excerptId, setExcerptId] = useState('');
  const [stance, setStance] = useState<EvidenceStance>('supports');
  const [reason, setReason] = useState('');
  const present = useMemo(() => claim.evidence.map((piece) => piece.excerptId), [claim.evidence]);
  const add = useAct('claims.addEvidence', { onSuccess: onClose });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Add evidence"
      submitLabel="Add evidence"
      submitDisabled={excerptId === '' || add.pending}
      onSubmit={() => void add.act({ claimId: claim.id, excerptId, stance, reason })}
    >
      <ExcerptPicker value={excerptId} onChange={setExcerptId} without={present} autoFocus />
      <Select label="This excerpt" value={stance} options={stanceOptions} onChange={setStance} />
      <Input
        label="Why (optional)"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        placeholder="In your words: how it bears on the claim"
      />
    </Dialog>
  );
}
