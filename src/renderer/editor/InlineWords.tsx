import type { CSSProperties } from 'react';
import { withinSentence } from '../../shared/citing/note-sentence';
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
  return inlines.map((inline, index) => (
    <Word key={index} inline={inline} before={inlines[index - 1]} after={inlines[index + 1]} />
  ));
}

function Word({ inline, before, after }: { inline: Inline; before: Inline | undefined; after: Inline | undefined }) {
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
      return <Cited id={inline.id} before={inline.form === 'narrative' ? name : before} after={after} />;
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

/** What stands before a narrative citation: a name, in the middle of a sentence. */
const name: Inline = { type: 'text', text: 'x', formats: [], marks: [] };

/** Note styles write a sentence of its own; as in every export, it becomes a part of the one that it stands in. */
function Cited({ id, before, after }: { id: string; before: Inline | undefined; after: Inline | undefined }) {
  const { note, runs, author = [] } = useChipLook(id);
  if (!runs) return '…';
  return (
    <>
      <Runs runs={author} />
      {author.length > 0 && runs.length > 0 && ' '}
      <Runs runs={note === null ? runs : withinSentence([...runs], before, after)} />
    </>
  );
}
