import type { CheckedFinding, LedgerReport } from '../../../shared/domain/provenance';
import { decodeText } from '../../importing/encoding';
import { readInput } from '../../importing/read-input';
import type { Command, CommandContext } from '../command';
import { findMemo } from '../find';
import { usage } from '../options';
import { shown, table } from '../output';
import { saved } from '../saved';

/** The largest ledger that is read: that of a memo of a million words. */
const largestLedger = 50_000_000;

export const check: Command = {
  name: 'check',
  synopsis: 'check MEMO [--ledger-out FILE [--force]] | check --ledger FILE',
  summary: 'what in a memo does not hold; or whether a saved provenance ledger still agrees with the library',
  options: ['ledger', 'ledger-out', 'force'],
  writes: false,
  async run(context) {
    const { words, options } = context;
    if (options.ledger !== undefined) {
      if (words.length > 0 || options['ledger-out'] !== undefined)
        throw usage('With --ledger nothing else is named, for example: commonplace check --ledger memo.ledger.json');
      return checkLedger(context, options.ledger);
    }
    if (words.length === 0) throw usage('Name the memo by its id or title, for example: commonplace check "My memo"');
    return checkOne(context);
  },
};

async function checkOne(context: CommandContext): Promise<0 | 1> {
  const { words, options, result, output, open } = context;
  const call = await open();
  const memo = await findMemo(call, words.join(' '));
  const report = await call('provenance.check', { memoId: memo.id, sentences: options.json ?? false });
  const standing = report.findings.filter(({ dismissed }) => dismissed === null);
  if (options['ledger-out'] !== undefined) {
    const outcome = await call('provenance.ledger', { memoId: memo.id });
    await saved({ ...context, result: () => {} }, outcome, options['ledger-out']);
    output.err(`The ledger is in ${shown(options['ledger-out'])}.\n`);
  }
  result({ ok: standing.length === 0, ...report }, () => {
    const dismissed = report.findings.length - standing.length;
    const said = dismissed === 0 ? '' : ` (${dismissed} dismissed)`;
    if (standing.length === 0) return `“${shown(memo.title)}” holds${said}.`;
    return `${standing.map(line).join('\n')}\n${standing.length} ${standing.length === 1 ? 'finding' : 'findings'}${said}`;
  });
  return standing.length === 0 ? 0 : 1;
}

/** "block 3 · error · quotation-not-verbatim", what it says, and where words and source part. */
function line({ rule, severity, place, words, message, differences }: CheckedFinding): string {
  const where = place.footnote === null ? `block ${place.block + 1}` : `block ${place.block + 1}, footnote`;
  const facts = [where, severity, rule].join(' · ');
  const parts = differences.map(({ quoted, original }) => [
    '',
    shown(quoted) || '(nothing)',
    '→',
    shown(original) || '(nothing)',
  ]);
  return [
    facts,
    `  ${shown(message)}`,
    ...(words === '' ? [] : [`  “${shown(words).slice(0, 160)}”`]),
    ...(parts.length > 0 ? [table(parts)] : []),
    '',
  ].join('\n');
}

async function checkLedger({ result, open }: CommandContext, file: string): Promise<0 | 1> {
  const { text } = decodeText(await readInput(file, largestLedger));
  const report = await (await open())('provenance.verifyLedger', { text });
  result(report, () => ledgerWords(report));
  return report.ok ? 0 : 1;
}

function ledgerWords({ ok, memoTitle, asOf, checked, findings, notes }: LedgerReport): string {
  const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
  return [
    ...findings.map(({ problem, message }) => `${problem}  ${shown(message)}`),
    ...notes.map((note) => `note  ${shown(note)}`),
    `The ledger of “${shown(memoTitle)}” of ${shown(asOf)} ${ok ? 'agrees with this library' : 'does not agree with this library'} (${counts.join(', ')}).`,
  ].join('\n');
}
