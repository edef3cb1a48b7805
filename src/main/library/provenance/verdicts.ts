import { checkVerbatim, type VerbatimCheck } from '../../../shared/anchoring';
import type { Locator } from '../../../shared/domain/common';
import type { ExcerptFact, QuotationVerdict, SourceFact } from '../../../shared/provenance/facts';
import { quotationKey, wordsToFind, type QuotedWords } from '../../../shared/provenance/quotations';
import { locatorAt } from '../../../shared/sources/locators';
import { sha256 } from '../common/rows';
import type { Database, Reader } from '../db/types';
import { getSnapshot } from '../snapshots/store';

/** What is needed to say of a quotation whether it is verbatim. */
export interface VerdictMaterial {
  sources: ReadonlyMap<string, SourceFact>;
  excerpts: ReadonlyMap<string, ExcerptFact>;
  /** Live excerpts of the cited sources. */
  places: readonly { id: string; snapshotId: string; start: number; end: number }[];
}

interface FoundPlace {
  start: number;
  end: number;
  sha256: string;
  locator: Locator | null;
}
/** What was found of some words in one snapshot. */
type Checked =
  | { verbatim: true; places: FoundPlace[] }
  | (Extract<VerbatimCheck, { verbatim: false }> & { locator: Locator | null });

/** So many checks are remembered. Snapshots never change, so what was found in one holds for good. */
const mostRemembered = 20_000;

/** Compares quotations with snapshots, each in a turn of its own. */
export class QuotationChecker {
  readonly #known = new Map<string, Checked>();

  constructor(private readonly db: Database) {}

  /** By `quotationKey`. */
  async verdicts(
    quotations: readonly QuotedWords[],
    material: VerdictMaterial,
  ): Promise<Map<string, QuotationVerdict>> {
    const verdicts = new Map<string, QuotationVerdict>();
    for (const quotation of quotations) {
      const key = quotationKey(quotation);
      if (!verdicts.has(key)) verdicts.set(key, await this.#verdict(quotation, material));
    }
    return verdicts;
  }

  async #verdict(quotation: QuotedWords, material: VerdictMaterial): Promise<QuotationVerdict> {
    const linked = quotation.kind === 'linked' ? material.excerpts.get(quotation.excerptIds[0] ?? '') : undefined;
    // The researcher's own words about a passage are no quotation of it.
    if (linked && linked.kind !== 'quotation') return { kind: 'unchecked' };
    const words = wordsToFind(quotation.words);
    let nearest: Extract<QuotationVerdict, { kind: 'differs' }> | undefined;
    for (const place of candidates(quotation, material)) {
      const check = await this.#check(words, place.snapshotId);
      if (check.verbatim) {
        const found = likeliest(check.places, quotation, place.snapshotId, material);
        const excerptId = holding(quotation, place.snapshotId, found, material);
        return { kind: 'verbatim', ...place, ...found, excerptId };
      }
      const { verbatim: _, ...rest } = check;
      if (nearest && (rest.nearest?.similarity ?? 0) <= (nearest.nearest?.similarity ?? 0)) continue;
      nearest = { kind: 'differs', ...place, ...rest };
    }
    return nearest ?? { kind: 'unchecked' };
  }

  async #check(words: string, snapshotId: string): Promise<Checked> {
    const key = `${snapshotId} ${words}`;
    const known = this.#known.get(key);
    if (known) return known;
    const checked = await this.db.read((reader) => checkIn(reader, words, snapshotId));
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, checked);
    return checked;
  }
}

async function checkIn(db: Reader, words: string, snapshotId: string): Promise<Checked> {
  const { text, blocks } = await getSnapshot(db, snapshotId);
  const check = checkVerbatim(words, text);
  const at = (start: number, end: number) => locatorAt(blocks, start, end);
  if (!check.verbatim) return { ...check, locator: check.nearest && at(check.nearest.start, check.nearest.end) };
  const places = check.places.map(({ range: [start, end] }) => ({
    start,
    end,
    sha256: sha256(text.slice(start, end)),
    locator: at(start, end),
  }));
  return { verbatim: true, places };
}

/** Where to look, the likeliest first: the snapshots of the excerpts that are named, then those of the sources, newest first. */
function candidates(
  { excerptIds, sourceIds }: QuotedWords,
  { sources, excerpts }: VerdictMaterial,
): { sourceId: string; snapshotId: string }[] {
  const named = excerptIds.flatMap((id) => excerpts.get(id) ?? []);
  const found = new Map(named.map(({ sourceId, snapshotId }) => [snapshotId, { sourceId, snapshotId }]));
  for (const id of [...sourceIds, ...named.map(({ sourceId }) => sourceId)]) {
    const source = sources.get(id);
    for (const snapshot of source?.snapshots ?? []) {
      found.set(snapshot.id, { sourceId: source!.id, snapshotId: snapshot.id });
    }
  }
  return [...found.values()];
}

/** Of several places where the words stand, the one within an excerpt that is named; else the first. */
function likeliest(
  places: readonly FoundPlace[],
  { excerptIds }: QuotedWords,
  snapshotId: string,
  { excerpts }: VerdictMaterial,
): FoundPlace {
  const named = excerptIds.flatMap((id) => excerpts.get(id) ?? []).filter((fact) => fact.snapshotId === snapshotId);
  return places.find((place) => named.some((excerpt) => overlap(place, excerpt))) ?? places[0]!;
}

/** The excerpt that holds the words: one that is named, else a live one of the source that covers them. */
function holding(
  { excerptIds }: QuotedWords,
  snapshotId: string,
  place: FoundPlace,
  { excerpts, places }: VerdictMaterial,
): string | null {
  const named = excerptIds.flatMap((id) => excerpts.get(id) ?? []);
  return (
    named.find((excerpt) => excerpt.snapshotId === snapshotId && overlap(place, excerpt))?.id ??
    places.find(
      (excerpt) => excerpt.snapshotId === snapshotId && excerpt.start <= place.start && excerpt.end >= place.end,
    )?.id ??
    null
  );
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && a.end > b.start;
}
