import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { MemoDocument, ReferenceShow } from '../../shared/memo/document';
import { documentLabels, labelText, labelWords, referenceText, type DocumentLabel } from '../../shared/memo/labels';

export interface Labels {
  labels: ReadonlyMap<string, DocumentLabel>;
  locale: string;
}

const LabelsContext = createContext<Labels>({ labels: new Map(), locale: 'en-GB' });

/** What the figures, tables and headings of a document are called; the same object as long as it is the same. */
export function useDocumentLabels(document: MemoDocument, locale: string): Labels {
  const labels = useMemo(() => documentLabels(document), [document]);
  const key = useMemo(() => JSON.stringify([locale, [...labels]]), [labels, locale]);
  const [kept, setKept] = useState({ key, value: { labels, locale } });
  if (kept.key === key) return kept.value;
  const value = { labels, locale };
  setKept({ key, value });
  return value;
}

/** Numbers what is inside it as the document is numbered. */
export function LabelsProvider({ value, children }: { value: Labels; children: ReactNode }) {
  return <LabelsContext value={value}>{children}</LabelsContext>;
}

export function useLabels(): Labels {
  return use(LabelsContext);
}

/** "Figure 2. " before the words of a caption; empty for what has no number. */
export function useLabelText(id: string): string {
  const { labels, locale } = useLabels();
  const label = labels.get(id);
  return label ? labelText(label, locale) : '';
}

/** What a cross-reference says at the moment, and whether its target is there. Pages are known on paper only. */
export function useReference(targetId: string, show: ReferenceShow): { text: string; isMissing: boolean } {
  const { labels, locale } = useLabels();
  const label = labels.get(targetId);
  const text = referenceText(label, show, locale);
  return { text: show === 'page' && label ? `${labelWords(locale).page} (${text})` : text, isMissing: !label };
}
