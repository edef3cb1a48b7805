/**
 * What pages call the parts that are not their text, in the languages that sources come in. A label alone proves little: it
 * counts together with links, shortness or place (see furniture.ts).
 */

const related = [
  // English
  "related(?: (?:articles?|stor(?:y|ies)|content|news|posts?|topics?|links?|coverage|reading|items|documents))?|more (?:from|on|in|about|stories|news|articles|coverage|to read).*|read (?:more|also|next|this next)|(?:the )?most (?:read|popular|viewed|shared|commented|recent|watched).*|(?:you )?(?:may|might) also (?:like|be interested in)|you (?:may|might) (?:like|have missed)|recommended(?: (?:for you|reading|stories|articles))?|trending(?: (?:now|news|stories))?|popular(?: (?:now|posts?|stories|articles|news))?|(?:the )?latest(?: (?:news|stories|posts|articles|updates|headlines|from .*))?|top (?:stories|news|headlines)|editors?[’']?s?[’']? (?:picks|choice)|don[’']t miss|up next|in case you missed it|what to read next|see also|recent (?:posts|articles|news|stories)|around the web|from (?:the web|our partners|around the web)|other (?:news|stories|articles)|further (?:coverage|stories)|keep reading|next (?:article|story|post)|previous (?:article|story|post)|in this (?:section|series)|breaking news|headlines|news in pictures|watch(?: now| next)?|listen(?: now)?",
  // French, German, Spanish, Portuguese, Italian, Dutch
  "(?:à )?lire (?:aussi|également|la suite)|à voir aussi|voir aussi|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|connexes?|recommandés?|récents?)|les? plus (?:lus?|populaires?|récents?|partagés?)|à la une|dernières? (?:actualités|nouvelles|infos?)|(?:plus d[’']actualités|en direct|à découvrir).*",
  'mehr (?:zum thema|zu|aus|nachrichten|artikel).*|lesen sie (?:auch|mehr|weiter)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|(?:die )?meist(?:gelesen|geklickt|geteilt)\\p{L}*(?: artikel)?|(?:ähnliche|verwandte|weitere|aktuelle|neueste) (?:artikel|beiträge|themen|nachrichten|meldungen|links)|empfehlungen(?: der redaktion)?|zum thema|siehe auch',
  '(?:te|le|os) puede(?:n)? interesar|(?:noticias|artículos|contenidos?|temas|notas) relacionad[oa]s|relacionad[oa]s|le[ae]r? también|lee también|más (?:leíd[oa]s?|noticias|vist[oa]s|información|sobre .*|en .*)|l[oa]s? más (?:leíd[oa]s?|vist[oa]s?)|últimas noticias|te recomendamos|también te puede.*|ver también',
  'leia (?:também|mais)|veja (?:também|mais)|(?:as )?mais lidas|(?:notícias|artigos|conteúdos?) relacionad[oa]s|últimas (?:notícias)?|saiba mais|recomendad[oa]s?(?: para você)?',
  'leggi anche|(?:articoli|notizie) correlat[ei]|potrebbe(?:ro)? interessart[ie]|(?:i |le )?più lett[ie]|ultime notizie|per approfondire|ti potrebbe interessare|vedi anche',
  'lees (?:ook|meer|verder)|meer (?:over|nieuws|artikelen).*|gerelateerde?(?: artikelen| berichten)?|meest (?:gelezen|bekeken)|ook interessant',
  // Polish, Czech, Romanian, Serbian, Scandinavian, Greek, Hungarian
  '(?:czytaj|zobacz|przeczytaj)(?: (?:także|też|również|więcej|dalej))|polecane(?: artykuły)?|najpopularniejsze|najczęściej czytane|(?:powiązane|podobne) (?:artykuły|tematy|wpisy)|najnowsze',
  'čtěte (?:také|dále)|související(?: články)?|nejčtenější|mohlo by vás zajímat|další (?:články|zprávy)',
  'cite[șs]te (?:și|si|mai mult)|articole similare|cele mai citite|ultimele [șs]tiri|te-ar putea interesa',
  'pročitajte (?:i|još)|povezane vesti|najčitanije|прочитајте (?:и|још)|повезане вести|најчитаније|pročitaj još',
  '(?:läs|les|læs) (?:också|även|mer|også|mere)|relaterat|relatert|mest (?:lästa|lest|læste)|lue myös|kapcsolódó(?: cikkek)?|olvass(?:a|on)? (?:el )?(?:tovább|még|ezt is)',
  '(?:διαβάστε|δείτε) (?:επίσης|ακόμη|ακόμα|περισσότερα)|σχετικά(?: άρθρα| θέματα)?|δημοφιλή|τελευταία νέα|περισσότερα',
  // Russian, Ukrainian, Turkish, Azerbaijani, Kazakh, Georgian, Armenian
  '(?:читайте|смотрите|читать) (?:также|ещё|еще|далее|дальше)|(?:похожие|другие|связанные|последние|главные|свежие) (?:материалы|новости|статьи|записи|публикации|темы)|(?:материалы |новости |ещё |еще |статьи )?по теме|(?:самое )?(?:популярное|читаемое|обсуждаемое|важное|главное)(?: за .*)?|новости партн[её]ров|лента новостей|рекомендуем|подробнее|в тему|больше новостей.*|выбор редакции|новости сми2?',
  '(?:читайте|дивіться) (?:також|ще)|(?:схожі|інші|останні|головні) (?:новини|матеріали|статті)|(?:матеріали |новини )?за темою|популярне|більше новин.*|рекомендуємо|вибір редакції',
  '(?:ilgili|diğer|benzer|öne çıkan|son|günün) (?:haberler|haber|içerikler|yazılar)i?|en çok (?:okunan|izlenen|yorumlanan)(?:lar)?|son dakika(?: haberleri)?|önerilen(?:ler| haberler)?|(?:bunlar da )?ilginizi çekebilir|editörün seçtikleri|haberin devamı|bakmadan geçme(?:yin)?|bunu da oku(?:yun)?|ayrıca bak(?:ın)?ız?|çok okunanlar',
  '(?:oxşar|digər|son|əlaqəli|bölmənin digər|günün|ən vacib) (?:xəbərlər|xəbərləri|yazılar|materiallar)|ən çox (?:oxunan|baxılan)(?:lar)?|xəbər lenti|həmçinin oxuyun|bunu da oxuyun|bu mövzuda',
  'მსგავსი (?:სიახლეები|სტატიები)|წაიკითხეთ (?:ასევე|მეტი)|կարդացեք նաև|առնչվող (?:նյութեր|լուրեր)|ұқсас жаңалықтар|тағы оқыңыз',
  // Persian, Arabic, Hebrew
  '(?:اخبار|مطالب|خبرهای|عناوین) (?:مرتبط|مشابه|بیشتر|پیشنهادی|داغ)|(?:پربازدید|پربیننده|پرمخاطب)‌?ترین.*|(?:بیشتر|همچنین) بخوانید|(?:بیشتر|همچنین) ببینید|(?:آخرین|تازه‌?ترین) (?:اخبار|خبرها).*|پیشنهاد سردبیر|گزیده اخبار',
  '(?:ا|إ)قر(?:أ|ئي|ؤوا) (?:أيضا?ً?|أيضًا|المزيد)|(?:مواضيع|أخبار|مقالات|موضوعات|مواد) (?:ذات صلة|متعلقة|مشابهة)|الأكثر (?:قراءة|مشاهدة|تداولا?ً?|شيوعا?ً?)|آخر الأخبار|قد (?:يعجبك|يهمك) أيضا?ً?|المزيد(?: من .*)?|شاهد أيضا?ً?|اخترنا لك',
  'כתבות (?:קשורות|נוספות)|אולי יעניין אותך|הנקראות ביותר|קראו (?:גם|עוד)|עוד ב.*',
  // Chinese, Japanese, Korean
  '(?:相关|相關|推荐|推薦|延伸|更多|热门|熱門|最新)(?:新闻|新聞|阅读|閱讀|文章|报道|報導|推荐|推薦|资讯|資訊|消息)?|猜你喜欢|(?:関連|おすすめ|人気|最新)(?:の)?(?:記事|ニュース)?|あわせて読みたい|(?:アクセス)?ランキング|(?:관련|추천|인기|최신|주요) ?(?:기사|뉴스)?|많이 본 (?:기사|뉴스)',
];

