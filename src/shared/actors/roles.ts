import { edtfBounds, parseEdtf, type EdtfEnd } from '../dates/edtf';
import type { ActorRole } from '../domain/actors';

/** A role that an actor had at a date. `perhaps`: its dates, or the date asked about, are too imprecise to say. */
export interface RoleThen {
  title: string;
  organisation: string;
  certainty: 'held' | 'perhaps';
}

type DatedRole = Pick<ActorRole, 'title' | 'organisation' | 'from' | 'to'>;

/**
 * The roles held at a date, those that certainly were first, else in their order. A role begins within `from` and ends within
 * `to`, both EDTF; without `to` it goes on as far as is known, without `from` it only may have begun. A role without any date,
 * and a date that is unknown, answer nothing: what is not recorded is not guessed.
 */
export function roleAt(roles: readonly DatedRole[], date: string): RoleThen[] {
  const asked = span(date);
  if (asked === null) return [];
  const found = roles.flatMap((role): RoleThen[] => {
    const certainty = held(role, asked);
    return certainty === null ? [] : [{ title: role.title, organisation: role.organisation, certainty }];
  });
  return [
    ...found.filter((role) => role.certainty === 'held'),
    ...found.filter((role) => role.certainty === 'perhaps'),
  ];
}

interface Span {
  first: number;
  last: number;
  /** A single day or moment. */
  day: boolean;
}

function held(role: DatedRole, asked: Span): RoleThen['certainty'] | null {
  const [from, to] = [span(role.from), span(role.to)];
  if (from === null && to === null) return null;
  if (from !== null && asked.last < from.first) return null;
  if (to !== null && asked.first > to.last) return null;
  // A day on which a role begins or ends counts as a day in it; a month or a year does not.
  const begun = from !== null && asked.first >= (from.day ? from.first : from.last);
  const goesOn = to === null || asked.last <= (to.day ? to.last : to.first);
  return begun && goesOn ? 'held' : 'perhaps';
}

/** What a date may mean; one that is about or uncertain may as well be its own length earlier or later. */
function span(text: string): Span | null {
  const bounds = edtfBounds(text);
  const parsed = parseEdtf(text);
  if (bounds === null || parsed === null) return null;
  const ends: EdtfEnd[] = parsed.kind === 'date' ? [parsed.date] : [parsed.start, parsed.end];
  const vague = ends.some((end) => typeof end !== 'string' && (end.approximate || end.uncertain));
  const [first, last] = bounds;
  const length = Number.isFinite(last - first) ? last - first + 1 : 0;
  const day = parsed.kind === 'date' && parsed.date.precision === 'day' && !vague;
  return vague ? { first: first - length, last: last + length, day } : { first, last, day };
}

/** "Foreign Minister of Vellmark", "Minister, Ministry of Rivers": a role in words. */
export function roleInWords({ title, organisation }: Pick<ActorRole, 'title' | 'organisation'>): string {
  if (organisation === '') return title;
  return / (?:of|in|at|to|for) /u.test(`${title} ${organisation}`)
    ? `${title}, ${organisation}`
    : `${title} of ${organisation}`;
}

/** "then Foreign Minister of Vellmark", "perhaps then Envoy"; '' where nothing is on record. */
export function roleThenInWords(roles: readonly RoleThen[]): string {
  const certain = roles.filter((role) => role.certainty === 'held');
  const shown = certain.length > 0 ? certain : roles;
  if (shown.length === 0) return '';
  const words = shown.map(roleInWords);
  const joined = words.length === 1 ? words[0] : `${words.slice(0, -1).join('; ')} and ${words.at(-1)}`;
  return `${certain.length > 0 ? 'then' : 'perhaps then'} ${joined}`;
}
