export interface LabelBox {
  id: string;
  /** Middle of the actor on the screen, in px. */
  x: number;
  y: number;
  /** Half of the actor's height, and the width of its name, in px. */
  radius: number;
  width: number;
}

const HEIGHT = 15;
const CELL = 60;

/**
 * Which names can stand below their actors without covering one that came before, the weightiest first. Only those in sight are
 * looked at. O(n) by a grid of cells.
 */
export function labelsThatFit(
  boxes: Iterable<LabelBox>,
  view: { width: number; height: number },
  most: number,
): Set<string> {
  const chosen = new Set<string>();
  const cells = new Map<string, { left: number; right: number; top: number; bottom: number }[]>();
  for (const { id, x, y, radius, width } of boxes) {
    if (chosen.size >= most) break;
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const box = { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y + radius, bottom: y + radius + HEIGHT };
    const keys: string[] = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
        keys.push(`${column} ${row}`);
    }
    const covers = keys.some((key) =>
      cells
        .get(key)
        ?.some(
          (other) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        ),
    );
    if (covers) continue;
    chosen.add(id);
    for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box]);
  }
  return chosen;
}
