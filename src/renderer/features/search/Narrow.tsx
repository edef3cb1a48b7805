import { Check, ListFilter } from 'lucide-react';
import { useCallback, useState, type RefObject } from 'react';
import type { QueryField } from '../../../shared/search/query';
import {
  findNarrowing,
  kindIn,
  narrowingsOf,
  withoutPart,
  withTerm,
  type Narrowing,
} from '../../../shared/search/narrowing';
import type { FacetField, FacetValue, SearchFacet } from '../../../shared/search/types';
import { useCommands } from '../../app/commands';
import { useSettled } from '../../app/useSettled';
import { Button, Chip, ChooseBox, pick, Popover } from '../../ui';
import { isPending, type Asker } from './Asker';
import { inDigits } from './hits';
import styles from './search.module.css';
import { useAsking } from './useAsker';

const fieldNames: Record<QueryField, string> = {
  kind: 'Kind',
  tag: 'Tag',
  actor: 'Actor',
  source: 'Source',
  author: 'Author',
  date: 'Year',
  status: 'Status of claims',
  claim: 'Claim',
  in: 'In',
};
const offered: readonly FacetField[] = ['tag', 'actor', 'source', 'date', 'status', 'kind'];
/** Of each, until something is typed. */
const FEW = 5;
const MOST = 12;
const REST_MS = 400;
const none: readonly SearchFacet[] = [];

interface Choice extends FacetValue {
  chosen: boolean;
}

export interface NarrowProps {
  asker: Asker;
  query: string;
  onQuery: (query: string) => void;
  /** Where one goes on afterwards. */
  box: RefObject<HTMLInputElement | null>;
}

/** A button that opens what the results have in common. */
export function Narrow({ asker, query, onQuery, box }: NarrowProps) {
  const [open, setOpen] = useState(false);
  const offers = useAsking(asker, ({ answered }) => (answered?.answer.facets.length ?? 0) > 0) || query.trim() !== '';
  useCommands([
    {
      id: 'search.narrow',
      title: 'Narrow the search',
      group: 'Search',
      shortcut: 'mod+.',
      when: () => offers,
      run: () => setOpen((now) => !now),
    },
  ]);
  return (
    <Popover
      label="Narrow the search"
      align="end"
      open={open}
      onOpenChange={setOpen}
      finalFocus={box}
      trigger={
        <Button icon={<ListFilter size={14} aria-hidden />} disabled={!offers}>
          Narrow
        </Button>
      }
    >
      <Facets
        asker={asker}
        query={query}
        onQuery={(text) => {
          setOpen(false);
          onQuery(text);
        }}
      />
    </Popover>
  );
}

/** What the results have in common, with counts: choosing narrows the search to it, choosing again takes that back. */
function Facets({ asker, query, onQuery }: Omit<NarrowProps, 'box'>) {
  const answer = useAsking(asker, ({ answered }) => answered?.answer);
  const pending = useAsking(asker, (state) => isPending(state, query.trim()));
  const { facets = none, counted } = answer ?? {};
  const groupsFor = useCallback(
    (typed: string) =>
      offered.flatMap((field) => {
        const values = facets.find((facet) => facet.field === field)?.values ?? [];
        const shown = pick(typed, values, ({ label }) => [label, fieldNames[field]], typed === '' ? FEW : MOST);
        const items = shown.map((value): Choice => ({
          ...value,
          chosen: findNarrowing(query, value.term) !== undefined,
        }));
        return items.length === 0 ? [] : [{ title: fieldNames[field], items }];
      }),
    [facets, query],
  );
  const toggle = ({ term }: Choice) => {
    const chosen = findNarrowing(query, term);
    onQuery(chosen ? withoutPart(query, chosen) : withTerm(query, term));
  };
  return (
    <>
      <ChooseBox
        label="Narrow by"
        groupsFor={groupsFor}
        keyOf={({ term }) => term}
        onChoose={toggle}
        pending={pending}
        empty="The results have nothing like that in common."
        renderItem={({ label, count, chosen }) => (
          <>
            <span className={styles['offer']} dir="auto">
              {label}
            </span>
            {chosen && <Check size={14} aria-label="chosen" />}
            <span className={styles['count']}>{`${inDigits.format(count)}${counted?.more ? '+' : ''}`}</span>
          </>
        )}
      />
      {counted?.more && (
        <p className={styles['bounded']}>
          Counted in the {inDigits.format(counted.documents)} newest that have these words; there are more.
        </p>
      )}
    </>
  );
}

/** What the search is narrowed by, each to be taken off. A field at the end may still be being typed, so it waits a moment. */
export function Narrowings({ asker, query, onQuery }: Omit<NarrowProps, 'box'>) {
  const rested = useSettled(query, REST_MS) === query;
  const facets = useAsking(asker, ({ answered }) => answered?.answer.facets) ?? none;
  const ofKind = kindIn(query) !== null;
  const shown = narrowingsOf(query).filter(
    ({ field, end }) => (rested || end < query.length) && !(ofKind && field === 'kind'),
  );
  return shown.map((narrowing) => {
    const name = fieldNames[narrowing.field];
    const words = `${narrowing.not ? `Not ${name.toLowerCase()}` : name}: ${labelOf(narrowing, facets)}`;
    return (
      <Chip
        key={narrowing.start}
        onRemove={() => onQuery(withoutPart(query, narrowing))}
        removeLabel={`Remove “${words}”`}
      >
        {words}
      </Chip>
    );
  });
}

/** A source is called by its key in a query; people know its title. */
function labelOf({ field, value }: Narrowing, facets: readonly SearchFacet[]): string {
  const values = facets.find((facet) => facet.field === field)?.values ?? [];
  return values.find(({ term }) => narrowingsOf(term)[0]?.value === value)?.label ?? value;
}
