import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { roleThenInWords } from '../../../shared/actors/roles';
import type { Evidence, Position } from '../../../shared/domain/claims';
import type { Matrix, MatrixAcross } from '../../../shared/domain/matrix';
import { useNavigation } from '../../app/navigation';
import { useCall } from '../../client';
import { Button, DateText, IconButton, StatusMark } from '../../ui';
import { useAsOf } from '../claims/asOf';
import { PositionMark } from '../claims/PositionMark';
import { evidenceNames } from '../claims/words';
import { placeInSource } from '../excerpts/ExcerptCard';
import { ExcerptQuote } from '../excerpts/ExcerptQuote';
import styles from './matrix.module.css';

export interface CellDetailProps {
  place: { claimId: string; columnId: string };
  cell: Matrix['cells'][number] | undefined;
  across: MatrixAcross;
  onClose: () => void;
}

/** What a cell rests on: every position of the actor on the claim, or every excerpt of the source about it. */
export function CellDetail({ place, cell, across, onClose }: CellDetailProps) {
  const [asOf] = useAsOf();
  const { open } = useNavigation();
  const { data: claim } = useCall('claims.get', { id: place.claimId, asOf });
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  if (!claim) return <aside ref={box} className={styles['detail']} tabIndex={-1} aria-label="What it rests on" />;
  const positions = claim.positionList.filter(({ actorId }) => across === 'actors' && actorId === place.columnId);
  const evidence = claim.evidence.filter(({ excerpt }) => across === 'sources' && excerpt.sourceId === place.columnId);
  return (
    <aside
      ref={box}
      className={styles['detail']}
      tabIndex={-1}
      aria-label="What it rests on"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['detailHead']}>
        <StatusMark status={claim.status} withLabel />
        <IconButton small label="Close" shortcut="escape" icon={<X size={15} />} onClick={onClose} />
      </header>
      <h2 className={styles['detailTitle']} dir="auto">
        <Button look="link" onClick={() => open({ view: 'claims', id: claim.id })}>
          {claim.statement}
        </Button>
      </h2>
      {positions.map((position) => (
        <OnePosition key={position.id} position={position} />
      ))}
      {evidence.map((piece) => (
        <OnePiece key={piece.id} piece={piece} />
      ))}
      {cell === undefined && positions.length + evidence.length === 0 && (
        <p className={styles['none']}>
          {across === 'actors' ? 'This actor is not on record about it.' : 'No excerpt of this source bears on it.'}
        </p>
      )}
    </aside>
  );
}

function OnePosition({ position }: { position: Position }) {
  const { open } = useNavigation();
  return (
    <section className={styles['rest']} aria-label={`Position of ${position.actorName}`}>
      <div className={styles['restHead']}>
        <Button look="link" onClick={() => open({ view: 'actors', id: position.actorId })}>
          {position.actorName}
        </Button>
        <DateText date={position.date} />
      </div>
      <PositionMark stance={position.stance} manner={position.manner} />
      {position.roleThen.length > 0 && <p className={styles['none']}>{roleThenInWords(position.roleThen)}</p>}
      {position.note && <p className={styles['none']}>{position.note}</p>}
      {position.excerpt ? (
        <ExcerptQuote excerpt={position.excerpt} onOpenSource={() => open(placeInSource(position.excerpt!))} />
      ) : (
        <p className={styles['none']}>It rests on no excerpt.</p>
      )}
    </section>
  );
}

function OnePiece({ piece }: { piece: Evidence }) {
  const { open } = useNavigation();
  return (
    <section className={styles['rest']} aria-label={evidenceNames[piece.stance]}>
      <div className={styles['restHead']}>
        <span>{evidenceNames[piece.stance]}</span>
        {piece.origin && <span className={styles['none']}>Origin: {piece.origin.name}</span>}
      </div>
      <ExcerptQuote excerpt={piece.excerpt} onOpenSource={() => open(placeInSource(piece.excerpt))} />
      {piece.reason && <p className={styles['none']}>{piece.reason}</p>}
    </section>
  );
}