const small = [
  // Advertising, sharing, letters, tags: what stands alone in a line and says nothing.
  'advertis(?:ement|ing)s?|ads?|sponsored(?: (?:content|by .*))?|promoted|paid (?:content|post)|(?:continue reading|story continues|article continues) (?:below|after).*|scroll (?:down )?to continue.*|publicité|anzeige|werbung|publicidad(?:e)?|pubblicità|advertentie|reklama?|реклама|annons|annonse|διαφήμιση|تبلیغات|إعلان(?:ات)?|פרסומת|广告|廣告|広告|광고|hirdetés|mainos|publicitate',
  'share(?: (?:this|on|via|with|to|it|page|options|article|story|post).*)?|share:|shares?|\\d+ shares?|partager(?: .{0,30})?|teilen(?: .{0,30})?|compart(?:ir|e|ilhe|ilhar)(?: .{0,30})?|condividi(?: .{0,30})?|deel(?: dit .{0,20})?|udostępnij|podziel się|sdílet|distribuie|поделиться(?: .{0,30})?|поделитесь(?: .{0,30})?|поділитися|paylaş|اشتراک‌?گذاری|به اشتراک بگذارید|شارك(?: .{0,20})?|مشاركة|שתפו|分享(?:到|至)?|シェア(?:する)?|공유(?:하기)?|del|dela|jaa|κοινοποίηση|facebook|twitter|x|telegram|whats ?app|linkedin|e-?mail|email this|pinterest|reddit|messenger|viber|instagram|youtube|rss|copy (?:link|url)|copied!?|link copied.*|print(?: this .*)?|save(?: (?:article|this|for later).*)?|bookmark|close|menu|open menu|search|listen to (?:this )?article|play|pause|mute|font size|text size|a\\+|a-|aa|skip to (?:main )?content|back to top|top|loading(?:\\.\\.\\.|…)?|read (?:full )?(?:article|story)|view (?:comments|all|more|gallery)|show (?:more|all|comments)|load more|see (?:all|more)|more|enlarge(?: image)?|toggle caption|hide caption|image (?:source|credit)|imprimer|drucken|imprimir|stampa|afdrukken|drukuj|распечатать|печать|yazdır|çap et|چاپ|طباعة|打印|印刷|인쇄',
  'follow (?:us|me)(?: .*)?|(?:sign up|subscribe)(?: (?:to|for|now|here|today).*)?|newsletters?|get (?:the|our) .{0,40}newsletter.*|suivez-nous.*|abonnez-vous.*|folgen sie uns.*|jetzt abonnieren|síguenos.*|suscríbe(?:te|ase).*|siga-nos.*|assine.*|seguici.*|iscriviti.*|volg ons.*|подпи(?:шитесь|сывайтесь|саться).*|підпи(?:шіться|суйтесь).*|bizi takip edin.*|abone ol(?:un)?.*|bizi izləyin.*|ما را .{0,20}دنبال کنید.*|تابعونا.*|اشترك.*|关注我们.*',
  '(?:tags?|topics?|filed under|keywords|categories|category|labels|mots[- ]clés|schlagwörter|schlagworte|stichwörter|etiquetas|temas|palavras-chave|trefwoorden|tagi|štítky|etichete|теги|метки|ключевые слова|мітки|etiketler|teqlər|açar sözlər|برچسب‌? ?ها|کلیدواژه|الوسوم|كلمات مفتاحية|标签|タグ|태그)(?:\\s*[::].*)?',
  '©.*|copyright .*|all rights reserved.*',
];

