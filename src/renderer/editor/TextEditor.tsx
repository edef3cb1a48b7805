import { configExtension, defineExtension, mergeRegister, type AnyLexicalExtensionArgument } from 'lexical';
import { AutoFocusExtension, SelectionAlwaysOnDisplayExtension } from '@lexical/extension';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { use, useState, type ReactNode } from 'react';
import type { MemoDocument } from '../../shared/memo/document';
import { documentToLexical, type SerializedState } from '../../shared/memo/lexical';
import { cx } from '../ui/cx';
import { Changes } from './Changes';
import styles from './editor.module.css';
import { actOnSeenSelection } from './seenSelection';
import { stretchesExtension } from './stretches/stretchesExtension';
import { editorTheme } from './theme';
import { WritingLocale } from './typography/Typography';
import { leaveUnmeasured } from './unmeasured';
import { registerWholeBlocks } from './wholeBlocks';

export interface TextEditorProps {
  extension: AnyLexicalExtensionArgument;
  /** Read once; give the editor a `key` to show another. */
  document: MemoDocument;
  /** For screen readers: whose words these are. */
  label: string;
  placeholder: string;
  size: 'page' | 'small';
  autoFocus?: boolean;
  /** A moment after each change, and at once when the editor goes away. */
  onState: (state: SerializedState) => void;
  /** At every change, before the words are read: something is not saved yet. */
  onTouched?: () => void;
  children?: ReactNode;
}

/** While a popover has the focus, the words it is about stay marked as selected. */
function lookSelected(boxes: readonly HTMLElement[]): void {
  for (const box of boxes) box.style.background = 'color-mix(in srgb, var(--accent) 22%, transparent)';
}

/** The writing surface all editors share. What can be done in it comes as children. */
export function TextEditor({
  extension,
  document,
  label,
  placeholder,
  size,
  autoFocus = false,
  onState,
  onTouched,
  children,
}: TextEditorProps) {
  const locale = use(WritingLocale);
  const [root] = useState(() =>
    defineExtension({
      name: 'commonplace/editor',
      namespace: 'commonplace',
      theme: editorTheme,
      dependencies: [
        extension,
        ...(size === 'page' ? [stretchesExtension()] : []),
        configExtension(SelectionAlwaysOnDisplayExtension, { onReposition: lookSelected }),
        configExtension(AutoFocusExtension, { disabled: !autoFocus, defaultSelection: 'rootEnd' }),
      ],
      $initialEditorState: (editor) => {
        editor.setEditorState(editor.parseEditorState(JSON.stringify(documentToLexical(document))));
      },
      register: (editor) =>
        mergeRegister(leaveUnmeasured(editor), registerWholeBlocks(editor), actOnSeenSelection(editor)),
      onError: (error) => {
        throw error;
      },
    }),
  );
  return (
    <LexicalExtensionComposer extension={root} contentEditable={null}>
      <div className={cx(styles.surface, styles[size])}>
        <ContentEditable
          className={styles.words}
          role="textbox"
          aria-multiline
          aria-label={label}
          aria-placeholder={placeholder}
          placeholder={<div className={styles.placeholder}>{placeholder}</div>}
          spellCheck
          // The platform's spelling goes by it.
          lang={locale}
        />
      </div>
      <Changes onState={onState} onTouched={onTouched} />
      {children}
    </LexicalExtensionComposer>
  );
}
