import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey } from 'lexical';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Input } from '../../ui/Field';
import { Popover } from '../../ui/Popover';
import cards from '../cards.module.css';
import { keepFocus } from '../chips/keys';
import { $isImageNode } from './ImageNode';
import styles from './image.module.css';

/** What a picture shows, in words; and its removal. */
export function PicturePopover({ nodeKey, onClose }: { nodeKey: string; onClose: () => void }) {
  const [editor] = useLexicalComposerContext();
  const [alt, setAlt] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isImageNode(node) ? node.getImage().alt : '';
    }),
  );
  const done = () => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isImageNode(node) && node.getImage().alt !== alt.trim()) node.setImage({ alt: alt.trim() });
    }, keepFocus);
    onClose();
  };
  const remove = () => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectNext(0, 0);
      node?.remove();
    });
    onClose();
  };
  return (
    <Popover
      label="Picture"
      open
      onOpenChange={(open) => !open && done()}
      anchor={() => editor.getElementByKey(nodeKey)?.querySelector('img, [role="img"]') ?? null}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Input
          label="What the picture shows"
          hint="Read out to those who do not see it. The caption below the picture need not say it again."
          value={alt}
          onChange={setAlt}
          maxLength={2000}
          autoFocus
        />
        <div className={cards.formActs}>
          <Button onClick={remove}>Remove picture</Button>
          <span className={cards.spring} />
          <Button look="secondary" type="submit">
            Done
          </Button>
        </div>
      </form>
    </Popover>
  );
}
