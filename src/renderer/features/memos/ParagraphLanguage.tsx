import type { LexicalEditor } from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';
import { languageName } from '../../../shared/domain/language-names';
import { shortcutText } from '../../app/shortcuts';
import { editorShortcuts, START_ACT_COMMAND } from '../../editor/keys';
import { $selectedLanguage } from '../../editor/language/blockLanguage';
import styles from './foot.module.css';

/** The language of the block at the caret, where it is not the memo's: leads to choosing another. */
export function ParagraphLanguage({ editor }: { editor: LexicalEditor }) {
  const subscribe = useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor]);
  const language = useSyncExternalStore(subscribe, () => editor.read('latest', $selectedLanguage) ?? null);
  if (language === null) return null;
  return (
    <button
      type="button"
      className={styles.words}
      title={`Language of this paragraph, ${shortcutText(editorShortcuts.language)}`}
      onClick={() => editor.focus(() => editor.dispatchCommand(START_ACT_COMMAND, 'language'))}
    >
      {languageName(language).name}
    </button>
  );
}
