import { useMemo, useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { positionStances } from '../../../shared/domain/claims';
import { useCall } from '../../client';
import { Combobox, DateInput, Dialog, FieldRow, Select, StatusMark, TextArea } from '../../ui';
import { submitOnModEnter } from '../../ui/submitOnModEnter';
import { stanceNames } from '../claims/words';
import { ActorChoice } from './ActorChoice';
import { statementFrom, wishFor, type Spoken } from './proposals';
import type { Proposals } from './useProposals';
import styles from './suggestions.module.css';

const stances = positionStances.map((value) => ({ value, label: stanceNames[value] }));
const manners = [
  { value: 'held' as const, label: 'Held: the actor said so' },
  { value: 'reported' as const, label: 'Reported: somebody else says so of the actor' },
];
const NEW = 'new';

type Edited = Required<Pick<InputOf<'suggestions.acceptQuotation'>, 'speaker' | 'position'>>;

export interface SpokenDialogProps {
  suggested: Spoken['suggested'];
  proposals: Proposals;
  /** When it was said, EDTF. */
  date: string;
  /** Begins with a new claim in the words of the text. */
  withPosition: boolean;
  onAccept: (edited: Edited) => void;
  onClose: () => void;
}

/** Words that somebody said: who, and what they say of which claim. */
export function SpokenDialog({ suggested, proposals, date: said, withPosition, onAccept, onClose }: SpokenDialogProps) {
  const { found, decisions } = proposals;
  const offered = useMemo(
    () => wishFor(suggested.speaker?.actorKey ?? null, found?.actors ?? [], decisions),
    [suggested, found, decisions],
  );
  const [speaker, setSpeaker] = useState(offered);
  const [claimId, setClaimId] = useState(withPosition ? NEW : '');
  const [statement, setStatement] = useState(() => statementFrom(suggested.text));
  const [stance, setStance] = useState(suggested.stance);
  const [manner, setManner] = useState(suggested.manner);
  const [date, setDate] = useState<string | null>(said);
  const claims = useCall('claims.list', {}).data;
  const items = useMemo(
    () => [
      { id: NEW, label: 'A new claim' },
      ...(claims ?? []).map((claim) => ({
        id: claim.id,
        label: claim.statement,
        icon: <StatusMark status={claim.status} />,
      })),
    ],
    [claims],
  );
  const hasPosition = claimId !== '';
  const isReady = !hasPosition || (speaker !== null && date !== null && (claimId !== NEW || statement.trim() !== ''));
  const accept = () =>
    onAccept({
      speaker,
      position: hasPosition
        ? {
            claim: claimId === NEW ? { is: 'new', statement: statement.trim() } : { is: 'existing', claimId },
            stance,
            manner,
            date: date ?? '',
          }
        : null,
    });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={withPosition ? 'Accept with a position' : 'Edit and accept'}
      submitLabel="Accept"
      submitDisabled={!isReady}
      onSubmit={accept}
    >
      <blockquote className={styles.quoted} dir="auto">
        {suggested.text}
      </blockquote>
      <ActorChoice
        label="Speaker"
        value={speaker}
        offered={offered}
        onChange={setSpeaker}
        autoFocus={!withPosition || offered === null}
        hint={
          hasPosition && speaker === null
            ? 'A position is somebody’s: say who speaks.'
            : suggested.speaker && suggested.speaker.actorKey === null
              ? `In the text: ${suggested.speaker.name}`
              : undefined
        }
      />
      <Combobox
        label="Claim"
        placeholder="None: only the excerpt"
        items={items}
        value={claimId}
        onChange={setClaimId}
        onCreate={(text) => {
          setStatement(text);
          setClaimId(NEW);
        }}
        createLabel={(text) => `New claim “${text}”`}
      />
      {claimId === NEW && (
        <TextArea
          label="Statement of the claim"
          hint="One proposition that can be true or false, in your words."
          rows={3}
          value={statement}
          onChange={setStatement}
          onKeyDown={submitOnModEnter}
          maxLength={2000}
          serif
          autoFocus={withPosition && offered !== null}
        />
      )}
      {hasPosition && (
        <>
          <FieldRow>
            <Select label="Position" value={stance} options={stances} onChange={setStance} />
            <DateInput label="Date" value={date ?? ''} onChange={setDate} />
          </FieldRow>
          <Select label="How it is known" value={manner} options={manners} onChange={setManner} />
        </>
      )}
    </Dialog>
  );
}
