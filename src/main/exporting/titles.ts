const words: Record<string, { bibliography: string; references: string; notes: string }> = {
  en: { bibliography: 'Bibliography', references: 'References', notes: 'Notes' },
  de: { bibliography: 'Literaturverzeichnis', references: 'Literaturverzeichnis', notes: 'Anmerkungen' },
  fr: { bibliography: 'Bibliographie', references: 'Références', notes: 'Notes' },
  es: { bibliography: 'Bibliografía', references: 'Referencias', notes: 'Notas' },
  pt: { bibliography: 'Bibliografia', references: 'Referências', notes: 'Notas' },
  it: { bibliography: 'Bibliografia', references: 'Riferimenti', notes: 'Note' },
  nl: { bibliography: 'Bibliografie', references: 'Literatuur', notes: 'Noten' },
  pl: { bibliography: 'Bibliografia', references: 'Bibliografia', notes: 'Przypisy' },
  ru: { bibliography: 'Библиография', references: 'Список литературы', notes: 'Примечания' },
  uk: { bibliography: 'Бібліографія', references: 'Список літератури', notes: 'Примітки' },
  tr: { bibliography: 'Kaynakça', references: 'Kaynakça', notes: 'Notlar' },
  ar: { bibliography: 'قائمة المراجع', references: 'المراجع', notes: 'الهوامش' },
  fa: { bibliography: 'کتاب‌نامه', references: 'منابع', notes: 'یادداشت‌ها' },
};

/** Headings that an export adds, in the memo's language, English where we have no words. APA and its like say "References". */
export function listTitles(locale: string, noteStyle: boolean): { bibliography: string; notes: string } {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const found = words[Object.hasOwn(words, language) ? language : 'en'];
  if (!found) throw new Error('English titles are missing.');
  return { bibliography: noteStyle ? found.bibliography : found.references, notes: found.notes };
}
