/** What a new memo can begin with. */
export const memoTemplates = ['memo', 'briefing', 'bibliography', 'chronology', 'claims'] as const;
export type MemoTemplate = (typeof memoTemplates)[number];

export interface TemplateFacts {
  label: string;
  about: string;
  /** Takes only events of some days. */
  dated: boolean;
  /** What is in a collection can be asked for. */
  collected: boolean;
}

export const templateFacts: Record<MemoTemplate, TemplateFacts> = {
  memo: {
    label: 'Memo',
    about: 'Question, answer, evidence, what is open: headings with a line on what belongs there.',
    dated: false,
    collected: false,
  },
  briefing: {
    label: 'Briefing note',
    about: 'One page for somebody who decides, with what is known and what is contested taken from your claims, cited.',
    dated: false,
    collected: true,
  },
  bibliography: {
    label: 'Annotated bibliography',
    about: 'Every source with its quotations and what you remarked on them, cited.',
    dated: false,
    collected: true,
  },
  chronology: {
    label: 'Chronology',
    about: 'Your events in order, as exact as their dates are, with other dates that sources give, cited.',
    dated: true,
    collected: true,
  },
  claims: {
    label: 'Claim sheet',
    about: 'Each claim with its status, who asserts and who denies it, and the quotations for and against it, cited.',
    dated: false,
    collected: true,
  },
};
