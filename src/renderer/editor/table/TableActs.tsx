import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table';
import { $getSelection, $isRangeSelection, type NodeKey } from 'lexical';
import { Table } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/Button';
import { Menu } from '../../ui/Menu';
import styles from '../toolbar/toolbar.module.css';
import { $createTableCaptionNode, $isTableCaptionNode } from './TableCaptionNode';

/** Puts the caret into the caption of the table at the caret, which it gets now if it has none. */
function $addCaption(): void {
  const node = $getSelection()?.getNodes()[0];
  const table = node && $findTableNode(node);
  if (!table) return;
  const before = table.getPreviousSibling();
  const caption = $isTableCaptionNode(before) ? before : $createTableCaptionNode();
  if (caption !== before) table.insertBefore(caption);
  caption.selectEnd();
}

/** While the caret is in a table: a button above its corner with everything that can be done with rows and columns. */
export function TableActs() {
  const [editor] = useLexicalComposerContext();
  const [tableKey, setTableKey] = useState<NodeKey | null>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        editorState.read(() => {
          const selection = $getSelection();
          const node = selection?.getNodes()[0];
          setTableKey(node ? ($findTableNode(node)?.getKey() ?? null) : null);
        });
      }),
    [editor],
  );
  useEffect(() => {
    if (tableKey === null) return setPlace(null);
    const put = () => {
      const rect = editor.getElementByKey(tableKey)?.getBoundingClientRect();
      setPlace(rect ? { top: rect.top - 30, left: rect.right - 84 } : null);
    };
    put();
    document.addEventListener('scroll', put, true);
    window.addEventListener('resize', put);
    return () => {
      document.removeEventListener('scroll', put, true);
      window.removeEventListener('resize', put);
    };
  }, [editor, tableKey]);

  if (tableKey === null || place === null) return null;
  const edit = (change: () => unknown) => () => {
    editor.update(() => void change());
    editor.focus();
  };
  return createPortal(
    <div className={styles.tableActs} style={place}>
      <Menu
        align="end"
        entries={[
          { label: 'Add row above', run: edit(() => $insertTableRowAtSelection(false)) },
          { label: 'Add row below', run: edit(() => $insertTableRowAtSelection(true)) },
          { label: 'Add column before', run: edit(() => $insertTableColumnAtSelection(false)) },
          { label: 'Add column after', run: edit(() => $insertTableColumnAtSelection(true)) },
          { label: 'Add caption', run: edit($addCaption) },
          'line',
          { label: 'Delete row', run: edit($deleteTableRowAtSelection) },
          { label: 'Delete column', run: edit($deleteTableColumnAtSelection) },
          {
            label: 'Delete table',
            dangerous: true,
            run: edit(() => {
              const selection = $getSelection();
              const node = $isRangeSelection(selection) ? selection.anchor.getNode() : selection?.getNodes()[0];
              const table = node && $findTableNode(node);
              table?.selectNext();
              table?.remove();
            }),
          },
        ]}
      >
        <Button look="secondary" icon={<Table size={14} aria-hidden />}>
          Table
        </Button>
      </Menu>
    </div>,
    document.body,
  );
}
