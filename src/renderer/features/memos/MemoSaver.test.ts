import { describe, expect, it } from 'vitest';
import type { MemoDocument } from '../../../shared/memo/document';
import { CommonplaceError } from '../../../shared/result';
import { MemoSaver } from './MemoSaver';

const text = (words: string): MemoDocument => ({
  version: 2,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: words, formats: [], marks: [] }] }],
});
const wordsOf = (document: MemoDocument) => JSON.stringify(document).match(/"text":"([^"]*)"/)?.[1];

/** A library that keeps versions as the core does, and fails when told to. */
function library() {
  const saved: string[] = [];
  let version = 1;
  const later: (() => void)[] = [];
  let fail: Error | null = null;
  return {
    saved,
    later,
    failWith: (error: Error | null) => (fail = error),
    saveElsewhere: () => (version += 1),
    version: () => version,
    saver: () =>
      new MemoSaver(1, null, {
        save: async (base, document) => {
          await Promise.resolve();
          if (fail) throw fail;
          if (base !== version) throw new CommonplaceError('conflict', 'The memo was changed elsewhere.');
          version += 1;
          saved.push(wordsOf(document) ?? '');
          return { version, modifiedAt: '2024-05-01T10:00:00Z' };
        },
        later: (run) => {
          later.push(run);
          return () => later.splice(later.indexOf(run), 1);
        },
      }),
  };
}

describe('saving a memo', () => {
  it('writes one at a time and always the latest text', async () => {
    const core = library();
    const saver = core.saver();
    const first = saver.put(text('a'));
    void saver.put(text('ab'));
    await saver.put(text('abc'));
    await first;
    expect(core.saved).toEqual(['a', 'abc']);
    expect(saver.state()).toEqual({ kind: 'saved', at: '2024-05-01T10:00:00Z' });
    expect(saver.unsaved).toBeNull();
  });

  it('saves what changed since the last text, and the whole one where that is not known', async () => {
    const sent: unknown[] = [];
    let fail = false;
    const save = async (version: number, what: unknown) => {
      if (fail) throw new CommonplaceError('disk-full', 'The disk is full. Make room.');
      sent.push(what);
      return { version: version + 1, modifiedAt: '2024-05-01T10:00:00Z' };
    };
    const saver = new MemoSaver(1, null, { save, saveChange: save, later: () => () => {} });
    const [first, second, third] = [text('a'), text('b'), text('c')];
    const both = { ...first, blocks: [...first.blocks, ...second.blocks] };
    await saver.put(first);
    await saver.put(both);
    expect(sent).toEqual([first, { of: 1, from: 1, removed: 0, inserted: second.blocks }]);
    fail = true;
    await saver.put(third);
    fail = false;
    await saver.flush();
    expect(sent[2]).toBe(third);
  });

  it('keeps a text that could not be written and tries again', async () => {
    const core = library();
    const saver = core.saver();
    core.failWith(new CommonplaceError('disk-full', 'The disk is full. Make room.'));
    await saver.put(text('kept'));
    expect(saver.state().kind).toBe('failed');
    expect(wordsOf(saver.unsaved!)).toBe('kept');
    core.failWith(null);
    core.later.pop()?.();
    await saver.flush();
    expect(core.saved).toEqual(['kept']);
    expect(saver.state().kind).toBe('saved');
  });

  it('stops at a conflict and loses neither text', async () => {
    const core = library();
    const saver = core.saver();
    core.saveElsewhere();
    await saver.put(text('mine'));
    expect(saver.state().kind).toBe('conflict');
    await saver.put(text('mine, longer'));
    expect(core.saved).toEqual([]);
    expect(wordsOf(saver.unsaved!)).toBe('mine, longer');
    await saver.overwrite(core.version());
    expect(core.saved).toEqual(['mine, longer']);
    expect(saver.state().kind).toBe('saved');
  });

  it('can take the other text instead', async () => {
    const core = library();
    const saver = core.saver();
    core.saveElsewhere();
    await saver.put(text('mine'));
    saver.adopt(core.version(), '2024-05-01T11:00:00Z');
    expect(saver.unsaved).toBeNull();
    await saver.put(text('theirs, continued'));
    expect(core.saved).toEqual(['theirs, continued']);
  });

  it('does not call saved what was typed while an earlier text was being written', async () => {
    const core = library();
    const saver = core.saver();
    const writing = saver.put(text('a'));
    saver.touched();
    await writing;
    expect(saver.state().kind).toBe('waiting');
    await saver.put(text('ab'));
    expect(core.saved).toEqual(['a', 'ab']);
    expect(saver.state().kind).toBe('saved');
  });

  it('says that something is not saved from the first key on', () => {
    const saver = library().saver();
    saver.touched();
    expect(saver.state().kind).toBe('waiting');
  });
});
