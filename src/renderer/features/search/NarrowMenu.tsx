import { ListFilter } from 'lucide-react';
import type { FacetField, SearchFacet } from '../../../shared/search/types';
import { Button, Menu, type MenuEntry } from '../../ui';

const fieldNames: Record<FacetField, string> = {
  kind: 'Kind',
  tag: 'Tag',
  actor: 'Actor',
  source: 'Source',
  date: 'Year',
  status: 'Status of claims',
};
/** The buttons beside the menu choose the kind. */
const offered: readonly FacetField[] = ['tag', 'actor', 'source', 'date', 'status'];
const MOST_VALUES = 6;

/** What the results have in common, with counts: choosing one adds it to the query. */
export function NarrowMenu({ facets, onNarrow }: { facets: readonly SearchFacet[]; onNarrow: (term: string) => void }) {
  const entries = offered.flatMap((field): MenuEntry[] => {
    const values = facets.find((facet) => facet.field === field)?.values ?? [];
    if (values.length === 0) return [];
    const shown = values.slice(0, MOST_VALUES).map(({ label, term, count }) => ({
      label: `${label} · ${count}`,
      run: () => onNarrow(term),
    }));
    return [{ heading: fieldNames[field] }, ...shown];
  });
  if (entries.length === 0) return null;
  return (
    <Menu entries={entries} align="end">
      <Button icon={<ListFilter size={14} aria-hidden />}>Narrow</Button>
    </Menu>
  );
}
