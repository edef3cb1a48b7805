import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../../app/commands';
import { useChoice } from '../../../app/preferences';
import { drawUnderlines } from '../../../editor/provenance/underlines';
import './findingMarks.css';
import { stepTo } from './stepTo';
import { useFreshReports, useReport } from './useReport';

export interface FindingMarksProps {
  memoId: string;
  editor: LexicalEditor;
  scroller: HTMLElement;
  /** Shows the panel that goes on to the next finding. */
  onStep: () => void;
}

/** Underlines what does not hold in the text of the open memo, unless somebody would rather not see it while writing. */
export function FindingMarks({ memoId, editor, scroller, onStep }: FindingMarksProps) {
  useFreshReports();
  const report = useReport(memoId);
  const [shown, setShown] = useChoice('memo.underlines', v.boolean(), true);
  const go = (step: 1 | -1) => {
    onStep();
    stepTo.step(step);
  };
  useCommands([
    { id: 'memo.nextFinding', title: 'Next finding', group: 'Memos', shortcut: 'f8', run: () => go(1) },
    { id: 'memo.previousFinding', title: 'Previous finding', group: 'Memos', shortcut: 'shift+f8', run: () => go(-1) },
    {
      id: 'memo.underlines',
      title: shown ? 'Hide findings in the text' : 'Show findings in the text',
      group: 'Memos',
      run: () => setShown(!shown),
    },
  ]);
  useEffect(() => {
    if (!shown || !report) return;
    return drawUnderlines(
      editor,
      scroller,
      report.findings.filter(({ dismissed }) => dismissed === null),
    );
  }, [editor, scroller, report, shown]);
  return null;
}
