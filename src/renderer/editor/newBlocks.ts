import { DOMRenderExtension, domOverride } from '@lexical/html';
import { $isRootNode, configExtension, defineExtension } from 'lexical';

/** As many as may be on the screen: what is pasted by the hundred is laid out when it comes near the window, like all else. */
const MOST = 30;
/** How long after the last one was made. */
const SETTLE_MS = 1000;

/**
 * Has a block that was just made laid out at once; the style sheet goes by `data-new`.
 *
 * Blocks are laid out when they come near the window. That a new one is near, the browser finds out after it has laid out the page
 * without it, and lays it out again, twice where the caret is in it: 4 ms at each Enter in a long memo.
 */
export function newBlocksExtension() {
  const made = new Set<HTMLElement>();
  return defineExtension({
    name: 'commonplace/new-blocks',
    dependencies: [
      configExtension(DOMRenderExtension, {
        overrides: [
          domOverride('*', {
            $decorateDOM: (node, previous, element) => {
              if (previous !== null || made.size >= MOST || !$isRootNode(node.getParent())) return;
              element.dataset['new'] = '';
              made.add(element);
            },
          }),
        ],
      }),
    ],
    register: (editor) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let idle: number | undefined;
      const settle = () => {
        for (const element of made) delete element.dataset['new'];
        made.clear();
      };
      const whenIdle = () => {
        idle = requestIdleCallback(settle);
      };
      const stop = editor.registerUpdateListener(({ mutatedNodes }) => {
        if (made.size === 0 || !mutatedNodes) return;
        clearTimeout(timer);
        timer = setTimeout(whenIdle, SETTLE_MS);
      });
      return () => {
        stop();
        clearTimeout(timer);
        if (idle !== undefined) cancelIdleCallback(idle);
        settle();
      };
    },
  });
}
