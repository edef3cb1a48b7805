import { describe, expect, it } from 'vitest';
import { FindSession } from './FindSession';

const text = 'Aliyev met Əliyev.\n\nThe ferry left; Алиев did not. ALIYEV stayed.';
const never = { sliceMs: Infinity, pause: () => Promise.resolve() };
/** Pauses at every step. */
const always = { sliceMs: -1, pause: () => Promise.resolve() };

function found(session: FindSession, of = text): string[] {
  return session.state().hits.map(([start, end]) => of.slice(start, end));
}

describe('FindSession', () => {
  it('finds by folded letters, or by the very letters', async () => {
    const session = new FindSession(text, never);
    const done = session.look({ query: 'aliyev' });
    expect(session.state().query).toBe('aliyev');
    await done;
    expect(found(session)).toEqual(['Aliyev', 'Əliyev', 'ALIYEV']);
    await session.look({ exact: true });
    expect(found(session)).toEqual([]);
    await session.look({ query: 'Aliyev' });
    expect(found(session)).toEqual(['Aliyev']);
    await session.look({ query: '' });
    expect(session.state()).toMatchObject({ hits: [], current: -1, complete: true });
  });

  it('begins where the user is and goes round', async () => {
    const session = new FindSession(text, never);
    session.startFrom(text.indexOf('The ferry'));
    await session.look({ query: 'aliyev' });
    expect(session.state()).toMatchObject({ current: 2, wrapped: null });
    session.step(1);
    expect(session.state()).toMatchObject({ current: 0, wrapped: 'to-start' });
    session.step(1);
    expect(session.state()).toMatchObject({ current: 1, wrapped: null });
    session.step(-1);
    session.step(-1);
    expect(session.state()).toMatchObject({ current: 2, wrapped: 'to-end' });
    const caret = text.indexOf('met');
    session.step(1, [caret, caret]);
    expect(session.state().current).toBe(1);
    session.step(-1, [caret, caret]);
    expect(session.state().current).toBe(0);
    session.startFrom(text.length);
    expect(session.state().current).toBe(0);
  });

  it('moves the hits with the text', async () => {
    const session = new FindSession(text, never);
    await session.look({ query: 'aliyev' });
    session.step(1);
    const before = `Once upon a time ${text}`;
    await session.textChanged(before);
    expect(session.state().current).toBe(1);
    expect(found(session, before)).toEqual(['Aliyev', 'Əliyev', 'ALIYEV']);
    const replaced = before.replace('Əliyev', 'he');
    await session.textChanged(replaced);
    expect(session.state().current).toBe(1);
    expect(found(session, replaced)).toEqual(['Aliyev', 'ALIYEV']);
  });

  it('pauses in a long text, tells what it has, and gives up for what is asked for meanwhile', async () => {
    const long = 'посольство и embassy. '.repeat(20_000);
    const session = new FindSession(long, always);
    const counts: number[] = [];
    session.subscribe(() => counts.push(session.state().hits.length));
    const first = session.look({ query: 'embassy' });
    const second = session.look({ query: 'Посольство' });
    await Promise.all([first, second]);
    expect(session.state()).toMatchObject({ complete: true, current: 0 });
    expect(session.state().hits).toHaveLength(20_000);
    expect(counts.length).toBeGreaterThan(10);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(long.slice(...session.hit!)).toBe('посольство');
  });

  it('keeps a step that comes before the hits, and lets go of it for what is typed then', async () => {
    const session = new FindSession(text, always);
    session.startFrom(text.indexOf('The ferry'));
    const found = session.look({ query: 'aliyev' });
    session.step(1);
    await found;
    expect(session.state()).toMatchObject({ current: 0, wrapped: 'to-start' });
    void session.look({ query: 'ferry' });
    session.step(1);
    await session.look({ query: 'aliyev' });
    expect(session.state()).toMatchObject({ wrapped: null });
  });

  it('goes round only when it knows the end', async () => {
    const session = new FindSession('one '.repeat(10_000), always);
    const done = session.look({ query: 'one' });
    session.subscribe(() => {
      if (session.state().complete) return;
      const { current } = session.state();
      if (current === 0) session.step(-1);
      expect(session.state().current).toBe(0);
    });
    await done;
    expect(session.state()).toMatchObject({ current: 9999, wrapped: 'to-end' });
  });
});
