import type { CSSProperties } from 'react';
import type { Inline, TextFormat } from '../../shared/memo/document';
import { ExternalLink } from './ExternalLink';
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

/** Inlines of a document to read: previews and the list of notes. Citations as the style writes them. */
export function InlineWords({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <Word key={index} inline={inline} />);
}

function Word({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return <span style={Object.assign({}, ...inline.formats.map((format) => looks[format]))}>{inline.text}</span>;
    case 'line-break':
      return <br />;
    case 'link':
      return (
        <ExternalLink url={inline.url}>
          <InlineWords inlines={inline.children} />
        </ExternalLink>
      );
    case 'actor-mention':
      return inline.text;
    case 'citation':
      return <Cited id={inline.id} />;
    case 'footnote':
      return <NoteNumber id={inline.id} />;
  }
}

function NoteNumber({ id }: { id: string }) {
  const { note } = useChipLook(id);
  return <sup>{note ?? '*'}</sup>;
}

function Cited({ id }: { id: string }) {
  const { runs } = useChipLook(id);
  return runs ? <Runs runs={runs} /> : '…';
}
