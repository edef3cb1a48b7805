import { describe, expect, it } from 'vitest';
import { packagedLocale, packagedLocales, packagedNoteStyles, packagedStyle, packagedTitles } from './packaged';
import { localeElement, nearestLocale, packagedStyleInfos, styleById } from './styles';

describe('styles and locales of the package', () => {
  it('are all found, with titles', () => {
    expect(packagedTitles().size).toBeGreaterThan(2600);
    expect(packagedTitles().get('chicago-fullnote-bibliography')).toContain('Chicago Manual of Style 17th edition');
    expect(packagedLocales().length).toBeGreaterThan(50);
    for (const name of packagedLocales()) expect(packagedLocale(name)?.attrs['xml:lang']).toBe(name);
  });

  it('are what the list of usual styles says they are', () => {
    for (const { id, noteStyle } of packagedStyleInfos(false)) {
      expect(styleById(id)?.attrs['class'], id).toBe(noteStyle ? 'note' : 'in-text');
    }
    expect(packagedNoteStyles().size).toBeGreaterThan(300);
    expect(packagedStyle('no-such-style')).toBeUndefined();
    expect(packagedStyle('__proto__')).toBeUndefined();
  });

  it('fall back to the nearest locale, and to US English', () => {
    expect(nearestLocale('en')).toBe('en-GB');
    expect(nearestLocale('de-AT')).toBe('de-AT');
    expect(nearestLocale('fr-BE')).toBe('fr-FR');
    expect(nearestLocale('fa')).toBe('fa-IR');
    expect(nearestLocale('xx')).toBe('en-US');
    expect(localeElement('xx').attrs['xml:lang']).toBe('en-US');
  });
});
