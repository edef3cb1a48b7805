import { documentReferences } from '../../../shared/memo/references';
import type { ProvenanceFacts } from '../../../shared/provenance/facts';
import { readMemo, type MemoReading } from '../../../shared/provenance/read';
import type { Database } from '../db/types';
import {
  actorFacts,
  checkedMemo,
  claimFacts,
  excerptFacts,
  excerptPlaces,
  officeHolders,
  sourceFacts,
  type CheckedMemo,
} from './store';
import type { QuotationChecker } from './verdicts';

export interface CheckedProvenance {
  memo: CheckedMemo;
  reading: MemoReading;
  facts: ProvenanceFacts;
}

/** Reads a memo and all that the library knows of what it names. @throws CommonplaceError `not-found`, `library-damaged` */
export async function readProvenance(
  db: Database,
  checker: QuotationChecker,
  memoId: string,
): Promise<CheckedProvenance> {
  const { memo, places, ...facts } = await db.read(async (reader) => {
    const memo = await checkedMemo(reader, memoId);
    const { source, excerpt, claim, actor } = documentReferences(memo.document);
    const claims = await claimFacts(reader, claim.keys());
    const evidence = [...claims.values()].flatMap((fact) => fact.evidence.map(({ excerptId }) => excerptId));
    const named = await excerptFacts(reader, [...excerpt.keys(), ...evidence]);
    const sources = await sourceFacts(reader, [
      ...source.keys(),
      ...[...named.values()].map(({ sourceId }) => sourceId),
    ]);
    const places = await excerptPlaces(
      reader,
      [...sources.values()].map(({ id }) => id),
    );
    return {
      memo,
      places,
      sources,
      excerpts: named,
      claims,
      actors: await actorFacts(reader, [...actor.keys(), ...(await officeHolders(reader))]),
    };
  });
  const reading = readMemo(memo.document, memo.locale);
  const verdicts = await checker.verdicts(reading.quotations, { ...facts, places });
  // Excerpts that were found by the words they hold are known too.
  const found = [...verdicts.values()].flatMap((verdict) =>
    verdict.kind === 'verbatim' && verdict.excerptId !== null ? [verdict.excerptId] : [],
  );
  const more = await db.read((reader) =>
    excerptFacts(
      reader,
      found.filter((id) => !facts.excerpts.has(id)),
    ),
  );
  return {
    memo,
    reading,
    facts: {
      ...facts,
      excerpts: new Map([...facts.excerpts, ...more]),
      verdicts,
      locale: memo.locale,
      memoDate: memo.modifiedAt.slice(0, 10),
    },
  };
}
