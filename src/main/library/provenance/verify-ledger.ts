import { checkVerbatim } from '../../../shared/anchoring';
import type { LedgerFinding, LedgerReport } from '../../../shared/domain/provenance';
import type { Ledger } from '../../../shared/provenance/ledger';
import { parseLedger } from '../../../shared/provenance/parse-ledger';
import { wordsToFind } from '../../../shared/provenance/quotations';
import { sha256 } from '../common/rows';
import type { Database, Reader } from '../db/types';
import { claimFacts, excerptFacts, memoHash, snapshotText, sourceFacts } from './store';

/**
 * Compares a ledger with the library: every text against its hash, every quotation against the text, and whether all of it
 * is still there. Nothing in the ledger is trusted but what it says it is. @throws CommonplaceError `bad-input`
 */
export async function verifyLedger(db: Database, text: string): Promise<LedgerReport> {
  const ledger = parseLedger(text);
  const findings: LedgerFinding[] = [];
  const notes: string[] = [];
  const say = (kind: LedgerFinding['kind'], id: string, problem: LedgerFinding['problem'], message: string) =>
    void findings.push({ kind, id, problem, message });

  await db.read(async (reader) => {
    const hash = await memoHash(reader, ledger.memo.id);
    if (hash === undefined) notes.push(`The memo “${ledger.memo.title}” is not in this library.`);
    else if (hash !== ledger.memo.sha256) notes.push(`The memo “${ledger.memo.title}” was changed since.`);
    await verifySources(reader, ledger, say, notes);
    await verifyExcerpts(reader, ledger, say, notes);
    await verifyClaims(reader, ledger, say, notes);
  });
  await verifyTexts(db, ledger, say);
  return {
    ok: findings.length === 0,
    memoTitle: ledger.memo.title,
    asOf: ledger.asOf,
    checked: {
      sources: ledger.sources.length,
      snapshots: ledger.snapshots.length,
      excerpts: ledger.excerpts.length,
      quotations: ledger.sentences.reduce((sum, { quotations }) => sum + quotations.length, 0),
      claims: ledger.claims.length,
    },
    findings,
    notes,
  };
}

type Say = (kind: LedgerFinding['kind'], id: string, problem: LedgerFinding['problem'], message: string) => void;

type Standing = 'live' | 'trashed' | 'missing';

/**
 * Whether a record is there, in the Trash or gone, which is a finding unless the ledger says that it was so when it was made.
 * True for those whose content is left to be compared.
 */
function verifyStanding(
  record: { kind: 'source' | 'excerpt' | 'claim'; id: string; called: string; before: Standing; now: Standing },
  say: Say,
  notes: string[],
): boolean {
  const { kind, id, called, before, now } = record;
  if (now === 'live') return true;
  const where = now === 'missing' ? 'not in this library' : 'in the Trash';
  if (before === now) notes.push(`The ${kind} ${called} is ${where}, as it was when the ledger was made.`);
  else say(kind, id, now, `The ${kind} ${called} is ${where}.`);
  return false;
}

async function verifySources(db: Reader, { sources }: Ledger, say: Say, notes: string[]): Promise<void> {
  const facts = await sourceFacts(
    db,
    sources.map(({ id }) => id),
  );
  for (const { id, citationKey, title, standing } of sources) {
    const called = citationKey === '' ? id : `@${citationKey} “${title}”`;
    verifyStanding(
      { kind: 'source', id, called, before: standing, now: facts.get(id)?.standing ?? 'missing' },
      say,
      notes,
    );
  }
}

async function verifyExcerpts(db: Reader, { excerpts }: Ledger, say: Say, notes: string[]): Promise<void> {
  const facts = await excerptFacts(
    db,
    excerpts.map(({ id }) => id),
  );
  for (const { id, standing, text, sha256: said, snapshotId, start, end } of excerpts) {
    const now = facts.get(id);
    const called = `“${text.slice(0, 80)}${text.length > 80 ? '…' : ''}”`;
    if (sha256(text) !== said)
      say('excerpt', id, 'changed', `The ledger’s words ${called} do not have the hash beside them.`);
    else if (
      verifyStanding({ kind: 'excerpt', id, called, before: standing, now: now?.standing ?? 'missing' }, say, notes) &&
      now &&
      (sha256(now.text) !== said || now.snapshotId !== snapshotId || now.start !== start || now.end !== end)
    )
      say('excerpt', id, 'changed', `The excerpt ${called} has other words or another place now.`);
  }
}

async function verifyClaims(db: Reader, { claims, asOf }: Ledger, say: Say, notes: string[]): Promise<void> {
  const facts = await claimFacts(
    db,
    claims.map(({ id }) => id),
  );
  for (const { id, statement, status, standing } of claims) {
    const now = facts.get(id);
    const called = statement === '' ? id : `“${statement.slice(0, 120)}”`;
    if (!verifyStanding({ kind: 'claim', id, called, before: standing, now: now?.standing ?? 'missing' }, say, notes))
      continue;
    if (!now) continue;
    if (now.statement !== statement) say('claim', id, 'changed', `The claim ${called} says “${now.statement}” now.`);
    else if (now.status !== status)
      notes.push(`The claim ${called} was ${status} on ${asOf} and is ${now.status} now.`);
  }
}

/** Snapshots against their hashes, and in each, what the ledger says stands there; a snapshot at a time. */
async function verifyTexts(db: Database, { snapshots, sentences, excerpts }: Ledger, say: Say): Promise<void> {
  const quotations = sentences.flatMap((sentence) => sentence.quotations);
  for (const quotation of quotations) {
    if (quotation.verbatim !== false) continue;
    say(
      'quotation',
      quotation.excerptId ?? '',
      'changed',
      `“${quotation.words.slice(0, 80)}” was not verbatim when the ledger was made.`,
    );
  }
  const named = new Set(snapshots.map(({ id }) => id));
  for (const found of [...excerpts, ...quotations.flatMap(({ found }) => found ?? [])]) {
    if (!named.has(found.snapshotId)) {
      named.add(found.snapshotId);
      say('snapshot', found.snapshotId, 'missing', 'The ledger names a text that it has no hash of.');
    }
  }
  for (const { id, sha256: said, capturedAt } of snapshots) {
    const text = await db.read((reader) => snapshotText(reader, id));
    const called = `captured on ${capturedAt.slice(0, 10)}`;
    if (text === undefined) say('snapshot', id, 'missing', `The text ${called} is not in this library.`);
    else if (sha256(text) !== said)
      say('snapshot', id, 'changed', `The text ${called} is not the one that the ledger was made from.`);
    else verifyWords(id, text, quotations, excerpts, say);
  }
}

function verifyWords(
  snapshotId: string,
  text: string,
  quotations: readonly Ledger['sentences'][number]['quotations'][number][],
  excerpts: Ledger['excerpts'],
  say: Say,
): void {
  for (const { words, found, excerptId } of quotations) {
    if (found?.snapshotId !== snapshotId) continue;
    const there = text.slice(found.start, found.end);
    const called = `“${words.slice(0, 80)}${words.length > 80 ? '…' : ''}”`;
    if (sha256(there) !== found.sha256 || !checkVerbatim(wordsToFind(words), there).verbatim)
      say('quotation', excerptId ?? '', 'changed', `${called} does not stand where the ledger says.`);
  }
  for (const { id, kind, start, end, text: words } of excerpts.filter((excerpt) => excerpt.snapshotId === snapshotId)) {
    if (kind === 'quotation' && text.slice(start, end) !== words)
      say('excerpt', id, 'changed', `The excerpt “${words.slice(0, 80)}” does not stand where the ledger says.`);
  }
}
