import { describe, expect, it } from 'vitest';
import { cslTypes } from '../domain/csl';
import { allRoles, fieldLabel, itemTypeOf, itemTypes } from './item-types';

describe('item types', () => {
  it('have a form for every CSL type, once', () => {
    expect(itemTypes.map(({ type }) => type).sort()).toEqual([...cslTypes].sort());
    expect(new Set(itemTypes.map(({ label }) => label)).size).toBe(itemTypes.length);
  });

  it('start with the title, name a creator and end with what every source can have', () => {
    for (const { type, fields, roles } of itemTypes) {
      const keys = fields.map(({ key }) => key);
      expect(keys[0], type).toBe('title');
      expect(roles.length, type).toBeGreaterThan(0);
      expect(new Set(keys).size, type).toBe(keys.length);
      expect(keys, type).toEqual(expect.arrayContaining(['URL', 'accessed', 'language', 'note']));
      // Nobody is shown a field by its key.
      for (const field of fields) expect(field.label, `${type} ${field.key}`).toMatch(/^[A-Z]/);
    }
  });

  it('call fields what their type calls them', () => {
    const label = (type: string, key: string) => itemTypeOf(type).fields.find((field) => field.key === key)?.label;
    expect(label('article-newspaper', 'container-title')).toBe('Newspaper');
    expect(label('thesis', 'publisher')).toBe('University');
    expect(label('webpage', 'issued')).toBe('Date');
    expect(itemTypeOf('interview').roles[0]).toEqual({ key: 'author', label: 'Person interviewed' });
    expect(itemTypeOf('nonsense').type).toBe('document');
    expect(fieldLabel('container-title')).toBe('Published in');
    expect(allRoles.length).toBe(26);
  });
});
