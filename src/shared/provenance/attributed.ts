import { english } from '../suggesting/english';

/** What makes a statement somebody's word, or less than a fact, besides verbs of saying. */
const hedges = new Set(
  `according alleged allegation allegations accusation accusations assertion assertions belief beliefs view views version versions account accounts found finds finding findings
  believes believed believe thinks considers considered accuses accused accuse blames blamed blame suspects suspected suspicion suspicions rumour rumours rumor rumors
  withdrawn withdrew withdraws retracted retracts disputed contested contests unproven unconfirmed unverified uncorroborated unclear unexplained unknown doubtful doubt doubts denial denials apparently seemingly possibly perhaps maybe probably
  likely unlikely presumably may might could whether if appears appeared seems seemed reportedly allegedly supposedly purportedly so-called hypothesis theory question questions`
    .split(/\s+/u)
    .filter(Boolean),
);

/**
 * Whether a sentence says whose word it is, doubts, or asks. English only: of other languages only questions and hedges in
 * quotation marks are known, so that a contested claim in them is always pointed out.
 */
export function isAttributed(sentence: string, locale: string): boolean {
  if (/\?["”’»)\]]*$/u.test(sentence)) return true;
  if (!/^en\b/iu.test(locale)) return false;
  if (english.hearsay.test(sentence)) return true;
  const words = sentence.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
  return words.some((word) => hedges.has(word) || (english.speechVerbs.has(word) && !english.looseVerbs.has(word)));
}
