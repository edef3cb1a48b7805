import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { use, useEffect } from 'react';
import { labelText, referenceText } from '../../../../shared/memo/labels';
import { translationWords } from '../../../../shared/memo/translation-words';
import { useLabels } from '../../labels';
import { InsideNote, useChipLooks } from '../../rendering';
import { setCopyWords } from './wordsOf';

/** Lets copies of this text say what its citations, references and captions say at the moment. */
export function CopyWordsHere() {
  const [editor] = useLexicalComposerContext();
  const looks = useChipLooks();
  const inNote = use(InsideNote);
  const { labels, locale } = useLabels();
  useEffect(
    () =>
      setCopyWords(editor, {
        cited: (id) => {
          const { note, runs, author } = looks.get(id);
          return { note: note !== null, runs: runs ?? [], author: author ?? [] };
        },
        get noteStyle() {
          return looks.noteStyle;
        },
        inNote,
        referred: ({ targetId, show }) => referenceText(labels.get(targetId), show, locale),
        called: (id) => {
          const label = labels.get(id);
          return label ? labelText(label, locale) : '';
        },
        translated: (by) => translationWords(by, locale),
      }),
    [editor, looks, labels, locale, inNote],
  );
  return null;
}
