import type { ProvenanceFacts, QuotationVerdict, SourceFact } from './facts';
import { ledgerFormat, ledgerVersion, type Ledger, type LedgerSentence } from './ledger';
import { quotationKey, type QuotedWords } from './quotations';
import type { MemoReading } from './read';
import { asserts, supportsOf, unique, type Support } from './support';

/** What a ledger says of where it comes from. */
export type LedgerHead = Pick<Ledger, 'asOf' | 'library' | 'memo'>;

/** The ledger of a memo. The same memo, library and day make the same one, to the byte. */
export function makeLedger(head: LedgerHead, reading: MemoReading, facts: ProvenanceFacts): Ledger {
  const sources = new Map([...facts.sources.values()].map((source) => [source.id, source]));
  const sentences = supportsOf(reading, facts).map((support) => sentenceOf(support, facts));
  const claimIds = unique(sentences.flatMap(({ claims }) => claims));
  const claims = claimIds.map((id): Ledger['claims'][number] => {
    const fact = facts.claims.get(id);
    if (!fact) return { id, standing: 'missing', statement: '', status: 'unsupported', evidence: [] };
    const { standing, statement, status, evidence } = fact;
    return { id, standing, statement, status, evidence };
  });
  const excerptIds = unique([
    ...sentences.flatMap(({ excerpts }) => excerpts),
    ...claims.flatMap(({ evidence }) => evidence.map(({ excerptId }) => excerptId)),
  ]);
  const excerpts = excerptIds.flatMap((id) => facts.excerpts.get(id) ?? []);
  const sourceIds = unique([
    ...sentences.flatMap(({ sources }) => sources),
    ...excerpts.map(({ sourceId }) => sourceId),
  ]);
  const snapshotIds = new Set([
    ...excerpts.map(({ snapshotId }) => snapshotId),
    ...sentences.flatMap(({ quotations }) => quotations.flatMap(({ found }) => found?.snapshotId ?? [])),
  ]);
  return {
    format: ledgerFormat,
    version: ledgerVersion,
    ...head,
    sentences,
    excerpts: excerpts.map(({ id, standing, sourceId, snapshotId, kind, text, textSha256, start, end, locator }) => ({
      id,
      standing,
      sourceId,
      snapshotId,
      kind,
      text,
      sha256: textSha256,
      start,
      end,
      locator,
    })),
    sources: sourceIds.map((id) => sourceOf(id, sources.get(id))),
    snapshots: sourceIds.flatMap((id) =>
      (sources.get(id)?.snapshots ?? [])
        .filter((snapshot) => snapshotIds.has(snapshot.id))
        .map(({ id: snapshotId, capturedAt, characters, sha256 }) => ({
          id: snapshotId,
          sourceId: id,
          capturedAt,
          characters,
          sha256,
        })),
    ),
    claims,
  };
}

function sentenceOf(
  { sentence, quotations, excerptIds, sourceIds, claimIds }: Support,
  facts: ProvenanceFacts,
): LedgerSentence {
  const now = (id: string) => facts.sources.get(id)?.id ?? id;
  const { place, passage, text, citations } = sentence;
  return {
    ...place,
    kind: place.footnote === null ? passage.kind : 'footnote',
    text,
    asserts: asserts(sentence),
    citations: citations.map(({ citation }) => ({
      id: citation.id,
      items: citation.items.map(({ sourceId, label, locator, excerptId }) => ({
        sourceId: now(sourceId),
        label,
        locator,
        excerptId: excerptId ?? null,
      })),
    })),
    quotations: quotations.map((quotation) => quotationOf(quotation, facts.verdicts.get(quotationKey(quotation)))),
    excerpts: excerptIds.filter((id) => facts.excerpts.has(id)),
    sources: unique(sourceIds.map(now)),
    claims: claimIds,
  };
}

function quotationOf(
  quotation: QuotedWords,
  verdict: QuotationVerdict | undefined,
): LedgerSentence['quotations'][number] {
  const { place, words } = quotation;
  const said = { start: place.start, end: place.end, words };
  if (verdict?.kind !== 'verbatim') {
    return { ...said, verbatim: verdict?.kind === 'differs' ? false : null, found: null, excerptId: null };
  }
  const { sourceId, snapshotId, start, end, sha256, locator, excerptId } = verdict;
  return { ...said, verbatim: true, found: { sourceId, snapshotId, start, end, sha256, locator }, excerptId };
}

function sourceOf(id: string, fact: SourceFact | undefined): Ledger['sources'][number] {
  if (!fact) return { id, standing: 'missing', citationKey: '', title: '', issued: '', retracted: false, csl: null };
  const { standing, citationKey, title, issued, retracted, csl } = fact;
  return { id, standing, citationKey, title, issued, retracted, csl };
}
