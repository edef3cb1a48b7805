import { describe, expect, it } from 'vitest';
import { contextParts } from './contextParts';

const passage = (before: string, after: string) => ({ before, text: 'the words', after });
const added = (parts: readonly { kind: string; text: string }[]) =>
  parts.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim());
const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('');

describe('what stands around a passage', () => {
  const older = passage('… and the keeper wrote that night: ', ', said the log. Nothing more was seen …');

  it('is shown as it stands, with new words marked', () => {
    const newer = passage('… and the inspector wrote that night: ', ', said the second log. Nothing more was seen …');
    const { before, after } = contextParts(older, newer);
    expect(text(before)).toBe(newer.before);
    expect(text(after)).toBe(newer.after);
    expect(added(before)).toEqual(['inspector']);
    expect(added(after)).toEqual(['second']);
  });

  it('is not different where it is only cut off elsewhere', () => {
    const newer = passage(
      '… rose twice and the keeper wrote that night: ',
      ', said the log. Nothing more was seen there …',
    );
    const { before, after } = contextParts(older, newer);
    expect(added(before)).toEqual([]);
    expect(added(after)).toEqual([]);
  });

  it('is all new where nothing of it is the same', () => {
    const { before, after } = contextParts(older, passage('A title ', '. An end'));
    expect(text(before)).toBe('A title ');
    expect([...added(before), ...added(after)].join(' ')).toMatch(/A title.*An end/);
  });
});
