import { useEffect } from 'react';
import type { AnchorChoice, Settling } from '../../../shared/domain/anchors';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import type { DetailProps } from '../../app/views';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { Page, PageHeader, Section } from '../../ui/Page';
import { shortLocator } from '../../../shared/excerpts/locator';
import { capturedOn } from '../snapshots/captured';
import { Candidates } from './Candidates';
import { Passage } from './Passage';
import { settleListId } from './SettleList';
import { StandingMark } from './StandingMark';
import { useSettle } from './useSettle';
import { useToSettle } from './useToSettle';
import styles from './anchors.module.css';

const headlines = {
  exact: ['Its words stand where they stood', 'Nothing has to be decided.'],
  moved: ['Its words stand at another place', 'Nothing has to be decided.'],
  changed: ['Its words have changed', 'Say whether this is still the passage you excerpted.'],
  ambiguous: ['It could stand in several places', 'Say which of them is meant; nothing in the text tells them apart.'],
  lost: ['It is not in the newest text', 'Keep it as it was, say that it is gone, or show where it stands now.'],
} as const;

/** One excerpt to decide about: what it was, and where it may be. */
export function SettlePage({ place, pane }: DetailProps<'settle'>) {
  const { id } = place;
  const settling = useCall('anchors.get', { excerptId: id ?? '' }, { enabled: id !== undefined, keepPrevious: true });
  if (id === undefined) return null;
  if (settling.error) return <EmptyState title={settling.error.message} />;
  if (!settling.data) return null;
  return <Decide settling={settling.data} place={place} isWorkedIn={pane === 'main'} />;
}

interface DecideProps {
  settling: Settling;
  place: DetailProps<'settle'>['place'];
  isWorkedIn: boolean;
}

function Decide({ settling, place, isWorkedIn }: DecideProps) {
  const { open, replace } = useNavigation();
  const { excerpt, standing, old, capturedAt, candidates } = settling;
  const { items } = useToSettle(place.sourceId);
  const { act } = useSettle(({ id }) => replace({ ...place, id }));
  // The answer before stays in sight until the next one is there; nothing is decided about it.
  const isHere = excerpt.id === place.id;

  const settle = async (choice: AnchorChoice) => {
    if (!isHere) return;
    const at = items.findIndex(({ id }) => id === excerpt.id);
    const next = items[at + 1] ?? items[at - 1];
    if (!(await act({ excerptId: excerpt.id, snapshotId: standing.snapshotId, choice }))) return;
    if (at >= 0 && next) replace({ ...place, id: next.id });
  };
  const choose = (index: number) => {
    const candidate = candidates[index];
    if (candidate) void settle({ decision: 'place', start: candidate.start, end: candidate.end });
  };
  const findIt = () => open({ view: 'sources', id: excerpt.sourceId, settling: excerpt.id });

  useCommands(
    isWorkedIn
      ? [
          ...candidates.map((_, index) => ({
            id: `settle.place.${index + 1}`,
            title: candidates.length > 1 ? `This is the place: ${index + 1}` : 'This is the place',
            group: 'Settle',
            shortcut: String(index + 1),
            run: () => choose(index),
          })),
          {
            id: 'settle.keep',
            title: 'Keep the old one',
            group: 'Settle',
            shortcut: 'k',
            run: () => void settle({ decision: 'keep' }),
          },
          {
            id: 'settle.gone',
            title: 'This is gone',
            group: 'Settle',
            shortcut: 'g',
            run: () => void settle({ decision: 'gone' }),
          },
          { id: 'settle.find', title: 'Choose it in the text', group: 'Settle', shortcut: 't', run: findIt },
        ]
      : [],
  );

  // A button that was pressed is gone with its excerpt; the arrows go on in the list.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) document.getElementById(settleListId)?.focus();
  }, [excerpt.id]);

  const [headline, explanation] = headlines[standing.verdict];
  return (
    <Page label="Excerpt to settle">
      <PageHeader
        over={
          <Button look="link" onClick={() => open({ view: 'sources', id: excerpt.sourceId })}>
            {excerpt.sourceTitle}
          </Button>
        }
        title={headline}
        under={
          standing.decision === null ? (
            explanation
          ) : (
            <span className={styles.decided} role="status">
              You have decided: <StandingMark standing={standing} /> You can decide anew.
            </span>
          )
        }
      />
      <Section
        title="As you excerpted it"
        acts={<Captured at={old.capturedAt} place={shortLocator(excerpt.locator)} />}
      >
        <Passage passage={old} />
      </Section>
      <Section title="In the newest snapshot" acts={<Captured at={capturedAt} place="" />}>
        {standing.verdict === 'lost' && (
          <p className={styles.quiet}>
            {candidates.length === 0
              ? 'Nothing in it is like these words.'
              : 'Nothing in it is convincing. What comes nearest:'}
          </p>
        )}
        <Candidates candidates={candidates} old={old} isLikely={standing.verdict === 'changed'} onChoose={choose} />
      </Section>
      <div className={styles.choices} role="group" aria-label="Decide otherwise">
        <Choice label="Keep the old one" shortcut="k" onClick={() => void settle({ decision: 'keep' })}>
          The snapshot it was made in is what counts.
        </Choice>
        <Choice label="This is gone" shortcut="g" onClick={() => void settle({ decision: 'gone' })}>
          The source no longer says it.
        </Choice>
        <Choice label="Choose it in the text" shortcut="t" onClick={findIt}>
          Select the passage in the newest snapshot yourself.
        </Choice>
      </div>
      <p className={styles.quiet}>Whatever you decide, the excerpt keeps its words and its own snapshot.</p>
    </Page>
  );
}

function Captured({ at, place }: { at: string; place: string }) {
  return <span className={styles.captured}>{[place, `captured ${capturedOn(at)}`].filter(Boolean).join(' · ')}</span>;
}

interface ChoiceProps {
  label: string;
  shortcut: string;
  onClick: () => void;
  children: string;
}

function Choice({ label, shortcut, onClick, children }: ChoiceProps) {
  return (
    <>
      <Button look="secondary" className={styles.choice} onClick={onClick}>
        {label} <Kbd shortcut={shortcut} />
      </Button>
      <span className={styles.hint}>{children}</span>
    </>
  );
}
