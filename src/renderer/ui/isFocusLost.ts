/** Whether nobody has the focus any more once a popup is gone: it may have gone elsewhere meanwhile. */
export function isFocusLost(popup: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || (popup?.contains(activeElement) ?? true);
}
