/**
 * Month and weekday names as `foldWord` leaves them, in the languages below: long and short, alone and beside a day. Taken from
 * ICU once and proved against it by a test, because asking `Intl` for them takes a new worker a second. "_" joins two words.
 */
export const calendarLanguages =
  'en en-GB fr de es it pt nl pl cs sk sl bg mk sr sr-Latn ro hu el tr az az-Cyrl ru uk be kk ky uz sv da nb fi et lv lt sq ca hy ka he ar ar-SY ar-DZ ur ps id';

/** January to December. */
export const monthWords: readonly string[] = [
  'january jan janvier janv januar enero ene gennaio gen janeiro januari styczen sty stycznia leden led ledna januara януари јануари јан јануар ianuarie ian ιανουαριου ιαν ocak oca yanvar yan јанвар январь янв января січень січ січня студзень сту студзеня қаңтар қаң tammikuu tammi tammikuuta jaanuar jaan janvaris sausis sausio janar gener de_gener de_gen հունվար հնվ հունվարի იანვარი იან ינואר ינו يناير كانون_الثاني جانفي جنوری جنوري',
  'february feb fevrier fevr februar febrero febbraio fevereiro fev februari luty lut lutego unor uno unora februara февруари фев фебруар феб februarie febr φεβρουαριου φεβ subat sub fevral феврал февраль февр февраля лютии лют лютого люты лютага ақпан ақп helmikuu helmi helmikuuta veebruar veebr februaris vasaris vasario shkurt shk febrer de_febrer de_febr փետրվար փտվ փետրվարի თებერვალი თებ פברואר פבר فبراير شباط فيفري فروری فېبروري فبروري',
  'march mar mars marz marzo marco maart mrt marzec marca brezen bre brezna marec март мар mart martie marcius marc μαρτιου μαρ марта березень бер березня сакавік сак сакавіка наурыз нау marts maaliskuu maalis maaliskuuta kovas kovo de_marc մարտ մրտ մարտի მარტი მარ מרץ مارس اذار مارچ maret',
  'april apr avril avr abril abr aprile kwiecien kwi kwietnia duben dub dubna aprila април апр aprilie aprilis απριλιου απρ nisan nis aprel апрел апрель апреля квітень квіт квітня красавік кра красавіка сәуір сәу huhtikuu huhti huhtikuuta aprill balandis balandzio prill pri dabril dabr ապրիլ ապր ապրիլի აპრილი აპრ אפריל אפר ابريل نيسان افريل اپریل',
  'may mai mayo maggio mag maio mei maj maja kveten kve kvetna маи мај majus μαιου μαι mayis мая травень трав травня мамыр мам toukokuu touko toukokuuta maijs geguze geguzes maig de_maig մայիս մյս մայիսի მაისი მაი מאי مايو ايار ماي ميی مۍ',
  'june jun juin juni junio giugno giu junho czerwiec cze czerwca cerven cvn cervna juna junij юни јуни јун iunie iun junius ιουνιου ιουν haziran haz iyun iyn ијун ијн июнь июня июн червень черв червня чэрвень чэр чэрвеня маусым мау kesakuu kesa kesakuuta juuni junijs birzelis birzelio qershor qer juny de_juny հունիս հնս հունիսի ივნისი ივნ יוני يونيو حزيران جوان جون',
  'july jul juillet juil juli julio luglio lug julho lipiec lip lipca cervenec cvc cervence jula julij юли јули јул iulie iul julius ιουλιου ιουλ temmuz tem iyul iyl ијул ијл июль июля июл липень лип липня ліпень ліп ліпеня шілде шіл heinakuu heina heinakuuta juuli julijs liepa liepos korrik korr juliol de_juliol de_jul հուլիս հլս հուլիսի ივლისი ივლ יולי يوليو تموز جويلية جولايی جولای',
  'august aug aout agosto ago augustus sierpien sie sierpnia srpen srp srpna augusta avgust avg август авг augusztus αυγουστου αυγ agustos agu avqust avq августа серпень серп серпня жнівень жні жніуня тамыз там augusti elokuu elo elokuuta augusts rugpjutis rugpjucio gusht gush agost dagost dag օգոստոս օգս օգոստոսի აგვისტო აგვ אוגוסט אוג اغسطس اب اوت اگست اګست agustus',
  'september sep sept septembre septiembre settembre set setembro wrzesien wrz wrzesnia zari zar septembra септември сеп септембар septembar septembrie szeptember szept σεπτεμβριου σεπ eylul eyl sentyabr sen сентјабр сен сентябрь сент сентября вересень вер вересня верасень верасня қыркүиек қыр sentabr syyskuu syys syyskuuta septembris rugsejis rugsejo shtator sht setembre de_setembre de_set սեպտեմբեր սեպ սեպտեմբերի სექტემბერი სექ ספטמבר ספט سبتمبر ايلول ستمبر سپتمبر سېپتمبر',
  'october oct octobre oktober okt octubre ottobre ott outubro out pazdziernik paz pazdziernika rijen rij rijna oktobra октомври окт октобар oktobar octombrie οκτωβριου οκτ ekim eki oktyabr октјабр октябрь октября жовтень жовт жовтня кастрычнік кас кастрычніка қазан қаз oktabr lokakuu loka lokakuuta oktoober oktobris spalis spalio tetor tet doctubre doct հոկտեմբեր հոկ հոկտեմբերի ოქტომბერი ოქტ אוקטובר אוק اكتوبر تشرين_الاول اکتوبر',
  'november nov novembre noviembre novembro listopad lis listopada listopadu novembra ноември ное новембар нов novembar noiembrie νοεμβριου νοε kasim kas noyabr noy нојабр ној ноябрь нояб ноября листопад лист листопада лістапад ліс лістапада қараша қар ноя marraskuu marras marraskuuta novembris lapkritis lapkricio nentor nen de_novembre de_nov նոյեմբեր նոյ նոյեմբերի ნოემბერი ნოე נובמבר נוב نوفمبر تشرين_الثاني نومبر',
  'december dec decembre dezember dez diciembre dic dicembre dezembro grudzien gru grudnia prosinec pro prosince decembra декември дек децембар дец decembar decembrie δεκεμβριου δεκ aralik ara dekabr dek декабр декабрь декабря грудень груд грудня снежань сне снежня желтоқсан жел desember des joulukuu joulu joulukuuta detsember dets decembris gruodis gruodzio dhjetor dhj desembre de_desembre de_des դեկտեմբեր դեկ դեկտեմբերի დეკემბერი დეკ דצמבר דצמ ديسمبر كانون_الاول دسمبر',
];

