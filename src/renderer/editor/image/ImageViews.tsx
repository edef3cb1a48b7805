import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey } from 'lexical';
import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import { fraction } from '../../../shared/memo/images';
import { cx } from '../../ui/cx';
import { Kbd } from '../../ui/Kbd';
import { NodeViews } from '../nodeViews';
import { keepFocus } from '../chips/keys';
import { useChip } from '../useChip';
import { $isImageNode, ImageNode, type ImageFields } from './ImageNode';
import { Picture } from './Picture';
import { PicturePopover } from './PicturePopover';
import styles from './image.module.css';

/** Draws the picture of every image above its caption, and the form of the one that is open. */
export function ImageViews() {
  const [editor] = useLexicalComposerContext();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = useCallback((key: string) => setOpenKey(key), []);
  const close = useCallback(() => {
    setOpenKey(null);
    editor.focus();
  }, [editor]);
  return (
    <>
      <NodeViews
        klass={ImageNode}
        slot=":scope > div"
        render={(node) => <EditedPicture nodeKey={node.getKey()} image={node.__image} onOpen={open} />}
      />
      {openKey !== null && <PicturePopover key={openKey} nodeKey={openKey} onClose={close} />}
    </>
  );
}

interface EditedPictureProps {
  nodeKey: string;
  image: ImageFields;
  onOpen: (key: string) => void;
}

/** A picture that can be selected, described, made wider and narrower, and deleted. */
const EditedPicture = memo(function EditedPicture({ nodeKey, image, onOpen }: EditedPictureProps) {
  const [editor] = useLexicalComposerContext();
  const { ref, selected } = useChip(nodeKey, (_element, by) => by === 'key' && onOpen(nodeKey));
  const keys = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? image.width;
  const setWidth = useCallback(
    (next: number) => {
      editor.update(() => {
        const node = $getNodeByKey(nodeKey);
        if ($isImageNode(node)) node.setImage({ width: fraction(next) });
      }, keepFocus);
    },
    [editor, nodeKey],
  );
  const shown = { ...image, width: 1 };
  return (
    <div className={cx(styles.frame, selected && styles.selected)} style={{ width: `${width * 100}%` }}>
      <span
        ref={ref}
        // No button: what is in one has no roles of its own, and the picture would be no picture to a screen reader.
        role="group"
        tabIndex={0}
        className={styles.chip}
        aria-label={`Picture: ${image.alt || 'not described yet'}`}
        aria-describedby={keys}
        onDoubleClick={() => onOpen(nodeKey)}
      >
        <Picture image={shown} />
      </span>
      <span id={keys} hidden>
        Enter describes it, Delete takes it out.
      </span>
      <WidthHandle width={image.width} onDrag={setDragged} onWidth={setWidth} />
      {selected && (
        <button
          type="button"
          className={styles.describe}
          // The picture stays selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(nodeKey)}
        >
          {image.alt === '' ? (
            <>
              Describe this picture <Kbd shortcut="enter" />
            </>
          ) : (
            image.alt
          )}
        </button>
      )}
    </div>
  );
});

interface WidthHandleProps {
  width: number;
  onDrag: (width: number | null) => void;
  onWidth: (width: number) => void;
}

/** The edge of a picture: drag it, or press the arrow keys on it. */
function WidthHandle({ width, onDrag, onWidth }: WidthHandleProps) {
  const ref = useRef<HTMLSpanElement>(null);
  const now = useRef({ width, onDrag, onWidth });
  useEffect(() => {
    now.current = { width, onDrag, onWidth };
  });
  useEffect(() => {
    const handle = ref.current;
    if (!handle) return;
    /** subtle: a picture stands in the middle, so that each side moves by half of what it grows. */
    const widthAt = (event: PointerEvent) => {
      const room = handle.closest('figure')?.getBoundingClientRect();
      if (!room) return now.current.width;
      return fraction((2 * Math.abs(event.clientX - (room.left + room.width / 2))) / room.width);
    };
    const onMove = (event: PointerEvent) => now.current.onDrag(widthAt(event));
    const onUp = (event: PointerEvent) => {
      handle.removeEventListener('pointermove', onMove);
      now.current.onWidth(widthAt(event));
      now.current.onDrag(null);
    };
    const onDown = (event: PointerEvent) => {
      event.preventDefault();
      event.stopPropagation();
      handle.setPointerCapture(event.pointerId);
      handle.addEventListener('pointermove', onMove);
      handle.addEventListener('pointerup', onUp, { once: true });
    };
    // subtle: native listeners, as in useChip: the editor would take the keys before React hears of them.
    const onKeyDown = (event: KeyboardEvent) => {
      const steps: Record<string, number> = {
        ArrowLeft: now.current.width - 0.05,
        ArrowDown: now.current.width - 0.05,
        ArrowRight: now.current.width + 0.05,
        ArrowUp: now.current.width + 0.05,
        Home: 0.1,
        End: 1,
      };
      const next = steps[event.key];
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      now.current.onWidth(next);
    };
    handle.addEventListener('pointerdown', onDown);
    handle.addEventListener('keydown', onKeyDown);
    return () => {
      handle.removeEventListener('pointerdown', onDown);
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return (
    <span
      ref={ref}
      role="slider"
      tabIndex={0}
      className={styles.handle}
      aria-label="Width of the picture"
      aria-orientation="horizontal"
      aria-valuemin={10}
      aria-valuemax={100}
      aria-valuenow={Math.round(width * 100)}
      aria-valuetext={`${Math.round(width * 100)} % of the text`}
    />
  );
}
