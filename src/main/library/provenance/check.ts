import type { CheckedSentence, ProvenanceReport } from '../../../shared/domain/provenance';
import { lint } from '../../../shared/provenance/lint';
import { sourceName, type ProvenanceFacts } from '../../../shared/provenance/facts';
import { asserts, supportsOf, type Support } from '../../../shared/provenance/support';
import type { Database } from '../db/types';
import { dismissalsOf } from './dismissals/store';
import { readProvenance } from './facts';
import type { QuotationChecker } from './verdicts';

/** Checks a memo as it is stored. The sentences of a long one are most of the answer, and asked for apart. @throws CommonplaceError `not-found`, `library-damaged` */
export async function checkMemo(
  db: Database,
  checker: QuotationChecker,
  memoId: string,
  withSentences: boolean,
): Promise<ProvenanceReport> {
  const { memo, reading, facts } = await readProvenance(db, checker, memoId);
  const dismissals = new Map(
    (await db.read((reader) => dismissalsOf(reader, memoId))).map((one) => [one.fingerprint, one]),
  );
  const findings = lint(reading, facts).map((finding) => ({
    ...finding,
    dismissed: dismissals.get(finding.fingerprint) ?? null,
  }));
  const there = new Set(findings.map(({ fingerprint }) => fingerprint));
  const sources = new Map([...facts.sources.values()].map((source) => [source.id, source]));
  const supports = supportsOf(reading, facts);
  return {
    memoId,
    memoTitle: memo.title,
    version: memo.version,
    findings,
    past: [...dismissals.values()].filter(({ fingerprint }) => !there.has(fingerprint)),
    isBare: supports.every(
      (support) => support.sourceIds.length + support.excerptIds.length + support.claimIds.length === 0,
    ),
    sentences: withSentences ? supports.flatMap((support) => sentenceOf(support, facts)) : [],
    claims: [...facts.claims.values()].map(({ id, statement, status }) => ({ id, statement, status })),
    sources: [...sources.values()].map((source) => ({
      id: source.id,
      name: sourceName(source),
      title: source.title,
      citationKey: source.citationKey,
      trashed: source.standing === 'trashed',
    })),
  };
}

function sentenceOf({ sentence, sourceIds, ...ids }: Support, facts: ProvenanceFacts): CheckedSentence[] {
  const said = asserts(sentence);
  const rests = [sourceIds, ids.excerptIds, ids.claimIds, ids.actorIds].some((list) => list.length > 0);
  const now = [...new Set(sourceIds.map((id) => facts.sources.get(id)?.id ?? id))];
  return said || rests ? [{ place: sentence.place, asserts: said, sourceIds: now, ...ids }] : [];
}
