import { seeded, type Random } from '../random';

/** An invented article about invented states, as a site would hold it before it makes a page of it. */
export interface Story {
  language: string;
  title: string;
  /** As printed. */
  authors: string[];
  /** Year, month, day. */
  date: [number, number, number];
  site: string;
  url: string;
  subtitle: string;
  paragraphs: string[];
  headings: string[];
  quotation: string;
  items: string[];
  caption: string;
  /** Headlines of other pages. */
  others: string[];
}

interface Words {
  title: string;
  authors: string[];
  site: string;
  subtitle: string;
  sentences: string[];
  headings: string[];
  others: string[];
}

const places = ['Tarsk', 'Velia', 'Ostrava Bay', 'Morava', 'Kestrin', 'Lower Dell', 'Sant Ilse', 'Varna Point'];

/** "#" is a number, "@" a place: the same sentence never stands twice. */
const words: Record<string, Words> = {
  en: {
    title: 'Velia closes its northern ports after the @ seizure',
    authors: ['Ana Petrova', 'Omar Reyes', 'Lena van der Holt', 'R. J. Okafor', 'Ines Duarte', 'Tom Hallam'],
    site: 'Harbour Gazette',
    subtitle: 'Insurers ask for papers that nobody in @ can give them before the autumn sailings begin.',
    sentences: [
      'The harbour master of @ said on Tuesday that # ships had been turned back since dawn.',
      'Officials in @ denied that any order had been given, and spoke of a routine check of # vessels.',
      '“We were told to wait, and then we were told nothing,” said a captain who has sailed to @ for # years.',
      'According to the port register, the freighter left @ with # tonnes of barley and a crew of eleven.',
      'Two diplomats who were in the room say the minister left after # minutes without signing the paper from @.',
      'The figures, which the ministry in @ has not published, show a fall of # per cent since the spring.',
      'Nobody at the customs house in @ would say who had signed the # permits that were found in the drawer.',
      'It is the third time in # months that the strait near @ has been closed without notice.',
      'A spokesman for the company said that its contracts with @ run for another # weeks.',
      'Fishermen from @ have kept to the inner bay, where the patrols do not come more than # times a day.',
      'The treaty of @ gives both sides # days to answer a complaint, but no court has ever heard one.',
      'Her brother, who keeps a shop in @, counts # lorries on the coast road every night.',
      'What happened next is disputed: @ says that # shots were fired, and the other side says that there were none.',
      'The report runs to # pages and was written in @ by people who had never seen the mole.',
      'Prices at the market of @ rose by # per cent within a week, and bread was sold by the half loaf.',
      'The opposition in @ wants # answers from the government before it votes on the budget.',
    ],
    headings: ['What the register shows', 'A long dispute', 'Who pays'],
    others: [
      'Barley prices fall for a third week in @',
      'Minister of @ resigns over ferry contract',
      'How the lighthouse keepers of @ live',
      'Storm closes the coast road near @',
      'Parliament of @ votes on fishing rights',
      'Ten thousand march in @ over fuel tax',
      'The quiet rearmament of @',
      'Court in @ frees the crew of the Petrel',
    ],
  },
  fr: {
    title: 'La Vélia ferme ses ports du nord après la saisie de @',
    authors: ['Élise Moreau', 'Jean-Luc Perrin', 'Camille de la Tour'],
    site: 'Le Courrier du Port',
    subtitle: 'Les assureurs réclament des papiers que personne à @ ne peut leur fournir.',
    sentences: [
      'Le capitaine du port de @ a déclaré mardi que # navires avaient été refoulés depuis l’aube.',
      'Les autorités de @ démentent tout ordre et parlent d’un contrôle ordinaire de # bateaux.',
      '« On nous a dit d’attendre, puis plus rien », raconte un marin qui navigue vers @ depuis # ans.',
      'Selon le registre, le cargo avait quitté @ avec # tonnes d’orge et onze hommes à bord.',
      'Deux diplomates présents assurent que le ministre est sorti au bout de # minutes sans signer le texte de @.',
      'Les chiffres, que le ministère à @ n’a pas publiés, montrent une baisse de # pour cent depuis le printemps.',
      'Personne à la douane de @ ne veut dire qui a signé les # permis retrouvés dans un tiroir.',
      'C’est la troisième fois en # mois que le détroit de @ est fermé sans préavis.',
      'Les pêcheurs de @ restent dans la baie, où les patrouilles passent # fois par jour.',
      'Le traité de @ laisse # jours pour répondre à une plainte, mais aucun tribunal n’en a jamais entendu.',
    ],
    headings: ['Ce que dit le registre', 'Un vieux différend'],
    others: [
      'Le prix de l’orge recule à @',
      'Le ministre de @ démissionne',
      'La tempête coupe la route de @',
      'Le parlement de @ vote la pêche',
    ],
  },
  de: {
    title: 'Velia schließt nach der Beschlagnahme in @ seine nördlichen Häfen',
    authors: ['Jonas Weidmann', 'Katrin von Ahlen', 'Peter Brandt'],
    site: 'Hafenzeitung',
    subtitle: 'Versicherer verlangen Papiere, die ihnen in @ niemand geben kann.',
    sentences: [
      'Der Hafenmeister von @ sagte am Dienstag, seit dem Morgen seien # Schiffe abgewiesen worden.',
      'Die Behörden in @ bestreiten einen Befehl und sprechen von einer gewöhnlichen Prüfung von # Booten.',
      '„Man hat uns gesagt, wir sollten warten, und dann nichts mehr“, sagt ein Kapitän, der seit # Jahren nach @ fährt.',
      'Nach dem Register hatte der Frachter @ mit # Tonnen Gerste und elf Mann an Bord verlassen.',
      'Zwei Diplomaten berichten, der Minister sei nach # Minuten gegangen, ohne das Papier aus @ zu unterschreiben.',
      'Die Zahlen, die das Ministerium in @ nicht veröffentlicht hat, zeigen einen Rückgang von # Prozent.',
      'Niemand im Zollhaus von @ will sagen, wer die # Genehmigungen in der Schublade unterschrieben hat.',
      'Zum dritten Mal in # Monaten ist die Meerenge bei @ ohne Ankündigung gesperrt.',
      'Die Fischer aus @ bleiben in der inneren Bucht, wo die Streifen höchstens # Mal am Tag vorbeikommen.',
      'Der Vertrag von @ gibt beiden Seiten # Tage, um auf eine Beschwerde zu antworten.',
    ],
    headings: ['Was das Register zeigt', 'Ein langer Streit'],
    others: [
      'Gerste wird in @ billiger',
      'Minister von @ tritt zurück',
      'Sturm sperrt die Küstenstraße bei @',
      'Parlament von @ stimmt über Fischerei ab',
    ],
  },
  es: {
    title: 'Velia cierra sus puertos del norte tras la incautación de @',
    authors: ['Lucía Herrera', 'Mateo Quiroga'],
    site: 'Diario del Puerto',
    subtitle: 'Las aseguradoras piden papeles que nadie en @ puede darles.',
    sentences: [
      'El capitán del puerto de @ dijo el martes que # barcos habían sido rechazados desde el amanecer.',
      'Las autoridades de @ niegan que hubiera una orden y hablan de un control rutinario de # buques.',
      '«Nos dijeron que esperáramos y luego nada», cuenta un marino que navega a @ desde hace # años.',
      'Según el registro, el carguero salió de @ con # toneladas de cebada y once tripulantes.',
      'Dos diplomáticos aseguran que el ministro se fue a los # minutos sin firmar el papel de @.',
      'Las cifras, que el ministerio en @ no ha publicado, muestran una caída del # por ciento.',
      'Nadie en la aduana de @ quiere decir quién firmó los # permisos hallados en el cajón.',
      'Es la tercera vez en # meses que el estrecho de @ se cierra sin aviso.',
      'Los pescadores de @ no salen de la bahía, donde las patrullas pasan # veces al día.',
    ],
    headings: ['Lo que dice el registro', 'Una larga disputa'],
    others: [
      'Baja la cebada en @',
      'Dimite el ministro de @',
      'El temporal corta la carretera de @',
      'El parlamento de @ vota la pesca',
    ],
  },
  ru: {
    title: 'Велия закрыла северные порты после задержания судна в @',
    authors: ['Анна Петрова', 'Иван Сидоров'],
    site: 'Портовые ведомости',
    subtitle: 'Страховщики требуют бумаг, которых в @ никто не может им дать.',
    sentences: [
      'Капитан порта @ сообщил во вторник, что с рассвета назад отправили # судов.',
      'Власти в @ отрицают, что был приказ, и говорят об обычной проверке # кораблей.',
      '«Нам сказали ждать, а потом не сказали ничего», — говорит капитан, который ходит в @ уже # лет.',
      'По данным реестра, сухогруз вышел из @ с грузом # тонн ячменя и одиннадцатью моряками.',
      'Двое дипломатов утверждают, что министр ушёл через # минут, не подписав бумагу из @.',
      'Цифры, которые министерство в @ не публикует, показывают падение на # процентов с весны.',
      'На таможне в @ никто не говорит, кто подписал # разрешений, найденных в ящике стола.',
      'Это уже третий раз за # месяцев, когда пролив у @ закрывают без предупреждения.',
      'Рыбаки из @ держатся внутренней бухты, где патрули бывают не чаще # раз в день.',
    ],
    headings: ['Что видно из реестра', 'Давний спор'],
    others: [
      'Ячмень в @ дешевеет третью неделю',
      'Министр в @ ушёл в отставку',
      'Шторм закрыл дорогу у @',
      'Парламент в @ голосует о рыбе',
    ],
  },
  tr: {
    title: 'Velia, @ baskınından sonra kuzey limanlarını kapattı',
    authors: ['Ayşe Yılmaz', 'Mehmet Kaya'],
    site: 'Liman Gazetesi',
    subtitle: 'Sigortacılar, @ içinde kimsenin veremediği belgeleri istiyor.',
    sentences: [
      '@ liman başkanı salı günü yaptığı açıklamada şafaktan beri # geminin geri çevrildiğini söyledi.',
      '@ yetkilileri bir emir verildiğini yalanladı ve # teknenin olağan bir denetimden geçtiğini belirtti.',
      '“Bize bekleyin dediler, sonra hiçbir şey demediler” diyen kaptan # yıldır @ hattında çalışıyor.',
      'Kayıtlara göre gemi @ limanından # ton arpa ve on bir kişilik mürettebatla ayrılmıştı.',
      'Salondaki iki diplomat, bakanın # dakika sonra @ metnini imzalamadan çıktığını anlatıyor.',
      'Bakanlığın @ bürosunda yayımlanmayan rakamlar ilkbahardan bu yana yüzde # düşüş olduğunu gösteriyor.',
      '@ gümrüğünde çekmecede bulunan # izni kimin imzaladığını söyleyen yok.',
      'Boğaz, @ yakınında # ay içinde üçüncü kez haber verilmeden kapatıldı.',
    ],
    headings: ['Kayıtlar ne diyor', 'Eski bir anlaşmazlık'],
    others: [
      'Arpa fiyatları @ pazarında düştü',
      '@ bakanı istifa etti',
      'Fırtına @ yolunu kapattı',
      '@ meclisi balıkçılık için oy kullanıyor',
    ],
  },
  az: {
    title: 'Veliya @ hadisəsindən sonra şimal limanlarını bağladı',
    authors: ['Leyla Məmmədova', 'Rəşad Quliyev'],
    site: 'Liman Xəbər',
    subtitle: 'Sığortaçılar @ şəhərində heç kimin verə bilmədiyi sənədləri tələb edir.',
    sentences: [
      '@ limanının rəisi çərşənbə axşamı bildirib ki, səhərdən bəri # gəmi geri qaytarılıb.',
      '@ rəsmiləri əmr verildiyini təkzib edib və # gəminin adi yoxlamadan keçdiyini deyib.',
      '“Bizə gözləyin dedilər, sonra heç nə demədilər”, – # ildir @ yolunda üzən kapitan deyir.',
      'Reyestrə görə, gəmi @ limanından # ton arpa və on bir nəfərlik heyətlə çıxmışdı.',
      'Otaqda olan iki diplomat nazirin # dəqiqədən sonra @ sənədini imzalamadan getdiyini bildirir.',
      'Nazirliyin @ ofisinin dərc etmədiyi rəqəmlər yazdan bəri # faiz azalma olduğunu göstərir.',
      '@ gömrüyündə çekmecədə tapılan # icazəni kimin imzaladığını deyən yoxdur.',
      'Boğaz @ yaxınlığında # ay ərzində üçüncü dəfə xəbərdarlıqsız bağlanır.',
    ],
    headings: ['Reyestr nə deyir', 'Köhnə mübahisə'],
    others: [
      '@ bazarında arpa ucuzlaşıb',
      '@ naziri istefa verib',
      'Fırtına @ yolunu bağlayıb',
      '@ parlamenti balıqçılıq üçün səs verir',
    ],
  },
  fa: {
    title: 'ولیا پس از توقیف کشتی در @ بندرهای شمالی را بست',
    authors: ['آنا پترووا'],
    site: 'خبرگزاری بندر',
    subtitle: 'بیمه‌گران مدارکی می‌خواهند که در @ کسی ندارد.',
    sentences: [
      'رئیس بندر @ روز سه‌شنبه گفت که از سپیده‌دم # کشتی بازگردانده شده است.',
      'مقام‌های @ صدور دستور را رد کردند و از بازرسی عادی # کشتی سخن گفتند.',
      '«به ما گفتند صبر کنید و بعد هیچ نگفتند»؛ این را ناخدایی می‌گوید که # سال است به @ می‌رود.',
      'بر پایه دفتر ثبت، کشتی با # تن جو و یازده ملوان از @ بیرون رفته بود.',
      'دو دیپلمات حاضر می‌گویند وزیر پس از # دقیقه بدون امضای متن @ رفت.',
      'آمارهایی که وزارتخانه در @ منتشر نکرده است کاهش # درصدی را نشان می‌دهد.',
      'در گمرک @ کسی نمی‌گوید که # مجوز یافته‌شده در کشو را چه کسی امضا کرده است.',
    ],
    headings: ['دفتر ثبت چه می‌گوید', 'اختلافی دیرین'],
    others: ['جو در @ ارزان شد', 'وزیر @ کناره‌گیری کرد', 'توفان راه @ را بست', 'مجلس @ درباره ماهیگیری رأی می‌دهد'],
  },
  ar: {
    title: 'فيليا تغلق موانئها الشمالية بعد حادثة @',
    authors: ['ليلى حداد'],
    site: 'وكالة الميناء',
    subtitle: 'شركات التأمين تطلب أوراقا لا يملكها أحد في @.',
    sentences: [
      'قال مدير ميناء @ يوم الثلاثاء إن # سفينة أعيدت منذ الفجر.',
      'نفت السلطات في @ صدور أي أمر وتحدثت عن تفتيش عادي شمل # سفينة.',
      '«قالوا لنا انتظروا ثم لم يقولوا شيئا» كما يروي قبطان يبحر إلى @ منذ # سنة.',
      'وبحسب السجل غادرت السفينة @ وعليها # طنا من الشعير وأحد عشر بحارا.',
      'ويقول دبلوماسيان كانا في القاعة إن الوزير خرج بعد # دقيقة دون أن يوقع ورقة @.',
      'وتظهر الأرقام التي لم تنشرها الوزارة في @ تراجعا قدره # في المئة منذ الربيع.',
      'ولا أحد في جمارك @ يقول من وقع على # رخصة وجدت في الدرج.',
    ],
    headings: ['ماذا يقول السجل', 'خلاف قديم'],
    others: ['أسعار الشعير تتراجع في @', 'استقالة وزير @', 'العاصفة تغلق طريق @', 'برلمان @ يصوت على الصيد'],
  },
  zh: {
    title: '@扣船事件后维利亚关闭北部港口',
    authors: ['王小明'],
    site: '港口新闻网',
    subtitle: '保险公司要求提供@无人能够出具的文件。',
    sentences: [
      '@港务局长周二表示，自清晨以来已有#艘船只被遣返。',
      '@官员否认曾下达任何命令，并称这只是对#艘船只的例行检查。',
      '“他们让我们等着，然后就什么也不说了，”一位往返@航线#年的船长说。',
      '根据登记册，这艘货轮离开@时载有#吨大麦和十一名船员。',
      '两名在场的外交官说，部长在#分钟后离开，没有在@文件上签字。',
      '该部驻@办事处尚未公布的数据显示，自春季以来下降了百分之#。',
      '@海关没有人愿意说明抽屉里发现的#份许可证是谁签发的。',
    ],
    headings: ['登记册显示了什么', '由来已久的争端'],
    others: ['@大麦价格连续第三周下跌', '@部长因渡轮合同辞职', '风暴导致@沿海公路关闭', '@议会就捕鱼权投票'],
  },
};

