import type { ProvenanceReport } from '../../../shared/domain/provenance';
import { lint } from '../../../shared/provenance/lint';
import { asserts, supportsOf } from '../../../shared/provenance/support';
import type { Database } from '../db/types';
import { dismissalsOf } from './dismissals/store';
import { readProvenance } from './facts';
import type { QuotationChecker } from './verdicts';

/** Checks a memo as it is stored. @throws CommonplaceError `not-found`, `library-damaged` */
export async function checkMemo(db: Database, checker: QuotationChecker, memoId: string): Promise<ProvenanceReport> {
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
  return {
    memoId,
    memoTitle: memo.title,
    version: memo.version,
    findings,
    past: [...dismissals.values()].filter(({ fingerprint }) => !there.has(fingerprint)),
    sentences: supportsOf(reading, facts).flatMap(({ sentence, sourceIds, ...ids }) => {
      const said = asserts(sentence);
      const rests = [sourceIds, ids.excerptIds, ids.claimIds, ids.actorIds].some((list) => list.length > 0);
      const now = [...new Set(sourceIds.map((id) => facts.sources.get(id)?.id ?? id))];
      return said || rests ? [{ place: sentence.place, asserts: said, sourceIds: now, ...ids }] : [];
    }),
    claims: [...facts.claims.values()].map(({ id, statement, status }) => ({ id, statement, status })),
    sources: [...sources.values()].map(({ id, shortCitation, title, citationKey, standing }) => ({
      id,
      name: shortCitation || title || `@${citationKey}`,
      title,
      citationKey,
      trashed: standing === 'trashed',
    })),
  };
}
