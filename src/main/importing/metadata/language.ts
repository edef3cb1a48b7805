/** Frequent short words by language: enough to tell a page's language, not a dialect. */
const words: Record<string, string> = {
  en: 'the of and to in that is was for with on as has have by it from its are an',
  fr: 'le la les des et en un une du que est pour dans qui sur par au avec plus ce',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch',
  es: 'el la los de que y en un una por con para las del se su como más fue al',
  it: 'il la di che e per un una del della con non sono gli nel alla più anche dei le',
  pt: 'o a os de que e em um uma por com para as do da não se mais foi ao',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als maar',
  tr: 've bir bu için ile olarak da de olan daha çok sonra kadar gibi ise olduğu tarafından',
  az: 'və bir bu üçün ilə olan də da daha çox sonra kimi isə olduğu tərəfindən həmin edib',
  pl: 'w i na z do się nie że to jest o jak po od przez za oraz są dla ale',
  ru: 'и в не на что с по как это из к за для от его о также был года',
  uk: 'і в не на що з та до як це за для від його про також був року',
  fa: 'و در به از که این را با است برای آن یک خود تا بر های می شد',
  ar: 'في من على إلى أن عن مع هذا التي الذي كان بين قد لم بعد ما',
};
const scripts: [RegExp, string][] = [
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/[\u3040-\u30FF]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** The language a text is most likely written in, as a BCP 47 tag; '' when that cannot be said. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return '';
  for (const [script, language] of scripts) if ((sample.match(script)?.length ?? 0) > letters * 0.4) return language;
  const counts = new Map<string, number>();
  const tokens = sample.match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [language, list] of Object.entries(words)) {
    const score = list.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    if (score > most) [best, most] = [language, score];
  }
  return most >= Math.max(2, tokens.length * 0.05) ? best : '';
}
