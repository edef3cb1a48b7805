import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Heading, Image, Table, type LucideIcon } from 'lucide-react';
import { useCallback, useState } from 'react';
import { labelText, type LabelKind } from '../../../shared/memo/labels';
import { ChooseBox } from '../../ui/ChooseBox';
import { pick } from '../../ui/pick';
import { useLabels } from '../labels';
import rows from '../menus/rows.module.css';
import { $referenceTargets, type ReferenceTarget } from './targets';

const icons: Record<LabelKind, LucideIcon> = { heading: Heading, figure: Image, table: Table };
const titles = { figure: 'Figures', table: 'Tables', heading: 'Headings' } as const;
const fallback = { figure: 'Picture without a caption', table: 'Table without a caption', heading: '' } as const;

/** The headings, figures and tables of the text, to choose what a cross-reference refers to. */
export function ReferencePicker({ onChoose }: { onChoose: (target: ReferenceTarget) => void }) {
  const [editor] = useLexicalComposerContext();
  const { labels, locale } = useLabels();
  const [targets] = useState(() => editor.read($referenceTargets));
  const calledOf = useCallback(
    ({ id }: ReferenceTarget) => {
      const label = id === null ? undefined : labels.get(id);
      return label ? labelText(label, locale) : '';
    },
    [labels, locale],
  );
  const groupsFor = useCallback(
    (typed: string) => {
      const found = pick(typed, targets, (target) => [target.title, calledOf(target)], 50);
      return (['figure', 'table', 'heading'] as const)
        .map((kind) => ({ title: titles[kind], items: found.filter((target) => target.kind === kind) }))
        .filter(({ items }) => items.length > 0);
    },
    [targets, calledOf],
  );
  return (
    <ChooseBox
      label="Heading, figure or table"
      groupsFor={groupsFor}
      keyOf={({ key }) => key}
      onChoose={onChoose}
      empty={
        targets.length === 0
          ? 'This text has no headings, figures or tables yet. Add one and refer to it then.'
          : 'Nothing of that name.'
      }
      renderItem={(target) => {
        const Icon = icons[target.kind];
        const called = calledOf(target);
        return (
          <>
            <span className={rows.rowIcon}>
              <Icon size={14} aria-hidden />
            </span>
            <span className={rows.rowTitle} dir="auto">
              {[called, target.title || fallback[target.kind]].filter((part) => part !== '').join('. ')}
            </span>
          </>
        );
      }}
    />
  );
}
