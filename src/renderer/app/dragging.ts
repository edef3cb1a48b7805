import * as v from 'valibot';
import { id, target, type Target } from '../../shared/domain/common';

/** The drag data of Commonplace's own items: JSON of targets. Lower case, as browsers make it. */
const ITEMS_TYPE = 'application/x-commonplace-items';

/** An excerpt on its way into a memo: see features/excerpts/drag.ts. It can be dropped on a collection as well. */
const EXCERPT_TYPE = 'application/x-commonplace-excerpt';

export function setDragged(transfer: DataTransfer, items: readonly Target[], text: string): void {
  transfer.setData(ITEMS_TYPE, JSON.stringify(items));
  transfer.setData('text/plain', text);
  transfer.effectAllowed = 'copyMove';
}

/** Whether a drag over this window carries items; their ids can be read only when they are dropped. */
export function hasDragged(transfer: DataTransfer): boolean {
  return transfer.types.includes(ITEMS_TYPE) || transfer.types.includes(EXCERPT_TYPE);
}

const taken = new WeakSet<DragEvent>();

/** Says that what is dragged over this place is for it: the window then does not offer to bring it in as sources. */
export function takeDrag(event: DragEvent): void {
  taken.add(event);
}

export function isTaken(event: DragEvent): boolean {
  return taken.has(event);
}

/** The items of a drop; none if it carries something else or was made up elsewhere. */
export function readDragged(transfer: DataTransfer): Target[] {
  try {
    if (!transfer.types.includes(ITEMS_TYPE)) {
      const excerpt = v.safeParse(v.looseObject({ id }), JSON.parse(transfer.getData(EXCERPT_TYPE)));
      return excerpt.success ? [{ kind: 'excerpt', id: excerpt.output.id }] : [];
    }
    const parsed = v.safeParse(v.array(target), JSON.parse(transfer.getData(ITEMS_TYPE)));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}
