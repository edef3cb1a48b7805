import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { ArrowUpRight } from 'lucide-react';
import { shortLocator } from '../../../shared/excerpts/locator';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { useOpenElsewhere } from '../elsewhere';
import styles from '../editor.module.css';
import { NodeViews } from '../nodeViews';
import { useChipLooks } from '../rendering';
import { ExcerptQuotationNode } from './ExcerptQuotationNode';
import { $createQuotationTranslationNode, $isQuotationTranslationNode } from './QuotationTranslationNode';

/** Under every linked quotation: where its words stand, one click away. */
export function ExcerptQuotationViews() {
  return (
    <NodeViews
      klass={ExcerptQuotationNode}
      slot=":scope > figcaption"
      render={(node) => (
        <>
          <Origin excerptId={node.__excerptId} />
          <AddTranslation nodeKey={node.getKey()} />
        </>
      )}
    />
  );
}

/** Offered while the quotation has none; in the memo's language, which its reader knows. */
function AddTranslation({ nodeKey }: { nodeKey: NodeKey }) {
  const [editor] = useLexicalComposerContext();
  const { locale } = useChipLooks();
  const translated = editor.read(() => $isQuotationTranslationNode($getNodeByKey(nodeKey)?.getNextSibling()));
  if (translated) return null;
  const add = () => {
    editor.update(() => {
      const quotation = $getNodeByKey(nodeKey);
      if (!quotation || $isQuotationTranslationNode(quotation.getNextSibling())) return;
      const language = locale.split('-')[0] ?? '';
      const translation = $createQuotationTranslationNode({ by: 'author', language });
      quotation.insertAfter(translation);
      translation.select();
    });
    editor.focus();
  };
  return (
    <Button look="link" className={styles.addTranslation} onClick={add}>
      Add a translation
    </Button>
  );
}

function Origin({ excerptId }: { excerptId: string }) {
  const { data: excerpt, error } = useCall('excerpts.get', { id: excerptId });
  const openElsewhere = useOpenElsewhere();
  if (error) {
    return (
      <span className={styles.originLost}>The excerpt is not in the library any more. The words stay as they are.</span>
    );
  }
  if (!excerpt) return <span className={styles.originEmpty} />;
  const { snapshotId, start, end } = excerpt.anchor;
  const place = [excerpt.shortCitation, shortLocator(excerpt.locator)].filter(Boolean).join(', ');
  return (
    <Button
      look="link"
      className={styles.origin}
      onClick={() => openElsewhere({ view: 'sources', id: excerpt.sourceId, at: { snapshotId, start, end } })}
    >
      {place}
      <ArrowUpRight size={12} aria-hidden />
      <span className="visually-hidden">, show in the source</span>
    </Button>
  );
}