/** Farvardin to Esfand, as Iran and Afghanistan name them. */
export const persianMonthWords: readonly string[] = [
  'فروردین حمل farvardin',
  'اردیبهشت ثور ordibehesht',
  'خرداد جوزا khordad',
  'تیر سرطان tir',
  'مرداد اسد mordad',
  'شهریور سنبله shahrivar',
  'مهر میزان mehr',
  'ابان عقرب aban',
  'اذر قوس azar',
  'دی جدی dey',
  'بهمن دلو bahman',
  'اسفند حوت esfand',
];

export const weekdayWords =
  'sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat dimanche lundi mardi mercredi jeudi vendredi samedi dim lun mer jeu ven sam sonntag montag dienstag mittwoch donnerstag freitag samstag so mo di mi do fr sa domingo lunes martes miercoles jueves viernes sabado dom mie jue vie sab domenica lunedi martedi mercoledi giovedi venerdi sabato gio segunda-feira terca-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex zondag maandag dinsdag woensdag donderdag vrijdag zaterdag zo ma wo vr za niedziela poniedziałek wtorek sroda czwartek piatek sobota niedz pon wt sr czw pt sob nedele pondeli utery streda ctvrtek patek ne po ut st ct pa nedela pondelok utorok stvrtok piatok pi nedelja ponedeljek torek sreda cetrtek petek ned tor sre cet pet неделя понеделник вторник сряда четвъртък петък събота нд пн вт ср чт пт сб недела среда четврток петок сабота нед пон вто сре чет пет саб недеља понедељак уторак четвртак петак субота уто суб ponedeljak utorak cetvrtak petak subota uto duminica luni marti miercuri joi vineri sambata dum vin vasarnap hetfo kedd szerda csutortok pentek szombat v h k sze cs p szo κυριακη δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυρ δευ τρι τετ πεμ παρ σαβ pazar pazartesi sali carsamba persembe cuma cumartesi pzt sal car per cum cmt bazar bazar_ertəsi cərsənbə_axsami cərsənbə cumə_axsami cumə sənbə b be ca c s базар базар_ертәси чәршәнбә_ахшамы чәршәнбә ҹүмә_ахшамы ҹүмә шәнбә б бе ча ч ҹа ҹ ш воскресенье понедельник четверг пятница суббота вс неділя понеділок вівторок середа четвер пʼятниця нядзеля панядзелак ауторак серада чацвер пятніца ау чц жексенбі дүисенбі сеисенбі сәрсенбі беисенбі жұма сенбі жс дс сс бс жм жекшемби дүишөмбү шеишемби шаршемби беишемби жума ишемби жек дүи шеиш шарш беиш ишм yakshanba dushanba seshanba chorshanba payshanba juma shanba yak dush sesh chor pay jum shan sondag mandag tisdag onsdag torsdag fredag lordag son man tis ons tors fre lor søndag tirsdag lørdag søn tirs lør tir sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai su ti ke to pe la puhapaev esmaspaev teisipaev kolmapaev neljapaev reede laupaev e t n r l svetdiena pirmdiena otrdiena tresdiena ceturtdiena piektdiena sestdiena svetd pirmd otrd tresd ceturtd piektd sestd sekmadienis pirmadienis antradienis treciadienis ketvirtadienis penktadienis sestadienis sk pr an tr kt pn e_diel e_hene e_marte e_merkure e_enjte e_premte e_shtune die hen enj pre diumenge dilluns dimarts dimecres dijous divendres dissabte dg dl dt dc dj dv ds կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիր երկ երք չրք հնգ ուր շբթ კვირა ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვი ორშ სამ ოთხ ხუთ პარ შაბ יום_ראשון יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי יום_שבת יום_א יום_ב יום_ג יום_ד יום_ה יום_ו שבת الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت اتوار پیر منگل بدھ جمعرات جمعہ ہفتہ يونۍ دونۍ درېنۍ څلرنۍ پينځنۍ جمعه اونۍ minggu senin selasa rabu kamis jumat sabtu min sel rab kam یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه شنبه 星期日 星期一 星期二 星期三 星期四 星期五 星期六 周日 周一 周二 周三 周四 周五 周六 日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日 月 火 水 木 金 土 일요일 월요일 화요일 수요일 목요일 금요일 토요일 일 월 화 수 목 금 토';

/** A word without case, marks and abbreviating stops. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/[.\u200C'’׳]/gu, '')
    .trim();
}
