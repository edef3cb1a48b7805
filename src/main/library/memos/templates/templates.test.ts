import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/memo/text';
import { documentReferences } from '../../../../shared/memo/references';
import { openTestNouns } from '../../common/testing';

async function filled() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const text = 'The ports were closed in spring. The minister denied it on 18 April.';
  const { sourceId, snapshotId } = await source('Vell', text);
  const excerpt = await call('excerpts.add', {
    snapshotId,
    start: 0,
    end: 32,
    kind: 'quotation',
    note: 'Says nothing of the reason.',
  });
  const other = await source('Orr', 'Another text.');
  return { ...nouns, sourceId, other: other.sourceId, excerpt };
}

describe('memos from templates', () => {
  it('say what to do where there is nothing to make them of', async () => {
    const { call } = await openTestNouns();
    for (const template of ['chronology', 'claims', 'bibliography'] as const)
      await expect(call('memos.fromTemplate', { template })).rejects.toMatchObject({
        code: 'not-found',
        message: expect.stringMatching(/^There are no \w+ in the library yet\. \w+/),
      });
    for (const template of ['memo', 'briefing'] as const) {
      const { document, words } = await call('memos.fromTemplate', { template });
      expect(words).toBeGreaterThan(30);
      expect(document.blocks[0]).toMatchObject({ type: 'heading' });
    }
  });

  it('chronology: events in order, as exact as their dates, of the time that is asked for, cited', async () => {
    const { call, sourceId, excerpt } = await filled();
    await call('events.create', { title: 'Ports open', date: '2023-06', excerptIds: [] });
    const event = await call('events.create', {
      title: 'Ports *close* #panic()',
      date: '2023-04~',
      place: 'Tarn',
      description: 'All at once.',
      excerptIds: [excerpt.id],
    });
    await call('events.addDate', { eventId: event.id, date: '2023-05-02', note: 'by the ministry' });
    await call('events.create', { title: 'Somebody spoke', excerptIds: [] });
    const memo = await call('memos.fromTemplate', { template: 'chronology' });
    const text = plainText(memo.document);
    expect(memo.title).toBe('Chronology');
    expect(text.indexOf('Ports *close* #panic()')).toBeLessThan(text.indexOf('Ports open'));
    expect(text.indexOf('Ports open')).toBeLessThan(text.indexOf('Somebody spoke'));
    expect(text).toContain('c. Apr 2023');
    expect(text).toContain('Jun 2023');
    expect(text).toContain('Also dated 2 May 2023 (by the ministry)');
    expect(documentReferences(memo.document).source.get(sourceId)).toBe(1);
    expect(documentReferences(memo.document).excerpt.get(excerpt.id)).toBe(1);
    const spring = await call('memos.fromTemplate', { template: 'chronology', to: '2023-05' });
    expect(plainText(spring.document)).not.toMatch(/Ports open|Somebody spoke/);
    const wrong = call('memos.fromTemplate', { template: 'chronology', from: 'spring' });
    await expect(wrong).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('claim sheet and briefing note: status, who says what, and the passages, linked', async () => {
    const { call, excerpt } = await filled();
    const claim = await call('claims.create', { statement: 'The ports were closed.' });
    await call('claims.addEvidence', {
      claimId: claim.id,
      excerptId: excerpt.id,
      stance: 'supports',
      reason: 'Plainly.',
    });
    const actor = await call('actors.create', { kind: 'person', name: 'Mira Vale' });
    await call('claims.addPosition', {
      claimId: claim.id,
      actorId: actor.id,
      stance: 'denies',
      manner: 'held',
      date: '2023-04-18',
      excerptId: excerpt.id,
    });
    const sheet = await call('memos.fromTemplate', { template: 'claims' });
    const text = plainText(sheet.document);
    expect(text).toMatch(/The ports were closed\.\nStatus: contested\./);
    expect(text).toContain('Mira Vale denies it, 18 Apr 2023');
    expect(text).toContain('Plainly.');
    expect(sheet.document.blocks).toContainEqual(
      expect.objectContaining({ type: 'excerpt-quotation', excerptId: excerpt.id }),
    );
    expect(documentReferences(sheet.document).claim.get(claim.id)).toBe(1);
    const note = plainText((await call('memos.fromTemplate', { template: 'briefing' })).document);
    expect(note).toMatch(/What is contested\nThe ports were closed/);
  });

  it('annotated bibliography: every source of a collection, with quotations and remarks', async () => {
    const { call, sourceId, excerpt } = await filled();
    const { id } = await call('collections.create', { name: 'Ports' });
    await call('collections.add', { id, items: [{ kind: 'source', id: sourceId }] });
    const whole = await call('memos.fromTemplate', { template: 'bibliography' });
    const some = await call('memos.fromTemplate', { template: 'bibliography', collectionId: id });
    expect(some.title).toBe('Annotated bibliography: Ports');
    expect(documentReferences(whole.document).source.size).toBe(2);
    expect([...documentReferences(some.document).source.keys()]).toEqual([sourceId]);
    expect(plainText(some.document)).toContain('Says nothing of the reason.');
    expect(some.document.blocks).toContainEqual(expect.objectContaining({ excerptId: excerpt.id }));
  });
});
