import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutText } from './shortcuts';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('shortcuts', () => {
  it('reads the way each system writes them', () => {
    expect(shortcutText('mod+shift+k', false)).toBe('Ctrl+Shift+K');
    expect(shortcutText('mod+shift+k', true)).toBe('⇧⌘K');
    expect(shortcutText('mod+\\', false)).toBe('Ctrl+\\');
  });

  it('mod is Control, and Command on a Mac', () => {
    expect(matchesShortcut(press('k', ['ctrl']), 'mod+k', false)).toBe(true);
    expect(matchesShortcut(press('k', ['ctrl']), 'mod+k', true)).toBe(false);
    expect(matchesShortcut(press('k', ['meta']), 'mod+k', true)).toBe(true);
  });

  it('further modifiers make another shortcut', () => {
    expect(matchesShortcut(press('Z', ['ctrl', 'shift']), 'mod+z', false)).toBe(false);
    expect(matchesShortcut(press('Z', ['ctrl', 'shift']), 'mod+shift+z', false)).toBe(true);
  });

  it('a sign with Shift is not the same sign without', () => {
    expect(matchesShortcut(press('\\', ['ctrl']), 'mod+shift+\\', false)).toBe(false);
    expect(matchesShortcut(press('\\', ['ctrl']), 'mod+\\', false)).toBe(true);
  });

  it('a sign that needs Shift on some keyboards is found either way', () => {
    expect(matchesShortcut(press('?', ['shift']), '?', false)).toBe(true);
    expect(matchesShortcut(press('?'), '?', false)).toBe(true);
  });
});
