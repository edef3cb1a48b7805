/**
 * Has the window keep a text's room and not draw its words until what this answers is called. Else the whole text is laid out again
 * with each part that is put in. The window's own selection goes, since Chromium asks of each new block whether it is in it, and
 * walks over all the others for that; the editor's selection is not touched.
 */
export function leaveUndrawn(root: HTMLElement | null): () => void {
  if (!root) return () => {};
  root.ownerDocument.getSelection()?.removeAllRanges();
  root.style.height = `${root.offsetHeight}px`;
  root.style.contentVisibility = 'hidden';
  return () => {
    root.style.removeProperty('height');
    root.style.removeProperty('content-visibility');
  };
}
