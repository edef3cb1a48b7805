import { describe, expect, it, vi } from 'vitest';
import { PageDrawer, type DrawerSetup } from './PageDrawer';
import type { FromDrawer, ToDrawer } from './worker/messages';

/** A worker that answers as it is told to. */
class FakeWorker {
  onmessage: ((event: { data: FromDrawer }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly got: ToDrawer[] = [];
  ended = false;
  constructor(readonly atOpening: FromDrawer) {}
  postMessage(message: ToDrawer): void {
    this.got.push(message);
    if (message.type === 'open') this.say(this.atOpening);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FromDrawer): void {
    this.onmessage?.({ data });
  }
  get drawing() {
    return this.got.flatMap((message) => (message.type === 'draw' ? [message] : []));
  }
}

const opened: FromDrawer = { type: 'opened', pages: [{ label: 'i', width: 10, height: 20 }] };

function setUp(more: Partial<DrawerSetup> = {}, atOpening = opened) {
  const workers: FakeWorker[] = [];
  const drawer = new PageDrawer({
    start: () => {
      const worker = new FakeWorker(atOpening);
      workers.push(worker);
      return worker as unknown as Worker;
    },
    bytes: async () => new Uint8Array(3),
    resource: async () => null,
    ...more,
  });
  return { drawer, workers };
}

const bitmap = { close: vi.fn() } as unknown as ImageBitmap;
const never = new AbortController().signal;

describe('the drawer of pages', () => {
  it('draws the page that was asked for last before those that wait', async () => {
    const { drawer, workers } = setUp();
    await drawer.open();
    const pictures = [0, 1, 2].map((page) => drawer.draw(page, 1, never));
    await vi.waitFor(() => expect(workers[0]?.drawing).toHaveLength(1));
    for (let step = 0; step < 3; step += 1) {
      await vi.waitFor(() => expect(workers[0]?.drawing).toHaveLength(step + 1));
      workers[0]?.say({ type: 'drawn', id: workers[0].drawing.at(-1)?.id ?? 0, bitmap });
    }
    await Promise.all(pictures);
    expect(workers[0]?.drawing.map(({ page }) => page)).toEqual([0, 2, 1]);
  });

  it('stops drawing what is no longer wanted', async () => {
    const { drawer, workers } = setUp();
    const gone = new AbortController();
    const picture = drawer.draw(0, 1, gone.signal);
    await vi.waitFor(() => expect(workers[0]?.drawing).toHaveLength(1));
    gone.abort();
    await expect(picture).rejects.toMatchObject({ problem: 'cancelled' });
    expect(workers[0]?.got.at(-1)).toMatchObject({ type: 'cancel' });
  });

  it('ends a worker over a page that it does not finish, and draws the next in a new one', async () => {
    const patience = { open: 10_000, draw: 20 };
    const { drawer, workers } = setUp({ patience });
    await expect(drawer.draw(0, 1, never)).rejects.toMatchObject({ problem: 'slow' });
    expect(workers[0]?.ended).toBe(true);
    patience.draw = 10_000;
    const next = drawer.draw(1, 1, never);
    await vi.waitFor(() => expect(workers[1]?.drawing).toHaveLength(1));
    workers[1]?.say({ type: 'drawn', id: workers[1].drawing[0]?.id ?? 0, bitmap });
    expect(await next).toBe(bitmap);
  });

  it('says why a PDF cannot be opened, and ends the worker', async () => {
    const { drawer, workers } = setUp({}, { type: 'unopened', problem: 'password' });
    await expect(drawer.open()).rejects.toMatchObject({ problem: 'password' });
    expect(workers[0]?.ended).toBe(true);
  });

  it('draws nothing after it was closed', async () => {
    const { drawer, workers } = setUp();
    await drawer.open();
    drawer.close();
    expect(workers[0]?.ended).toBe(true);
    await expect(drawer.draw(0, 1, never)).rejects.toMatchObject({ problem: 'cancelled' });
  });
});
