import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_PUSH_TAG,
  type BaseSelection,
  type LexicalEditor,
  type UpdateTag,
} from 'lexical';
import { use, useEffect, useState } from 'react';
import { failureFrom } from '../../../shared/result';
import type { TextMark } from '../../../shared/memo/document';
import { call } from '../../client';
import { Popover } from '../../ui/Popover';
import { useToasts } from '../../ui/Toast';
import { ReferencePicker } from '../cross-reference/ReferencePicker';
import { $insertReference } from '../cross-reference/targets';
import { ActorChooser } from '../entities/ActorChooser';
import { EntityPicker } from '../entities/EntityPicker';
import styles from '../cards.module.css';
import { $insertCitation, $insertExcerpt, $insertFootnote, citationItemOf } from '../insert';
import { OPEN_FOOTNOTE_COMMAND, START_ACT_COMMAND, type EditorAct } from '../keys';
import { $canHaveLanguage, $setSelectedLanguage } from '../language/blockLanguage';
import { LanguagePicker } from '../language/LanguagePicker';
import { $markSelection } from '../marks/MarksExtension';
import { InsideNote } from '../rendering';
import { WritingLocale } from '../typography/Typography';
import { LinkForm } from './LinkForm';
import { SelectionToolbar } from './SelectionToolbar';

interface Started {
  act: Exclude<EditorAct, 'footnote' | 'image' | 'comment' | 'markdown'>;
  /** Where the caret or the words were: the popover takes the focus, the act still concerns them. */
  selection: BaseSelection | null;
  text: string;
  url: string;
  rect: DOMRect;
}

const labels = {
  cite: 'Cite a source or excerpt',
  excerpt: 'Quote an excerpt',
  link: 'Link',
  claim: 'Mark as claim',
  actor: 'Tag actor',
  'cross-reference': 'Refer to a heading, figure or table',
  language: 'Language of this paragraph',
} as const;

/** What can be done at the caret or with selected words, from the toolbar, the `/` menu and the keyboard alike. */
export function Acts() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  const insideNote = use(InsideNote);
  const locale = use(WritingLocale);
  const [started, setStarted] = useState<Started | null>(null);

  useEffect(
    () =>
      editor.registerCommand(
        START_ACT_COMMAND,
        (act) => {
          // Taken where there are comments.
          if (act === 'comment') return false;
          const selection = $getSelection();
          if (act === 'footnote') {
            const node = $insertFootnote();
            editor.dispatchCommand(OPEN_FOOTNOTE_COMMAND, node.getKey());
            return true;
          }
          // Where there are pictures, their own input takes this act; so does the dialog for Markdown.
          if (act === 'image' || act === 'markdown') return false;
          if (act === 'language' && (insideNote || !$canHaveLanguage())) {
            toasts.say(
              insideNote
                ? 'Footnotes are in the memo’s language. Only blocks of the text have one of their own.'
                : 'Nothing here has a language of its own. Go into a paragraph, heading, list or quotation.',
            );
            return true;
          }
          const words = $isRangeSelection(selection) && !selection.isCollapsed();
          if (!words && (act === 'claim' || act === 'actor')) {
            toasts.say('Select the words first, then mark them.');
            return true;
          }
          const text = words ? selection.getTextContent() : '';
          const rect = caretRect(editor);
          setStarted({ act, selection: selection?.clone() ?? null, text, url: $linkUrl(selection), rect });
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor, toasts, insideNote],
  );

  const finish = (edit?: () => void, tag?: UpdateTag) => {
    const selection = started?.selection ?? null;
    setStarted(null);
    editor.update(
      () => {
        if (selection) $setSelection(selection.clone());
        edit?.();
      },
      tag === undefined ? {} : { tag },
    );
    editor.focus();
  };
  /** For acts that have to ask the library first. */
  const finishLater = (work: Promise<() => void>) => {
    work.then(
      (edit) => finish(edit),
      (error: unknown) => {
        toasts.fail(failureFrom(error));
        finish();
      },
    );
  };
  const mark = (kind: TextMark['kind'], id: string) => finish(() => void $markSelection({ kind, id }));

  return (
    <>
      <SelectionToolbar hidden={started !== null} />
      {started && (
        <Popover
          label={labels[started.act]}
          open
          onOpenChange={(open) => !open && finish()}
          anchor={{ getBoundingClientRect: () => started.rect }}
        >
          <div className={styles.actForm}>
            {started.act === 'link' && (
              <LinkForm
                url={started.url}
                needsText={started.text === '' && started.url === ''}
                onCancel={() => finish()}
                onApply={(url, text) =>
                  finish(() => {
                    const selection = $getSelection();
                    if (url !== null && text !== '' && $isRangeSelection(selection)) {
                      selection.insertText(text);
                      const end = selection.focus;
                      selection.anchor.set(end.key, end.offset - text.length, end.type);
                    }
                    editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
                  })
                }
              />
            )}
            {started.act === 'cite' && (
              <EntityPicker
                label="Source or excerpt"
                kinds={['source', 'excerpt']}
                onCancel={() => finish()}
                onChoose={(entity) =>
                  finishLater(citationItemOf(entity, call).then((item) => () => void $insertCitation([item])))
                }
              />
            )}
            {started.act === 'excerpt' && (
              <EntityPicker
                label="Excerpt"
                kinds={['excerpt']}
                onCancel={() => finish()}
                onChoose={({ id }) =>
                  finishLater(call('excerpts.get', { id }).then((excerpt) => () => $insertExcerpt(excerpt)))
                }
              />
            )}
            {started.act === 'cross-reference' && (
              <ReferencePicker onChoose={({ key, kind }) => finish(() => $insertReference(key, kind))} />
            )}
            {started.act === 'language' && (
              <LanguagePicker
                locale={locale}
                onChoose={(language) => finish(() => $setSelectedLanguage(language), HISTORY_PUSH_TAG)}
              />
            )}
            {started.act === 'claim' && (
              <EntityPicker
                label="Claim"
                kinds={['claim']}
                onCancel={() => finish()}
                onChoose={({ id }) => mark('claim', id)}
                onCreate={(statement) =>
                  finishLater(
                    call('claims.create', { statement: statement.slice(0, 2000) }).then(
                      ({ id }) =>
                        () =>
                          void $markSelection({ kind: 'claim', id }),
                    ),
                  )
                }
                createLabel={(statement) => `New claim “${statement}”`}
                suggestion={started.text}
              />
            )}
            {started.act === 'actor' && (
              <ActorChooser
                startWith={started.text.length <= 80 ? started.text : ''}
                onCancel={() => finish()}
                onChoose={(id) => mark('actor', id)}
                onFail={(error) => {
                  toasts.fail(error);
                  finish();
                }}
              />
            )}
          </div>
        </Popover>
      )}
    </>
  );
}

function $linkUrl(selection: BaseSelection | null): string {
  if (!$isRangeSelection(selection)) return '';
  const parent = selection.anchor.getNode().getParent();
  return $isLinkNode(parent) ? parent.getURL() : '';
}

/** Where the selection is on screen. subtle: a caret in an empty paragraph has no rectangle; its paragraph has. */
function caretRect(editor: LexicalEditor): DOMRect {
  const range = window.getSelection()?.rangeCount ? window.getSelection()?.getRangeAt(0) : undefined;
  const rect = range?.getBoundingClientRect();
  if (rect && (rect.width > 0 || rect.height > 0)) return rect;
  const container = range?.startContainer;
  const element = container instanceof HTMLElement ? container : container?.parentElement;
  return (element ?? editor.getRootElement())?.getBoundingClientRect() ?? new DOMRect();
}
