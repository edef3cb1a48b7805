import { describe, expect, it } from 'vitest';
import { DraftText } from './DraftText';

function saving(answer: (text: string) => unknown = (text) => text) {
  const saves: string[] = [];
  const draft = new DraftText('');
  const leave = () =>
    draft.leave((text) => {
      saves.push(text);
      return Promise.resolve(answer(text));
    });
  return { draft, leave, saves };
}

describe('a text between keyboard and library', () => {
  it('is saved once when it is left, and not when nothing was typed', () => {
    const { draft, leave, saves } = saving();
    leave();
    draft.write('why it matters');
    leave();
    leave();
    expect(saves).toEqual(['why it matters']);
  });

  it('keeps words typed while an earlier save was on its way', () => {
    const { draft, leave, saves } = saving();
    draft.write('why');
    leave();
    draft.write('why it matters');
    draft.arrived('why');
    expect(draft.text).toBe('why it matters');
    leave();
    expect(saves).toEqual(['why', 'why it matters']);
  });

  it('shows what an undo brought back', () => {
    const { draft, leave, saves } = saving();
    draft.write('a slip');
    leave();
    draft.arrived('a slip');
    draft.arrived('');
    expect(draft.text).toBe('');
    leave();
    expect(saves).toEqual(['a slip']);
  });

  it('tries again when saving failed', async () => {
    const { draft, leave, saves } = saving(() => undefined);
    draft.write('words');
    leave();
    await Promise.resolve();
    await Promise.resolve();
    leave();
    expect(saves).toEqual(['words', 'words']);
    expect(draft.text).toBe('words');
  });
});
