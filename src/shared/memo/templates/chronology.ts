import { displayDate } from '../../dates/display';
import { compareEdtf } from '../../dates/edtf';
import type { EventDetail } from '../../domain/events';
import type { Inline, MemoBlock } from '../document';
import { cite, heading, text } from './parts';

/** Events in the order of their dates, as exact as these are, undated last; each with what it rests on. */
export function chronology(events: readonly EventDetail[], newId: () => string): MemoBlock[] {
  const dated = events.filter(({ date }) => date !== '').sort((a, b) => compareEdtf(a.date, b.date));
  const undated = events.filter(({ date }) => date === '');
  const blocks: MemoBlock[] = dated.length > 0 ? [table(dated, newId)] : [];
  if (undated.length > 0) blocks.push(heading(2, text('Undated')), table(undated, newId));
  return blocks;
}

function table(events: readonly EventDetail[], newId: () => string): MemoBlock {
  const head = ['Date', 'What happened'].map((name) => ({ header: true, children: text(name) }));
  const rows = events.map((event) => ({
    cells: [
      { header: false, children: text(event.date === '' ? 'Undated' : displayDate(event.date)) },
      { header: false, children: told(event, newId) },
    ],
  }));
  return { type: 'table', rows: [{ cells: head }, ...rows] };
}

/** Title, place, actors and description; what it rests on; other dates that sources give. */
function told(event: EventDetail, newId: () => string): Inline[] {
  const actors = event.actors.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', ');
  const facts = [event.place, actors].filter((fact) => fact !== '').join('; ');
  const inlines = text(event.title, ['bold']);
  if (facts !== '') inlines.push(...text(` (${facts})`));
  if (event.description !== '') inlines.push(...text(`. ${event.description.trim()}`));
  inlines.push(...cite(event.excerpts, newId));
  for (const { date, excerpt, note } of event.dates) {
    if (date === event.date) continue;
    inlines.push({ type: 'line-break' }, ...text(`Also dated ${displayDate(date)}${note === '' ? '' : ` (${note})`}`));
    if (excerpt) inlines.push(...cite([excerpt], newId));
  }
  if (event.datesConflict) inlines.push({ type: 'line-break' }, ...text('These dates cannot all be true.', ['italic']));
  return inlines;
}
