import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { createContext, use, useEffect } from 'react';
import * as v from 'valibot';
import { useChoice } from '../../app/preferences';
import { registerTypography } from './registerTypography';

/** Language of the words that are written: a memo's locale. */
export const WritingLocale = createContext(typeof navigator === 'undefined' ? 'en-GB' : navigator.language);

/** Whether quotation marks and spaces are set as one types: a setting. */
export function useTypographyChoice() {
  return useChoice('writing.typography', v.boolean(), true);
}

/** Sets what is typed in the language's way, unless the user does not want it. */
export function Typography() {
  const [editor] = useLexicalComposerContext();
  const locale = use(WritingLocale);
  const [on] = useTypographyChoice();
  useEffect(() => (on ? registerTypography(editor, locale) : undefined), [editor, locale, on]);
  return null;
}
