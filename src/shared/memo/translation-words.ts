import { inLanguageOf, type ByLanguage } from '../citing/by-language';
import type { Translation } from './document';

const words: ByLanguage<readonly [author: string, source: string, machine: string]> = {
  en: ['my translation', 'translation in the source', 'machine translation'],
  ar: ['ترجمتي', 'الترجمة في المصدر', 'ترجمة آلية'],
  ca: ['traducció meva', 'traducció de la font', 'traducció automàtica'],
  cs: ['vlastní překlad', 'překlad podle pramene', 'strojový překlad'],
  da: ['min oversættelse', 'oversættelse i kilden', 'maskinoversættelse'],
  de: ['eigene Übersetzung', 'Übersetzung der Quelle', 'maschinelle Übersetzung'],
  el: ['δική μου μετάφραση', 'μετάφραση της πηγής', 'αυτόματη μετάφραση'],
  es: ['traducción propia', 'traducción de la fuente', 'traducción automática'],
  fa: ['ترجمه از نویسنده', 'ترجمه در منبع', 'ترجمه ماشینی'],
  fi: ['oma käännös', 'käännös lähteessä', 'konekäännös'],
  fr: ['ma traduction', 'traduction de la source', 'traduction automatique'],
  he: ['תרגום שלי', 'התרגום במקור', 'תרגום מכונה'],
  hu: ['saját fordítás', 'a forrás fordítása', 'gépi fordítás'],
  it: ['traduzione mia', 'traduzione della fonte', 'traduzione automatica'],
  nb: ['min oversettelse', 'oversettelse i kilden', 'maskinoversettelse'],
  nl: ['eigen vertaling', 'vertaling in de bron', 'machinevertaling'],
  pl: ['tłumaczenie własne', 'tłumaczenie w źródle', 'tłumaczenie maszynowe'],
  pt: ['tradução minha', 'tradução da fonte', 'tradução automática'],
  ro: ['traducerea mea', 'traducerea din sursă', 'traducere automată'],
  ru: ['перевод автора', 'перевод в источнике', 'машинный перевод'],
  sv: ['min översättning', 'översättning i källan', 'maskinöversättning'],
  tr: ['çeviri bana ait', 'kaynaktaki çeviri', 'makine çevirisi'],
  uk: ['переклад автора', 'переклад у джерелі', 'машинний переклад'],
  zh: ['作者自译', '来源中的译文', '机器翻译'],
};

/** "my translation": whose words a translation is in, in the language of the memo; in English where we have no words. */
export function translationWords(by: Translation['by'], locale: string): string {
  return inLanguageOf(locale, words)[by === 'author' ? 0 : by === 'source' ? 1 : 2];
}
