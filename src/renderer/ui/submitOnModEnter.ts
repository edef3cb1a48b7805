import type { KeyboardEvent } from 'react';

/** Ctrl/Cmd+Enter in a field of several lines does what Enter does in a field of one: it submits the form. */
export function submitOnModEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
