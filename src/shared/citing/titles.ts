import { inLanguageOf, type ByLanguage } from './by-language';

/** Headings of what is under a memo's text and in its exports. */
export interface MemoTitles {
  bibliography: string;
  /** Of notes where they stand at the end. */
  notes: string;
  contents: string;
  summary: string;
}

/** By language: bibliography, references, notes, contents, summary. */
const words: ByLanguage<readonly [string, string, string, string, string]> = {
  en: ['Bibliography', 'References', 'Notes', 'Contents', 'Summary'],
  af: ['Bibliografie', 'Verwysings', 'Notas', 'Inhoud', 'Opsomming'],
  ar: ['قائمة المراجع', 'المراجع', 'الهوامش', 'المحتويات', 'الملخص'],
  bg: ['Библиография', 'Литература', 'Бележки', 'Съдържание', 'Резюме'],
  ca: ['Bibliografia', 'Referències', 'Notes', 'Contingut', 'Resum'],
  cs: ['Bibliografie', 'Literatura', 'Poznámky', 'Obsah', 'Shrnutí'],
  cy: ['Llyfryddiaeth', 'Cyfeiriadau', 'Nodiadau', 'Cynnwys', 'Crynodeb'],
  da: ['Bibliografi', 'Litteratur', 'Noter', 'Indhold', 'Resumé'],
  de: ['Literaturverzeichnis', 'Literaturverzeichnis', 'Anmerkungen', 'Inhalt', 'Zusammenfassung'],
  el: ['Βιβλιογραφία', 'Βιβλιογραφικές αναφορές', 'Σημειώσεις', 'Περιεχόμενα', 'Περίληψη'],
  es: ['Bibliografía', 'Referencias', 'Notas', 'Índice', 'Resumen'],
  et: ['Bibliograafia', 'Kasutatud kirjandus', 'Märkused', 'Sisukord', 'Kokkuvõte'],
  eu: ['Bibliografia', 'Erreferentziak', 'Oharrak', 'Edukiak', 'Laburpena'],
  fa: ['کتاب\u200cنامه', 'منابع', 'یادداشت\u200cها', 'فهرست', 'چکیده'],
  fi: ['Bibliografia', 'Lähteet', 'Viitteet', 'Sisällys', 'Tiivistelmä'],
  fr: ['Bibliographie', 'Références', 'Notes', 'Table des matières', 'Résumé'],
  gl: ['Bibliografía', 'Referencias', 'Notas', 'Contido', 'Resumo'],
  he: ['ביבליוגרפיה', 'מקורות', 'הערות', 'תוכן העניינים', 'תקציר'],
  hi: ['ग्रंथसूची', 'संदर्भ', 'टिप्पणियाँ', 'विषय-सूची', 'सारांश'],
  hr: ['Bibliografija', 'Literatura', 'Bilješke', 'Sadržaj', 'Sažetak'],
  hu: ['Bibliográfia', 'Irodalomjegyzék', 'Jegyzetek', 'Tartalom', 'Összefoglalás'],
  id: ['Bibliografi', 'Referensi', 'Catatan', 'Daftar isi', 'Ringkasan'],
  is: ['Heimildaskrá', 'Heimildir', 'Athugasemdir', 'Efnisyfirlit', 'Ágrip'],
  it: ['Bibliografia', 'Riferimenti', 'Note', 'Indice', 'Sommario'],
  ja: ['参考文献', '参考文献', '注', '目次', '要旨'],
  ko: ['참고문헌', '참고문헌', '주', '차례', '요약'],
  la: ['Bibliographia', 'Bibliographia', 'Notae', 'Index', 'Summarium'],
  lt: ['Bibliografija', 'Literatūra', 'Pastabos', 'Turinys', 'Santrauka'],
  lv: ['Bibliogrāfija', 'Literatūra', 'Piezīmes', 'Saturs', 'Kopsavilkums'],
  nb: ['Bibliografi', 'Referanser', 'Noter', 'Innhold', 'Sammendrag'],
  nl: ['Bibliografie', 'Literatuur', 'Noten', 'Inhoud', 'Samenvatting'],
  nn: ['Bibliografi', 'Referansar', 'Notar', 'Innhald', 'Samandrag'],
  pl: ['Bibliografia', 'Bibliografia', 'Przypisy', 'Spis treści', 'Streszczenie'],
  pt: ['Bibliografia', 'Referências', 'Notas', 'Índice', 'Resumo'],
  ro: ['Bibliografie', 'Referințe', 'Note', 'Cuprins', 'Rezumat'],
  ru: ['Библиография', 'Список литературы', 'Примечания', 'Содержание', 'Аннотация'],
  sk: ['Bibliografia', 'Literatúra', 'Poznámky', 'Obsah', 'Zhrnutie'],
  sl: ['Bibliografija', 'Literatura', 'Opombe', 'Kazalo', 'Povzetek'],
  sr: ['Библиографија', 'Литература', 'Напомене', 'Садржај', 'Сажетак'],
  sv: ['Bibliografi', 'Referenser', 'Noter', 'Innehåll', 'Sammanfattning'],
  th: ['บรรณานุกรม', 'เอกสารอ้างอิง', 'เชิงอรรถ', 'สารบัญ', 'บทคัดย่อ'],
  tr: ['Kaynakça', 'Kaynakça', 'Notlar', 'İçindekiler', 'Özet'],
  uk: ['Бібліографія', 'Список літератури', 'Примітки', 'Зміст', 'Анотація'],
  vi: ['Thư mục', 'Tài liệu tham khảo', 'Ghi chú', 'Mục lục', 'Tóm tắt'],
  zh: ['参考文献', '参考文献', '注释', '目录', '摘要'],
};

/** They are in the memo's language, English where we have no words. APA and its like say "References". */
export function listTitles(locale: string, noteStyle: boolean): MemoTitles {
  const [bibliography, references, notes, contents, summary] = inLanguageOf(locale, words);
  return { bibliography: noteStyle ? bibliography : references, notes, contents, summary };
}
