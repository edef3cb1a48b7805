import { roleThenInWords } from '../../../shared/actors/roles';
import type { LedgerEntry, Stand } from '../../../shared/domain/claims';
import type { Command } from '../command';
import { findClaim } from '../find';
import { usage } from '../options';
import { table } from '../output';
import { filtered } from './lists';

export const claims: Command = {
  name: 'claims',
  synopsis: 'claims [--filter WORDS] [--as-of DATE]',
  summary: 'list the claims with their status, now or on a date',
  options: ['filter', 'as-of'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length > 0) throw usage('“claims” takes no further words; “claims show” shows one claim.');
    const call = await open();
    const all = await call('claims.list', { asOf: options['as-of'] ?? '' });
    const items = filtered(all, options, (claim) => claim.statement);
    result(items, () => table(items.map((claim) => [claim.status, claim.statement])));
    return 0;
  },
};

export const claimShow: Command = {
  name: 'claims show',
  synopsis: 'claims show CLAIM [--as-of DATE]',
  summary: 'one claim: why it has its status, its evidence, positions and relations',
  options: ['as-of'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length === 0) throw usage('Name the claim by its id or by how its statement begins.');
    const call = await open();
    const { id } = await findClaim(call, words.join(' '));
    const claim = await call('claims.get', { id, asOf: options['as-of'] ?? '' });
    result(claim, () =>
      [
        `${claim.statement}\n${claim.status}: ${claim.explanation}`,
        table(
          claim.evidence.map(({ stance, excerpt, origin }) => [
            stance,
            `@${excerpt.citationKey}`,
            origin === null ? '' : `origin: ${origin.name}`,
            excerpt.text,
          ]),
        ),
        table(
          claim.positionList.map(({ date, actorName, roleThen, stance, manner }) => [
            date,
            [actorName, roleThenInWords(roleThen)].filter((part) => part !== '').join(', '),
            manner === 'reported' ? `${stance} (reported)` : stance,
          ]),
        ),
        table(
          claim.relations.map(({ kind, direction, statement }) => [
            direction === 'to' || kind === 'conflicts' ? kind : `← ${kind}`,
            statement,
          ]),
        ),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    );
    return 0;
  },
};

export const claimLedger: Command = {
  name: 'claims ledger',
  synopsis: 'claims ledger [--as-of DATE] [--filter WORDS]',
  summary: 'who held what, now or on a date',
  options: ['as-of', 'filter'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length > 0) throw usage('“claims ledger” takes no further words; narrow it by --filter.');
    const call = await open();
    const entries = filtered(
      await call('claims.ledger', { asOf: options['as-of'] ?? '' }),
      options,
      (entry) => `${entry.actorName} ${entry.statement}`,
    );
    result(entries, () => table(entries.map(ledgerRow)));
    return 0;
  },
};

const standWords: Record<Stand, string> = {
  affirms: 'affirms',
  denies: 'denies',
  divided: 'affirms and denies',
  retracted: 'took it back',
  none: 'no stand',
};

function ledgerRow({ actorName, roleThen, stand, perhaps, latest, reported, statement }: LedgerEntry): string[] {
  const hearsay = reported[0] === undefined ? '' : `reported: ${reported[0].stance} ${reported[0].date}`.trim();
  const actor = [actorName, roleThenInWords(roleThen)].filter((part) => part !== '').join(', ');
  return [actor, `${standWords[stand]}${perhaps ? ' (perhaps)' : ''}`, latest?.date ?? '', hearsay, statement];
}
