// @vitest-environment happy-dom
import { createEditor } from 'lexical';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { leaveUnmeasured } from './unmeasured';

it('keeps React, when it draws, from measuring the text that has the focus', () => {
  const [text, beside] = ['p', 'p'].map((name) => document.body.appendChild(document.createElement(name)));
  text!.setAttribute('contenteditable', 'true');
  text!.setAttribute('tabindex', '0');
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  const stop = leaveUnmeasured(editor);
  const root = createRoot(beside!);
  const measured = (words: string) => {
    text!.focus();
    expect(document.activeElement).toBe(text);
    const look = vi.spyOn(window, 'getSelection');
    flushSync(() => root.render(createElement('b', null, words)));
    const looks = look.mock.calls.length;
    look.mockRestore();
    return looks > 0;
  };
  expect(measured('one')).toBe(true);
  editor.setRootElement(text!);
  expect(measured('two')).toBe(false);
  expect(beside!.textContent).toBe('two');
  expect(text!.getAttribute('contenteditable')).toBe('true');
  editor.setRootElement(null);
  stop();
  expect(measured('three')).toBe(true);
});
