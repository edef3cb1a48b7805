import { describe, expect, it } from 'vitest';
import { packagedLocale, packagedLocales, packagedKinds, packagedStyle, packagedTitles } from './packaged';
import { styleKinds } from '../../shared/citing/types';
import { styleKind } from './style-kind';
import { localeElement, nearestLocale, commonStyleInfos, styleById } from './styles';

describe('styles and locales of the package', () => {
  it('are all found, with titles', () => {
    expect(packagedTitles().size).toBeGreaterThan(2600);
    expect(packagedTitles().get('chicago-fullnote-bibliography')).toContain('Chicago Manual of Style 17th edition');
    expect(packagedLocales().length).toBeGreaterThan(50);
    for (const name of packagedLocales()) expect(packagedLocale(name)?.attrs['xml:lang']).toBe(name);
  });

  it('are what the list of usual styles says they are', async () => {
    for (const { id, kind } of commonStyleInfos()) {
      const style = styleById(id);
      expect(style && styleKind(style), id).toBe(kind);
    }
    const kinds = [...(await packagedKinds()).values()];
    const counted = styleKinds.map((kind) => kinds.filter((each) => each === kind).length);
    expect(counted.map((number) => Math.floor(number / 100))).toEqual([4, 13, 9, 0]);
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
