import type { CSSProperties } from 'react';
import type { Run } from '../../shared/citing/types';
import type { Inline, ReferenceShow, TextFormat } from '../../shared/memo/document';
import { ExternalLink } from './ExternalLink';
import { useReference } from './labels';
import { useChipLook } from './rendering';
import { Runs } from './Runs';

const looks: Record<TextFormat, CSSProperties> = {
  bold: { fontWeight: 600 },
  italic: { fontStyle: 'italic' },
  underline: { textDecorationLine: 'underline' },
  strikethrough: { textDecorationLine: 'line-through' },
  code: { fontFamily: 'var(--font-mono)', fontSize: '0.9em' },
  superscript: { verticalAlign: 'super', fontSize: '0.75em' },
  subscript: { verticalAlign: 'sub', fontSize: '0.75em' },
  'small-caps': { fontVariantCaps: 'small-caps' },
};

/**
 * Inlines of a document to read: previews and the list of notes. Citations as the style writes them. What the writer wrote is
 * in elements with `data-words`, so that it can be found there.
 */
export function InlineWords({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <Word key={index} inline={inline} next={inlines[index + 1]} />);
}

function Word({ inline, next }: { inline: Inline; next: Inline | undefined }) {
  switch (inline.type) {
    case 'text':
      return (
        <span data-words style={Object.assign({}, ...inline.formats.map((format) => looks[format]))}>
          {inline.text}
        </span>
      );
    case 'line-break':
      return <br />;
    case 'link':
      return (
        <ExternalLink url={inline.url}>
          <InlineWords inlines={inline.children} />
        </ExternalLink>
      );
    case 'actor-mention':
      return <span data-words>{inline.text}</span>;
    case 'citation':
      return <Cited id={inline.id} beforeStop={next?.type === 'text' && /^[.,;:]/.test(next.text)} />;
    case 'footnote':
      return <NoteNumber id={inline.id} />;
    case 'cross-reference':
      return <Reference targetId={inline.targetId} show={inline.show} />;
  }
}

function Reference({ targetId, show }: { targetId: string; show: ReferenceShow }) {
  return useReference(targetId, show).text;
}

function NoteNumber({ id }: { id: string }) {
  const { note } = useChipLook(id);
  return <sup>{note ?? '*'}</sup>;
}

/** Note styles end a citation with a stop; where the writer has put one after it, one is enough. */
function Cited({ id, beforeStop }: { id: string; beforeStop: boolean }) {
  const { runs, author = [] } = useChipLook(id);
  if (!runs) return '…';
  return (
    <>
      <Runs runs={author} />
      {author.length > 0 && runs.length > 0 && ' '}
      <Ending runs={runs} beforeStop={beforeStop} />
    </>
  );
}

function Ending({ runs, beforeStop }: { runs: readonly Run[]; beforeStop: boolean }) {
  const last = runs.at(-1);
  if (!beforeStop || !last?.text.endsWith('.')) return <Runs runs={runs} />;
  return <Runs runs={[...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }]} />;
}
