import { displayDate } from '../dates/display';
import { shortLocator } from '../excerpts/locator';
import type { Inline, ListBlock, MemoBlock } from '../memo/document';
import type { Ledger, LedgerSentence } from './ledger';

/** A ledger as an appendix of its memo: each sentence with what it rests on, then the hashes of the texts. */
export function ledgerBlocks(ledger: Ledger): MemoBlock[] {
  const supported = ledger.sentences.filter(({ sources, claims }) => sources.length + claims.length > 0);
  const heading = (level: 1 | 2, words: string): MemoBlock => ({ type: 'heading', level, children: [text(words)] });
  const head = `What each sentence rests on, as of ${displayDate(ledger.asOf)}. SHA-256 of the memo as it was written: `;
  const blocks: MemoBlock[] = [
    heading(1, 'Provenance'),
    { type: 'paragraph', children: [text(head), code(ledger.memo.sha256), text('.')] },
  ];
  if (supported.length > 0)
    blocks.push(
      list(
        true,
        supported.map((sentence) => sentenceItem(sentence, ledger)),
      ),
    );
  if (ledger.snapshots.length > 0) {
    blocks.push(
      heading(2, 'Texts'),
      list(
        false,
        ledger.snapshots.map(({ sourceId, capturedAt, sha256 }) =>
          item([
            text(`${sourceName(ledger, sourceId)}, captured on ${displayDate(capturedAt.slice(0, 10))}: SHA-256 `),
            code(sha256),
          ]),
        ),
      ),
    );
  }
  return blocks;
}

function sentenceItem(sentence: LedgerSentence, ledger: Ledger): ListBlock['items'][number] {
  const said = sentence.text.replace(/\s+/gu, ' ').replace(/ (?=[.,;:!?])/gu, '');
  const excerpts = ledger.excerpts.filter(({ id }) => sentence.excerpts.includes(id));
  const quoted = new Set(excerpts.map(({ sourceId }) => sourceId));
  const rests: Inline[][] = [
    ...excerpts.map((excerpt) => [
      text(
        `${[sourceName(ledger, excerpt.sourceId), shortLocator(excerpt.locator)].filter(Boolean).join(', ')}: “${excerpt.text.replace(/\s+/gu, ' ')}”`,
      ),
    ]),
    ...sentence.sources.filter((id) => !quoted.has(id)).map((id) => [text(citedAs(sentence, ledger, id))]),
    ...ledger.claims
      .filter(({ id }) => sentence.claims.includes(id))
      .map(({ statement, status }) => [text(`Claim: ${statement} (${status.replace('-', ' ')})`)]),
  ];
  return item(
    [text(said)],
    list(
      false,
      rests.map((children) => item(children)),
    ),
  );
}

/** A source as the sentence cites it, with the locators; and where its words were found, if it quotes them. */
function citedAs({ citations, quotations }: LedgerSentence, ledger: Ledger, sourceId: string): string {
  const items = citations.flatMap((citation) => citation.items.filter((cited) => cited.sourceId === sourceId));
  const locators = new Set([
    ...items.map(({ label, locator }) => shortLocator({ label, value: locator })),
    ...quotations.flatMap(({ found }) => (found?.sourceId === sourceId ? shortLocator(found.locator) : [])),
  ]);
  return [sourceName(ledger, sourceId), ...[...locators].filter((locator) => locator !== '')].join(', ');
}

function sourceName({ sources }: Ledger, id: string): string {
  const source = sources.find((one) => one.id === id);
  if (!source || source.standing === 'missing') return 'a source that is not in the library';
  const dated = source.issued === '' ? '' : ` (${displayDate(source.issued)})`;
  return `@${source.citationKey}, ${source.title}${dated}`;
}

function text(words: string): Inline {
  return { type: 'text', text: words, formats: [], marks: [] };
}

function code(words: string): Inline {
  return { type: 'text', text: words, formats: ['code'], marks: [] };
}

function item(children: Inline[], nested: ListBlock | null = null): ListBlock['items'][number] {
  return { children, nested };
}

function list(ordered: boolean, items: ListBlock['items']): ListBlock {
  return { type: 'list', ordered, start: 1, items };
}
