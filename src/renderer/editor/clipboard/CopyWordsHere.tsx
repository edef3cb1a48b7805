import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import { referenceText } from '../../../shared/memo/labels';
import { useLabels } from '../labels';
import { useChipLooks } from '../rendering';
import { setCopyWords } from './copyWords';

/** Lets copies of this text say what its citations and references say at the moment. */
export function CopyWordsHere() {
  const [editor] = useLexicalComposerContext();
  const looks = useChipLooks();
  const { labels, locale } = useLabels();
  useEffect(
    () =>
      setCopyWords(editor, {
        cited: (id) => {
          const { note, runs, author } = looks.get(id);
          return { note: note !== null, runs: runs ?? [], author: author ?? [] };
        },
        referred: ({ targetId, show }) => referenceText(labels.get(targetId), show, locale),
      }),
    [editor, looks, labels, locale],
  );
  return null;
}
