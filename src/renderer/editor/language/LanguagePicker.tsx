import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Check } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { otherLanguage } from '../../../shared/domain/language';
import { languageName, languageNames, typedLanguage, type LanguageName } from '../../../shared/domain/language-names';
import { useCall } from '../../client';
import { ChooseBox } from '../../ui/ChooseBox';
import { pick } from '../../ui/pick';
import rows from '../menus/rows.module.css';
import { $selectedLanguage } from './blockLanguage';
import { $languagesInText, $sourcesInText } from './inText';

const MOST = 200;

export interface LanguagePickerProps {
  /** The memo's language. */
  locale: string;
  /** Null for the memo's. */
  onChoose: (language: string | null) => void;
}

/** The language of the selected blocks: the memo's, those of its text and sources, then all that have a name. */
export function LanguagePicker({ locale, onChoose }: LanguagePickerProps) {
  const [editor] = useLexicalComposerContext();
  const [{ now, inText, ids }] = useState(() =>
    editor.read(() => ({ now: $selectedLanguage(), inText: $languagesInText(), ids: $sourcesInText() })),
  );
  const ofSources = useCall('sources.languages', { ids }).data;
  const memo = useMemo(() => ({ ...languageName(locale), tag: '' }), [locale]);
  const near = useMemo(() => {
    const tags = new Set([...inText, ...(ofSources ?? [])].flatMap((tag) => otherLanguage(tag, locale) ?? []));
    return [memo, ...[...tags].slice(0, 8).map(languageName)];
  }, [inText, ofSources, locale, memo]);
  const all = useMemo(() => languageNames(), []);
  const groupsFor = useCallback(
    (typed: string) => {
      const wordsOf = ({ tag, name, own }: LanguageName) =>
        tag === '' ? [name, own, 'the memo’s language'] : [name, own, tag];
      const first = pick(typed, near, wordsOf, near.length);
      const others = all.filter(({ tag }) => !near.some((each) => each.tag === tag));
      const found = pick(typed, others, wordsOf, MOST);
      const exact = typedLanguage(typed);
      const isThere = [...near, ...all].some(({ tag }) => tag === exact?.tag);
      return [
        { title: 'This memo', items: first },
        { title: 'All languages', items: exact && !isThere ? [exact, ...found] : found },
      ].filter(({ items }) => items.length > 0);
    },
    [near, all],
  );
  return (
    <ChooseBox
      label="Language of this paragraph"
      groupsFor={groupsFor}
      keyOf={({ tag }) => tag || 'memo'}
      onChoose={({ tag }) => onChoose(tag === '' ? null : tag)}
      empty="No language of that name. Type its tag, such as “fa” or “pt-BR”."
      renderItem={({ tag, name, own }) => (
        <>
          <span className={rows.rowIcon}>{(now ?? '') === tag && now !== undefined && <Check size={14} />}</span>
          <span className={rows.rowTitle}>{tag === '' ? `The memo’s language: ${name}` : name}</span>
          {tag !== '' && own !== '' && (
            <span className={rows.rowDetail} lang={tag} dir="auto">
              {own}
            </span>
          )}
          <span className={rows.rowTyped}>{tag === '' ? locale : tag}</span>
        </>
      )}
    />
  );
}
