import type { DragEvent } from 'react';

/** The drag-and-drop type of an excerpt: `{"id": "…"}`. */
export const excerptDragType = 'application/x-commonplace-excerpt';

/** Lets an excerpt be dragged into a memo; its words go along for other programs. */
export function dragExcerpt(event: DragEvent, excerpt: { id: string; text: string }): void {
  event.dataTransfer.setData(excerptDragType, JSON.stringify({ id: excerpt.id }));
  event.dataTransfer.setData('text/plain', excerpt.text);
  event.dataTransfer.effectAllowed = 'copy';
}
