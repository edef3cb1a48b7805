import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

export interface Point {
  x: number;
  y: number;
}

interface Body extends Point {
  id: string;
  index?: number;
}

const STEPS = 90;
/** Work is parted into pieces of this many milliseconds, so that the window stays alive. */
const PIECE_MS = 24;

/**
 * Places for actors so that those that are tied stand near each other and none covers another: d3-force, which begins from a
 * fixed spiral and uses no chance, so that the same network always looks the same. Units are the drawing's own.
 * @returns null when `signal` ended it
 */
export async function placeActors(
  ids: readonly string[],
  ties: readonly { a: string; b: string; shown: number }[],
  signal: AbortSignal,
): Promise<Map<string, Point> | null> {
  const bodies = ids.map((id): Body => ({ id, x: NaN, y: NaN }));
  const heaviest = Math.max(1, ...ties.map(({ shown }) => shown));
  const links = ties.map(({ a, b, shown }) => ({
    source: a,
    target: b,
    pull: Math.log1p(shown) / Math.log1p(heaviest),
  }));
  const simulation = forceSimulation<Body>(bodies)
    .force(
      'ties',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(({ pull }) => 110 - 60 * pull),
    )
    .force('apart', forceManyBody<Body>().strength(-260).distanceMax(900).theta(1.2))
    .force('cover', forceCollide<Body>(16))
    .force('x', forceX<Body>().strength(0.05))
    .force('y', forceY<Body>().strength(0.07))
    .alphaDecay(1 - Math.pow(0.001, 1 / STEPS))
    .stop();
  let pieceEnds = performance.now() + PIECE_MS;
  for (let step = 0; step < STEPS; step++) {
    simulation.tick();
    if (performance.now() < pieceEnds) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    pieceEnds = performance.now() + PIECE_MS;
  }
  return new Map(bodies.map(({ id, x, y }) => [id, { x, y }]));
}
