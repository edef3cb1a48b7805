import { pushText, type Facts } from '../metadata/facts';
import { cleanLanguage } from '../../../shared/domain/language';
import { guessLanguage } from '../metadata/language';
import { parseNames } from '../metadata/names';
import { sameTitle } from '../metadata/titles';

/** What an office document says of itself in its properties. */
export interface Properties {
  title?: string;
  creator?: string;
  company?: string;
  description?: string;
  /** As stated, which is often the program's language and not the text's. */
  language?: string;
}

const origin = 'document properties';
/** What programs and their installers write where nobody has written anything. */
const nobody =
  /^(?:user\d*|utente|usuario|utilisateur|benutzer|kullanıcı|пользователь|admin(?:istrator)?|administrador|owner|author|unknown|un-?named|default|guest|test|pc|root|home|(?:microsoft|ms)(?: office)?(?: user)?|windows.*|(?:hp|hewlett-packard|acer|asus|dell|lenovo|toshiba|samsung|sony)\b.*|python-docx|apache poi|docx4j|open ?office.*|libre ?office.*|n\/?a|-+)$/iu;
const untitled =
  /^(?:untitled.*|document\d*|dokument\d*|documento\d*|документ\d*|(?:word )?template.*|normal(?:\.dotm?)?|title|no title|\S+\.\w{2,4})$/iu;

/** Puts the properties behind what the document shows: they are often a template's or a computer's. */
export function propertyFacts(
  { title = '', creator = '', company = '', description = '' }: Properties,
  facts: Facts,
): void {
  const stated = title.replace(/^Microsoft (?:Office )?Word - /u, '').trim();
  if (!untitled.test(stated)) pushText(facts.title, stated, origin);
  const authors = parseNames(nobody.test(creator.trim()) ? '' : creator.slice(0, 1000));
  if (authors.length > 0) facts.authors.push({ value: authors.slice(0, 100), origin });
  if (!nobody.test(company.trim())) pushText(facts.publisher, company, origin);
  if (description.length > 100 && !sameTitle(description, title)) pushText(facts.abstract, description, origin, 5000);
}

/** The stated language is often the program's: it counts where the text agrees or says nothing. */
export function languageFacts(text: string, stated: string, facts: Facts): void {
  const language = cleanLanguage(stated);
  const guess = guessLanguage(text);
  if (language === '' || (guess !== '' && language.split('-')[0] !== guess)) return;
  facts.language.push({ value: language, origin });
}
