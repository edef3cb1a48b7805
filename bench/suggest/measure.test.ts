import { describe, expect, it } from 'vitest';
import { readGold } from './gold';
import { measureSuggestions } from './measure';

describe('the suggestions benchmark', () => {
  const texts = readGold();

  it('has annotated texts whose every gold actor stands in them', () => {
    for (const { name, text, actors } of texts) {
      for (const actor of actors) {
        const found = actor.names.some((one) =>
          text.toLowerCase().includes(one.toLowerCase().replace(/^(?:mr|ms|the) /u, '')),
        );
        expect(found, `${name}: ${actor.name}`).toBe(true);
      }
    }
  });

  it('keeps what is found above its floors', () => {
    const { all, article } = measureSuggestions(texts);
    expect(all.actors.f1).toBeGreaterThanOrEqual(0.85);
    expect(all.quotations.f1).toBeGreaterThanOrEqual(0.8);
    expect(all.events.f1).toBeGreaterThanOrEqual(0.85);
    expect(article.tookMs).toBeLessThan(1000);
  });
});
