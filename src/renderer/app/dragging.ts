import * as v from 'valibot';
import { target, type Target } from '../../shared/domain/common';

/** The drag data of Commonplace's own items: JSON of targets. Lower case, as browsers make it. */
export const ITEMS_TYPE = 'application/x-commonplace-items';

export function setDragged(transfer: DataTransfer, items: readonly Target[], text: string): void {
  transfer.setData(ITEMS_TYPE, JSON.stringify(items));
  transfer.setData('text/plain', text);
  transfer.effectAllowed = 'copyMove';
}

/** Whether a drag over this window carries items; their ids can be read only when they are dropped. */
export function hasDragged(transfer: DataTransfer): boolean {
  return transfer.types.includes(ITEMS_TYPE);
}

/** The items of a drop; none if it carries something else or was made up elsewhere. */
export function readDragged(transfer: DataTransfer): Target[] {
  try {
    const parsed = v.safeParse(v.array(target), JSON.parse(transfer.getData(ITEMS_TYPE)));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}
