import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { localeName } from '../../../shared/citing/locale-names';
import type { Translation } from '../../../shared/memo/document';
import { useCall } from '../../client';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import styles from '../editor.module.css';
import { NodeViews } from '../nodeViews';
import { keepFocus } from '../chips/keys';
import { $isQuotationTranslationNode, QuotationTranslationNode } from './QuotationTranslationNode';

const translators: { value: Translation['by']; label: string }[] = [
  { value: 'author', label: 'My translation' },
  { value: 'source', label: 'The source’s translation' },
  { value: 'machine', label: 'Machine translation' },
];

/** Under every translation of a quotation: whose it is, and in which language. */
export function QuotationTranslationViews() {
  return (
    <NodeViews
      klass={QuotationTranslationNode}
      slot=":scope > figcaption"
      render={(node) => <Facts nodeKey={node.getKey()} by={node.__by} language={node.__language} />}
    />
  );
}

function Facts({ nodeKey, by, language }: { nodeKey: NodeKey } & Pick<Translation, 'by' | 'language'>) {
  const [editor] = useLexicalComposerContext();
  const locales = useCall('citing.locales', {}).data;
  const languages = useMemo(() => {
    const codes = new Set([language, ...(locales ?? []).map((locale) => locale.split('-')[0] ?? locale)]);
    return [...codes]
      .filter(Boolean)
      .map((value) => ({ value, label: localeName(value) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [locales, language]);
  const change = (edit: (node: QuotationTranslationNode) => void) =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isQuotationTranslationNode(node)) edit(node);
    }, keepFocus);
  return (
    <span className={styles.translationFacts}>
      <Select
        label="Whose translation"
        hideLabel
        value={by}
        options={translators}
        onChange={(next) => change((node) => node.setFacts({ by: next, language }))}
      />
      <Select
        label="Language of the translation"
        hideLabel
        value={language}
        options={languages}
        onChange={(next) => change((node) => node.setFacts({ by, language: next }))}
      />
      <IconButton
        small
        label="Remove the translation"
        icon={<X size={13} />}
        onClick={() => change((node) => node.remove())}
      />
    </span>
  );
}
