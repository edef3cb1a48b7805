import { describe, expect, it } from 'vitest';
import { startCore, type CoreProcess } from './client';
import type { FromCore, ToCore } from './messages';

/** A core process that does what the test says. */
class FakeProcess implements CoreProcess {
  readonly sent: ToCore[] = [];
  #message: (message: unknown) => void = () => {};
  #exit: () => void = () => {};

  send(message: ToCore): void {
    if (message.type === 'call' && typeof message.input === 'function') throw new Error('cannot be cloned');
    this.sent.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onExit(listener: () => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.#exit();
  }
  answer(message: FromCore): void {
    this.#message(message);
  }
  crash(): void {
    this.#exit();
  }
}

function start(options: { closeTimeout?: number } = {}) {
  const processes: FakeProcess[] = [];
  const core = startCore({
    spawn() {
      const child = new FakeProcess();
      processes.push(child);
      return child;
    },
    settings: { appFolder: 'app', documentsFolder: 'documents' },
    now: () => 0,
    ...options,
  });
  return { core, processes, at: (index: number) => processes[index]! };
}

const opened = (key: string): FromCore => ({ type: 'event', name: 'library.opened', payload: { key } as never });

describe('the core’s client', () => {
  it('matches answers to calls, in any order', async () => {
    const { core, at } = start();
    const calls = [core.call('a', 1), core.call('b', 2), core.registerFolder('/x')];
    expect(at(0).sent).toMatchObject([
      { type: 'start', settings: { appFolder: 'app', documentsFolder: 'documents', reopen: null } },
      { type: 'call', id: 1, method: 'a', input: 1 },
      { type: 'call', id: 2, method: 'b', input: 2 },
      { type: 'know', id: 3, folder: '/x' },
    ]);
    for (const id of [3, 1, 2]) at(0).answer({ type: 'result', id, result: { ok: true, value: id } });
    expect(await Promise.all(calls)).toEqual([1, 2, 3].map((value) => ({ ok: true, value })));
  });

  it('passes events on until a listener stops', () => {
    const { core, at } = start();
    const seen: unknown[] = [];
    const stop = core.onEvent((name, payload) => seen.push([name, payload]));
    at(0).answer({ type: 'event', name: 'library.closed', payload: null });
    stop();
    at(0).answer({ type: 'event', name: 'library.closed', payload: null });
    expect(seen).toEqual([['library.closed', null]]);
  });

  it('answers what was pending when the core stops, and starts it again with the library that was open', async () => {
    const { core, at } = start();
    at(0).answer(opened('k'));
    const pending = core.call('a', {});
    at(0).crash();
    expect(await pending).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(at(1).sent).toMatchObject([{ type: 'start', settings: { reopen: 'k' } }]);
    at(1).answer({ type: 'event', name: 'library.closed', payload: null });
    at(1).crash();
    expect(at(2).sent).toMatchObject([{ settings: { reopen: null } }]);
  });

  it('gives up on a core that keeps stopping, and says so', async () => {
    const { core, processes, at } = start();
    for (let n = 0; n < 4; n++) at(n).crash();
    expect(processes).toHaveLength(4);
    expect(await core.call('a', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('refuses input that cannot be sent', async () => {
    const { core } = start();
    expect(await core.call('a', () => 1)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('closes once the process has ended, without starting another, and ends one that hangs', async () => {
    const { core, processes, at } = start();
    const closing = core.close();
    expect(at(0).sent.at(-1)).toMatchObject({ type: 'close' });
    at(0).crash();
    await closing;
    expect(await core.call('a', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    await core.close();
    expect(processes).toHaveLength(1);

    await start({ closeTimeout: 5 }).core.close();
  });
});