const comments =
  '(?:\\d+ )?(?:reader )?comments?(?: \\(\\d+\\))?|\\d+ (?:responses?|replies|thoughts?)(?: (?:to|on) .*)?|leave a (?:comment|reply)|post a comment|add (?:a|your) comment|join the (?:conversation|discussion)|(?:\\d+ )?(?:commentaires?|kommentare?|comentários|comentarios|commenti|reacties|komentarze|komentáře|komentari|comentarii|комментари(?:и|ев|й|я)|коментар(?:і|ів)|коментари|yorum(?:lar)?|şərh(?:lər)?|نظرات(?: کاربران)?|نظر(?:ات)? شما|دیدگاه(?:‌?ها)?|(?:ال)?تعليقات|תגובות|评论|評論|コメント|댓글|σχόλια)(?: \\(\\d+\\))?|laisser un commentaire|schreiben sie einen kommentar|deja (?:un comentario|tu comentario)|dodaj komentarz|оставить комментарий|yorum (?:yap|yaz|ekle)ı?n?|ارسال نظر|اترك (?:تعليقا?ً?|ردا?ً?)|diskuse|diskussion';

const anyOf = (parts: readonly string[]) => `(?:${parts.join('|')})`;
const pattern = (source: string) => new RegExp(withoutTurkishI(source), 'iu');
const whole = (source: string) => pattern(`^(?:${source})\\s*[:：.…»›>→|]*$`);

const relatedLabel = whole(anyOf(related));
const smallLabel = whole(anyOf(small));
const commentsLabel = whole(comments);
const relatedLead = pattern(`^${anyOf(related)}\\s*[:：|»›>–—-]`);

export type Label = 'related' | 'comments' | 'small';

/** What a short line says that its surroundings are; null for every other line. */
export function labelOf(text: string): Label | null {
  const line = bare(text);
  if (line === '' || line.length > 60) return null;
  if (commentsLabel.test(line)) return 'comments';
  if (relatedLabel.test(line)) return 'related';
  return smallLabel.test(line) ? 'small' : null;
}

/** "Read more: …": a line that only leads to another page, if the rest of it is a link. */
export function leadsAway(line: string): boolean {
  return line.length < 300 && relatedLead.test(bare(line));
}

/** Without the signs around it that set a label off. */
function bare(line: string): string {
  return withoutTurkishI(line.replace(/^[\s>»•·▶►→*#|–—-]+|[\s|–—-]+$/gu, ''));
}

/** Capitals of Turkish words do not match their small letters otherwise. */
function withoutTurkishI(text: string): string {
  return text.replaceAll('İ', 'i').replaceAll('ı', 'i');
}
