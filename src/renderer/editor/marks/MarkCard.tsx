import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isMarkNode } from '@lexical/mark';
import { $getNearestNodeFromDOMNode, $getNodeByKey, CLICK_COMMAND, COMMAND_PRIORITY_LOW } from 'lexical';
import { ArrowUpRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TextMark } from '../../../shared/memo/document';
import { readMarkId } from '../../../shared/memo/lexical';
import { isMac } from '../../app/shortcuts';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { ActorIcon } from '../../ui/Chip';
import { Popover } from '../../ui/Popover';
import { StatusMark } from '../../ui/StatusMark';
import { useOpenElsewhere } from '../elsewhere';
import cards from '../cards.module.css';
import rows from '../menus/rows.module.css';
import { $enclosingMark, $removeMark } from './MarksExtension';

interface Shown {
  nodeKey: string;
  marks: TextMark[];
  rect: DOMRect;
}

/** A click on marked words says which claims and actors they are marked as; with Ctrl or Cmd it goes there at once. */
export function MarkCard() {
  const [editor] = useLexicalComposerContext();
  const openElsewhere = useOpenElsewhere();
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(
    () =>
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!(event.target instanceof Element) || event.target.closest('button, a, [role="button"]')) return false;
          if (!window.getSelection()?.isCollapsed) return false;
          const node = $enclosingMark($getNearestNodeFromDOMNode(event.target));
          const marks = (node?.getIDs() ?? [])
            .flatMap((id) => readMarkId(id) ?? [])
            .filter(({ kind }) => kind !== 'comment');
          const [first] = marks;
          if (!node || !first) return false;
          if (isMac ? event.metaKey : event.ctrlKey) openElsewhere(placeOfMark(first));
          else {
            const rects = [...(editor.getElementByKey(node.getKey())?.getClientRects() ?? [])];
            const rect = rects.find(({ top, bottom }) => top <= event.clientY && event.clientY <= bottom) ?? rects[0];
            if (rect) setShown({ nodeKey: node.getKey(), marks, rect });
          }
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, openElsewhere],
  );
  if (!shown) return null;

  const close = () => setShown(null);
  const remove = (mark: TextMark) => {
    editor.update(() => {
      const node = $getNodeByKey(shown.nodeKey);
      if ($isMarkNode(node)) $removeMark(node, mark);
    });
    close();
  };
  return (
    <Popover
      label="Marked as"
      open
      onOpenChange={(open) => !open && close()}
      anchor={{ getBoundingClientRect: () => shown.rect }}
      initialFocus={false}
    >
      <div className={cards.markCard}>
        {shown.marks.map((mark) => (
          <MarkLine
            key={mark.id}
            mark={mark}
            onOpen={() => {
              close();
              openElsewhere(placeOfMark(mark));
            }}
            onRemove={() => remove(mark)}
          />
        ))}
      </div>
    </Popover>
  );
}

function placeOfMark({ kind, id }: TextMark) {
  return kind === 'claim' ? ({ view: 'claims', id } as const) : ({ view: 'actors', id } as const);
}

interface MarkLineProps {
  mark: TextMark;
  onOpen: () => void;
  onRemove: () => void;
}

function MarkLine({ mark, onOpen, onRemove }: MarkLineProps) {
  const claim = useCall('claims.get', { id: mark.id }, { enabled: mark.kind === 'claim' });
  const actor = useCall('actors.get', { id: mark.id }, { enabled: mark.kind === 'actor' });
  const gone = claim.error ?? actor.error;
  return (
    <div className={cards.markLine}>
      <div className={cards.markWhat}>
        {claim.data && (
          <>
            <StatusMark status={claim.data.status} /> <span className={cards.serif}>{claim.data.statement}</span>
          </>
        )}
        {actor.data && (
          <>
            <ActorIcon kind={actor.data.kind} /> <span dir="auto">{actor.data.name}</span>
            <span className={rows.rowDetail}>{actor.data.role}</span>
          </>
        )}
        {gone && 'Not in the library any more.'}
      </div>
      <div className={cards.formActs}>
        {!gone && (
          <Button look="link" onClick={onOpen}>
            {mark.kind === 'claim' ? 'Open the claim' : 'Open the actor'} <ArrowUpRight size={12} aria-hidden />
          </Button>
        )}
        <span className={cards.spring} />
        <Button onClick={onRemove}>Remove mark</Button>
      </div>
    </div>
  );
}
