import type { PassageInContext, SettlingCandidate } from '../../../shared/domain/anchors';
import { shortLocator } from '../../../shared/excerpts/locator';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { DifferenceText } from '../snapshots/DifferenceText';
import { Passage } from './Passage';
import styles from './anchors.module.css';

export interface CandidatesProps {
  candidates: readonly SettlingCandidate[];
  /** The passage as it was excerpted. */
  old: PassageInContext;
  /** The first of them is probably the place. */
  isLikely: boolean;
  onChoose: (index: number) => void;
}

/** The places that may be meant, best first: each in its surroundings, with what differs from the excerpt's words. */
export function Candidates({ candidates, old, isLikely, onChoose }: CandidatesProps) {
  if (candidates.length === 0) return null;
  return (
    <ol className={styles.candidates}>
      {candidates.map((candidate, index) => (
        <li key={candidate.start} className={styles.candidate} aria-label={`Place ${index + 1}`}>
          <div className={styles.candidateHead}>
            <span className={styles.likeness}>
              {[shortLocator(candidate.locator), likeness(candidate)].filter(Boolean).join(' · ')}
            </span>
            <Button look={isLikely && index === 0 ? 'primary' : 'secondary'} onClick={() => onChoose(index)}>
              This is the place <Kbd shortcut={String(index + 1)} />
            </Button>
          </div>
          <Passage passage={candidate.passage} comparedWith={old}>
            <DifferenceText parts={candidate.differences} />
          </Passage>
        </li>
      ))}
    </ol>
  );
}

/** How much of the words and of what stood around them is there. */
function likeness({ words, context }: SettlingCandidate): string {
  const percent = (share: number) => `${Math.floor(share * 100)} %`;
  return `${words === 1 ? 'the same words' : `${percent(words)} of the words`}, ${percent(context)} of what stood around them`;
}
