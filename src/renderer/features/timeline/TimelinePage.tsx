import { Maximize, Minus, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import * as v from 'valibot';
import { displayDate } from '../../../shared/dates/display';
import type { Timeline, TimelineEvent } from '../../../shared/domain/timeline';
import { groupings, itemsOf, lanesOf, type Grouping, type TimelineItem } from '../../../shared/timeline/lanes';
import { useNavigation } from '../../app/navigation';
import { useChoice } from '../../app/preferences';
import { useCall } from '../../client';
import { Button, Checkbox, count, EmptyState, IconButton, looks, Overview, Select, type Look } from '../../ui';
import { DatesConflict } from '../events/DatesConflict';
import { GoToDate } from './GoToDate';
import { SideList } from './SideList';
import { TimelinePicture, type PictureControl } from './TimelinePicture';
import { TimelineTable } from './TimelineTable';
import styles from './timeline.module.css';

const groupingNames: Record<Grouping, string> = {
  none: 'One lane',
  actors: 'A lane for each actor',
  tags: 'A lane for each tag',
  collections: 'A lane for each collection',
};
const groupingOptions = groupings.map((value) => ({ value, label: groupingNames[value] }));

/** Everything that has a date, drawn as exactly as the date is. */
export function TimelinePage() {
  const { data: timeline, error } = useCall('timeline.get', {});
  if (error) return <EmptyState title={error.message} />;
  if (!timeline) return null;
  if (timeline.events.length === 0 && timeline.positions.length === 0) {
    return (
      <EmptyState title="Nothing is dated yet" command="event.new">
        Add what happened, as exactly as the sources say: a day is drawn as a point, a month or a year as a bar, “about
        2021” with faded ends. Here you see it in order, for each actor or topic.
      </EmptyState>
    );
  }
  return <Dated timeline={timeline} />;
}

type Side = { title: string; items: TimelineItem[] } | 'undated' | null;

function Dated({ timeline }: { timeline: Timeline }) {
  const { open } = useNavigation();
  const [grouping, setGrouping] = useChoice<Grouping>('timeline.lanes', v.picklist(groupings), 'none');
  const [withPositions, setWithPositions] = useChoice('timeline.positions', v.boolean(), false);
  const [look, setLook] = useChoice<Look>('timeline.look', v.picklist(looks), 'picture');
  const [chosen, setChosen] = useState<TimelineItem | null>(null);
  const [hovered, setHovered] = useState<TimelineItem | null>(null);
  const [side, setSide] = useState<Side>(null);
  const picture = useRef<PictureControl>(null);
  // With no event at all, the positions are what there is to see.
  const positions = withPositions || timeline.events.every(({ date }) => date === '');
  const lanes = useMemo(() => lanesOf(timeline, grouping, positions), [timeline, grouping, positions]);
  const items = useMemo(() => itemsOf(timeline, positions), [timeline, positions]);
  const undated = useMemo(() => timeline.events.filter(({ date }) => date === ''), [timeline]);
  const conflicts = useMemo(() => timeline.events.filter(({ datesConflict }) => datesConflict).length, [timeline]);
  const current = chosen && items.find(({ key }) => key === chosen.key);
  const openEvent = (id: string) => open({ view: 'events', id });
  const openItem = (item: TimelineItem) =>
    item.kind === 'event' ? openEvent(item.event.id) : open({ view: 'claims', id: item.position.claimId });
  const shownItem = hovered ?? current ?? null;
  const facts = [
    count(items.length - (positions ? countPositions(items) : 0), 'dated event'),
    positions && count(countPositions(items), 'position'),
    conflicts > 0 && `${count(conflicts, 'event')} with dates in conflict`,
  ];
  return (
    <Overview title="Timeline" facts={facts.filter(Boolean).join(' · ')} look={look} onLook={setLook}>
      <div className={styles['bar']}>
        {look === 'picture' && (
          <Select label="Lanes" hideLabel value={grouping} options={groupingOptions} onChange={setGrouping} />
        )}
        {timeline.positions.length > 0 && (
          <Checkbox label="With positions on claims" checked={positions} onChange={setWithPositions} />
        )}
        <span className={styles['space']} />
        {look === 'picture' && undated.length > 0 && (
          <Button aria-pressed={side === 'undated'} onClick={() => setSide(side === 'undated' ? null : 'undated')}>
            {undated.length.toLocaleString('en')} undated
          </Button>
        )}
        {look === 'picture' && <GoToDate onGo={(from, to) => picture.current?.showTime(from, to)} />}
      </div>
      {look === 'table' ? (
        <TimelineTable items={items} undated={undated} onOpen={openItem} onOpenEvent={openEvent} />
      ) : (
        <div className={styles['body']}>
          <TimelinePicture
            ref={picture}
            lanes={lanes}
            chosen={current ?? null}
            onChoose={setChosen}
            onOpen={openItem}
            onCrowd={(crowd) => setSide({ title: `${crowd.length} close together`, items: crowd })}
            onHover={setHovered}
            announcement={current ? inWords(current) : ''}
          />
          <div className={styles['zoom']} role="group" aria-label="Zoom">
            <IconButton label="Zoom in (+)" icon={<Plus size={15} />} onClick={() => picture.current?.zoomBy(1.4)} />
            <IconButton
              label="Zoom out (−)"
              icon={<Minus size={15} />}
              onClick={() => picture.current?.zoomBy(1 / 1.4)}
            />
            <IconButton label="Show all (0)" icon={<Maximize size={15} />} onClick={() => picture.current?.fit()} />
          </div>
          {side === 'undated' ? (
            <SideList
              title="Undated"
              entries={undated.map((event) => ({ key: event.id, title: event.title, date: '' }))}
              onOpen={({ key }) => openEvent(key)}
              onClose={() => setSide(null)}
            />
          ) : (
            side && <SideList title={side.title} entries={side.items} onOpen={openItem} onClose={() => setSide(null)} />
          )}
        </div>
      )}
      {look === 'picture' && (
        <footer className={styles['foot']}>
          {shownItem ? (
            <>
              <span>{inWords(shownItem)}</span>
              {shownItem.kind === 'event' && shownItem.event.datesConflict && (
                <DatesConflict label={`also ${otherDates(shownItem.event)}`} />
              )}
            </>
          ) : (
            'Drag or Shift and arrows to move, wheel or + and − to zoom, arrows from event to event, Enter to open'
          )}
        </footer>
      )}
    </Overview>
  );
}

const countPositions = (items: readonly TimelineItem[]) => items.filter(({ kind }) => kind === 'position').length;
const otherDates = ({ otherDates: dates }: TimelineEvent) => dates.map((date) => displayDate(date)).join(', ');

/** An item in one line: "6 April 2023: The bridge fell (Tarn, Vell)". */
function inWords(item: TimelineItem): string {
  const date = displayDate(item.date, { long: true });
  if (item.kind === 'position') {
    const { actorName, stance, manner, statement } = item.position;
    return `${date}: ${actorName} ${stance}${manner === 'reported' ? ' (reported)' : ''}: ${statement}`;
  }
  const names = [...new Set(item.event.actors.map(({ name }) => name))].join(', ');
  return `${date}: ${item.title}${names === '' ? '' : ` (${names})`}`;
}
