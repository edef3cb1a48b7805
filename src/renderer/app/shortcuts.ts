/** Shortcuts are written 'mod+shift+k': mod is Command on a Mac and Control elsewhere; the last part is KeyboardEvent.key in lower case. */
export type Shortcut = string;

export const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const keyNames: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Esc',
  delete: 'Del',
  backspace: 'Backspace',
  ' ': 'Space',
};

/** The keys of a shortcut as a person reads them, one a key cap. */
export function shortcutKeys(shortcut: Shortcut, mac: boolean = isMac): string[] {
  const order = mac ? ['ctrl', 'alt', 'shift', 'mod'] : ['mod', 'ctrl', 'alt', 'shift'];
  const names: Record<string, string> = mac
    ? { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' }
    : { mod: 'Ctrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' };
  const parts = shortcut.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...modifiers.map((part) => names[part] ?? part), keyNames[key] ?? key.toUpperCase()];
}

/** For titles and aria-keyshortcuts-like text: "Ctrl+Shift+K" or "⇧⌘K". */
export function shortcutText(shortcut: Shortcut, mac: boolean = isMac): string {
  return shortcutKeys(shortcut, mac).join(mac ? '' : '+');
}

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether a key press is exactly this shortcut. */
export function matchesShortcut(press: KeyPress, shortcut: Shortcut, mac: boolean = isMac): boolean {
  const parts = shortcut.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const wants = (part: string) => parts.slice(0, -1).includes(part);
  const ctrl = wants('ctrl') || (wants('mod') && !mac);
  const meta = wants('mod') && mac;
  // subtle: keys such as '?' or '+' need Shift on some keyboards and not on others, so Shift counts for letters and named keys only.
  const shiftCounts = key.length > 1 || /[\p{L}\d]/u.test(key);
  return (
    press.key.toLowerCase() === key &&
    press.ctrlKey === ctrl &&
    press.metaKey === meta &&
    press.altKey === wants('alt') &&
    (shiftCounts ? press.shiftKey === wants('shift') : press.shiftKey || !wants('shift'))
  );
}