export const storyLanguages = Object.keys(words);

function filled(text: string, random: Random): string {
  return text.replaceAll('@', () => random.pick(places)).replaceAll('#', () => String(2 + random.below(940)));
}

/** A story of that language, always the same one for the same number. */
export function makeStory(language: string, number: number, paragraphs = 9): Story {
  const random = seeded(number * 7919 + language.charCodeAt(0));
  const source = words[language] ?? words['en']!;
  const fill = (text: string) => filled(text, random);
  const sentence = () => fill(random.pick(source.sentences));
  const prose = (count: number) => Array.from({ length: count }, sentence).join(language === 'zh' ? '' : ' ');
  const first = random.below(source.authors.length);
  const date: Story['date'] = [2024 + random.below(8), 1 + random.below(12), 13 + random.below(15)];
  const [year, month, day] = date;
  return {
    language,
    title: fill(source.title),
    authors:
      source.authors.length > 1 && number % 3 === 0
        ? [source.authors[first]!, source.authors[(first + 1) % source.authors.length]!]
        : [source.authors[first]!],
    date,
    site: source.site,
    url: `https://www.${language === 'en' ? 'harbour-gazette' : `${language}-port`}.example/world/story-${number}-${year}${month}${day}`,
    subtitle: fill(source.subtitle),
    // Some paragraphs are one short sentence: these are what finders of articles lose.
    paragraphs: Array.from({ length: paragraphs }, (_, index) => prose(index % 4 === 3 ? 1 : 2 + random.below(3))),
    headings: source.headings,
    quotation: sentence(),
    items: [sentence(), sentence(), sentence()],
    caption: sentence(),
    others: source.others.map(fill),
  };
}
