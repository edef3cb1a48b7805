import { $createCodeNode } from '@lexical/code';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { INSERT_TABLE_COMMAND } from '@lexical/table';
import { $createParagraphNode, $getSelection, type ElementNode, type LexicalEditor } from 'lexical';
import {
  ArrowLeftRight,
  ClipboardPaste,
  Code,
  CornerDownRight,
  Heading1,
  Heading2,
  Heading3,
  Image as ImageIcon,
  Languages,
  Link2,
  List as ListIcon,
  ListOrdered,
  Minus,
  Pilcrow,
  Quote,
  StickyNote,
  Table as TableIcon,
  TextQuote,
  type LucideIcon,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Shortcut } from '../../app/shortcuts';
import { Kbd } from '../../ui/Kbd';
import { pick } from '../../ui/pick';
import styles from './rows.module.css';
import { $turnDirection } from '../direction/turnDirection';
import { $keepWriting } from '../language/blockLanguage';
import { $insertBlock } from '../insert';
import { editorShortcuts, START_ACT_COMMAND } from '../keys';
import { TypeMenu } from './TypeMenu';
import { matchSlash } from './triggers';

interface BlockChoice {
  name: string;
  also: string[];
  icon: LucideIcon;
  /** What to type instead. */
  typed?: string;
  shortcut?: Shortcut;
  run: (editor: LexicalEditor) => void;
}

const $become = (make: () => ElementNode) => () => $setBlocksType($getSelection(), make, $keepWriting);

const choices: BlockChoice[] = [
  { name: 'Text', also: ['paragraph'], icon: Pilcrow, run: $become($createParagraphNode) },
  {
    name: 'Turn direction',
    also: ['right to left', 'left to right', 'rtl', 'ltr'],
    icon: ArrowLeftRight,
    shortcut: editorShortcuts.direction,
    run: () => void $turnDirection(),
  },
  {
    name: 'Language of this paragraph',
    also: ['spelling', 'hyphenation', 'lang'],
    icon: Languages,
    shortcut: editorShortcuts.language,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'language'),
  },
  {
    name: 'Heading 1',
    also: ['title', 'h1'],
    icon: Heading1,
    shortcut: editorShortcuts.heading1,
    run: $become(() => $createHeadingNode('h1')),
  },
  {
    name: 'Heading 2',
    also: ['h2'],
    icon: Heading2,
    shortcut: editorShortcuts.heading2,
    run: $become(() => $createHeadingNode('h2')),
  },
  {
    name: 'Heading 3',
    also: ['h3'],
    icon: Heading3,
    shortcut: editorShortcuts.heading3,
    run: $become(() => $createHeadingNode('h3')),
  },
  {
    name: 'Bulleted list',
    also: ['unordered', 'bullets'],
    icon: ListIcon,
    typed: '-',
    run: (editor) => editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined),
  },
  {
    name: 'Numbered list',
    also: ['ordered'],
    icon: ListOrdered,
    typed: '1.',
    run: (editor) => editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined),
  },
  { name: 'Quotation', also: ['blockquote'], icon: TextQuote, typed: '>', run: $become($createQuoteNode) },
  {
    name: 'Excerpt',
    also: ['quotation', 'quote an excerpt'],
    icon: Quote,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'excerpt'),
  },
  {
    name: 'Citation',
    also: ['cite', 'source', 'reference'],
    icon: Link2,
    typed: '@',
    shortcut: editorShortcuts.cite,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'cite'),
  },
  {
    name: 'Footnote',
    also: ['note'],
    icon: StickyNote,
    shortcut: editorShortcuts.footnote,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'footnote'),
  },
  {
    name: 'Table',
    also: ['grid', 'rows', 'columns'],
    icon: TableIcon,
    run: (editor) =>
      editor.dispatchCommand(INSERT_TABLE_COMMAND, {
        rows: '3',
        columns: '3',
        includeHeaders: { rows: true, columns: false },
      }),
  },
  {
    name: 'Image',
    also: ['picture', 'figure', 'photo', 'insert an image'],
    icon: ImageIcon,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'image'),
  },
  {
    name: 'Cross-reference',
    also: ['refer to a heading, figure or table', 'see'],
    icon: CornerDownRight,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'cross-reference'),
  },
  {
    name: 'Paste as Markdown',
    also: ['md', 'pandoc'],
    icon: ClipboardPaste,
    run: (editor) => editor.dispatchCommand(START_ACT_COMMAND, 'markdown'),
  },
  { name: 'Code', also: ['monospace'], icon: Code, typed: '```', run: $become(() => $createCodeNode()) },
  {
    name: 'Rule',
    also: ['line', 'divider', 'horizontal'],
    icon: Minus,
    typed: '---',
    run: () => $insertBlock($createHorizontalRuleNode()),
  },
];

/** `/`: blocks, with what to type or press instead. */
export function BlockMenu({ without = [] }: { without?: readonly string[] }) {
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const items = useMemo(() => {
    if (query === null) return [];
    const offered = choices.filter(({ name }) => !without.includes(name));
    return pick(query, offered, ({ name, also }) => [name, ...also], choices.length).map((choice) => ({
      key: choice.name,
      heading: 'Blocks',
      row: (
        <>
          <span className={styles.rowIcon}>
            <choice.icon size={14} aria-hidden />
          </span>
          <span className={styles.rowTitle}>{choice.name}</span>
          {choice.typed && <code className={styles.rowTyped}>{choice.typed}</code>}
          {choice.shortcut && <Kbd shortcut={choice.shortcut} />}
        </>
      ),
      choose: () => choice.run(editor),
    }));
  }, [editor, query, without]);
  return <TypeMenu label="Insert a block" trigger={matchSlash} items={items} onQuery={setQuery} />;
}
