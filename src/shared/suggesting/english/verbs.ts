import type { VerbClass } from '../../domain/suggestions';

/** Verbs of saying by what they do to what is said; every form that occurs in running text. */
const classes: Record<VerbClass, string> = {
  asserts: `say says said saying tell tells told telling state states stated stating add adds added adding declare declares declared declaring announce announces announced announcing explain explains explained explaining remark remarks remarked remarking note notes noted noting argue argues argued arguing insist insists insisted insisting
    warn warns warned warning stress stresses stressed stressing emphasise emphasises emphasised emphasising emphasize emphasizes emphasized emphasizing observe observes observed observing write writes wrote written writing report reports reported reporting suggest suggests suggested suggesting complain complains complained complaining recall recalls recalled recalling
    reply replies replied replying respond responds responded responding answer answers answered answering ask asks asked asking wonder wonders wondered urge urges urged urging demand demands demanded demanding call calls called calling describe describes described describing dub dubs dubbed label labels labelled labeled branded brand brands
    continue continues continued continuing conclude concludes concluded concluding testify testifies testified testifying tweet tweets tweeted tweeting post posts posted posting vow vows vowed vowing pledge pledges pledged pledging promise promises promised promising predict predicts predicted predicting accuse accuses accused accusing consider considers considered considering deem deems deemed judge judged term terms termed pronounce pronounced denounce denounces denounced denouncing decry decried
    praise praises praised praising condemn condemns condemned condemning criticise criticises criticised criticize criticizes criticized hail hails hailed welcome welcomes welcomed quip quips quipped joke jokes joked shout shouts shouted cry cries cried whisper whispers whispered murmur murmured exclaim exclaims exclaimed boast boasts boasted lament laments lamented caution cautions cautioned cautioning
    inform informs informed informing read reads reading thank thanks thanked appeal appeals appealed quote quotes express expresses expressed believe believes believed think thinks thought hope hopes hoped fear fears feared joked reflect reflects reflected recount recounts recounted remember remembers remembered reiterate reiterates reiterated reiterating reaffirm reaffirms reaffirmed underline underlines underlined underlining
    underscore underscores underscored proclaim proclaims proclaimed counter counters smiled shrugged threatened begged assured signal signalled signaled propose proposes proposed proposing estimate estimates estimated caution conveyed likened compare compared ridiculed mocked telegraphed cabled minuted scoffed snapped interjected protested pleaded counselled advised advises ruled found rules advising decreed ordered refer refers referred cite cites cited citing lectured preached opined mused muses sighed laughed retorted retorts shot summed spoke speak speaks speaking speculated reasoned wrote commented comments commented commenting remarked thundered volunteered concurred assess assesses assessed assessing reveal reveals revealed indicate indicates indicated hint hints hinted imply implies implied counter counters countered countering assure assures assured disclose discloses disclosed clarify clarifies clarified swore confided chuckled muttered mumbled yelled screamed gasped groaned grumbled griped fumed gushed marvelled marveled enthused elaborated begged implored threatened ventured shrugged smiled`,
  claims: `claim claims claimed claiming allege alleges alleged alleging assert asserts asserted asserting maintain maintains maintained maintaining contend contends contended contending purport purports purported`,
  confirms: `confirm confirms confirmed confirming admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede concedes conceded conceding agree agrees agreed agreeing verify verifies verified affirm affirms affirmed affirming corroborate corroborates corroborated accept accepts accepted accepting`,
  denies: `deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts rebutted contradict contradicts contradicted contradicting disavow disavows disavowed repudiate repudiates repudiated`,
  declines: `decline declines declined declining refuse refuses refused refusing`,
  retracts: `retract retracts retracted retracting recant recants recanted withdraw withdraws withdrew withdrawn withdrawing disown disowned`,
};

export const speechVerbs: ReadonlyMap<string, VerbClass> = new Map(
  (Object.entries(classes) as [VerbClass, string][]).flatMap(([kind, text]) =>
    text
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => [word, kind] as const),
  ),
);

/** Verbs that carry a quotation only where they stand right beside it, because they mostly mean something else. */
export const looseVerbs: ReadonlySet<string> = new Set(
  'call calls called calling read reads reading found rules ruled order ordered welcome thank thanks post posts posting continue continues continued shot believe believes believed think thinks thought hope hopes hoped fear fears feared compare compared accept accepts accepted refer refers referred cite cites cited citing ask asks asked consider considers considered considering deem deems deemed judge judged term terms termed pronounce pronounced report reports reporting label labels brand brands branded state states demand demands express expresses expressed signal signalled signaled propose proposes proposed agreed agree agrees promise promises claim claims answer answers quote quotes note notes speak speaks spoke speaking cry cries joke jokes reflect reflects reflected appeal appeals fear speculate advising advised advises withdraw withdraws withdrew withdrawn withdrawing maintain maintains maintained spoke remember remembers remembered stress stresses found warning telling writing'.split(
    ' ',
  ),
);

/** Followed by "that", these introduce what somebody said without its words. */
export const thatVerbs: ReadonlySet<string> = new Set(
  'said says say insist argue claim believe warn suggest maintain confirm deny allege acknowledge admit estimate add contend stated states added adds declared announced announces explained explains noted notes argued argues insisted insists warned warns stressed emphasised emphasized observed wrote writes reported reports suggested suggests complained recalled replied replies responded answered continued concluded concludes testified tweeted vowed pledged promised predicted predicts cautioned claimed claims alleged alleges asserted asserts maintained maintains contended contends confirmed confirms admitted admits acknowledged acknowledges conceded concedes agreed agrees affirmed denied denies disputed disputes reiterated reaffirmed underlined underscored proclaimed estimates estimated told informed ruled found believes believed remarked remarks commented assessed assesses revealed reveals indicated indicates hinted implied countered assured disclosed clarified swore'.split(
    ' ',
  ),
);

/** Words between a subject and its verb, or around it, that do not matter. */
export const auxiliaries: ReadonlySet<string> = new Set(
  'has have had also later then instead further again once never always often repeatedly publicly privately officially today yesterday is was were are be been being will would could can may might did does do not since already still only even first finally recently previously earlier reportedly allegedly jointly immediately quickly bluntly simply merely flatly curtly coldly angrily quietly calmly firmly strongly explicitly openly categorically duly subsequently consistently clearly both all each itself himself herself themselves nevertheless however therefore meanwhile moreover on tuesday wednesday thursday friday saturday sunday monday'.split(
    ' ',
  ),
);

/** Past forms that the ending -ed does not give away: they mark the word before them as somebody who acts. */
export const irregularVerbs: ReadonlySet<string> = new Set(
  'is are was were be has have had does did will would can could may might shall should must became began broke brought built bought came chose cut did drew drove fell fought found flew gave got grew held hit kept knew laid led left lost made meant met paid put ran read rose said saw sent set shot shut sold spent stood struck took taught told thought threw understood went won wore wrote says tells calls plans wants seeks hopes denies insists argues claims sees knows thinks looks runs leads heads faces remains seems appears continues keeps stands holds'.split(
    ' ',
  ),
);

/** What shows that the words come through somebody else. */
export const hearsay =
  /\b(?:reportedly|allegedly|supposedly|purportedly|is said to|are said to|was said to|were said to|is believed to|are believed to|was believed to|is understood to|rumou?red|is reported to|was reported to|was quoted|were quoted|is quoted|quoted by|as quoted in|cited by)\b/iu;

/** Before a quotation: what it is called, not what is said. */
export const namingWords: ReadonlySet<string> = new Set(
  'entitled titled headlined nicknamed so-called known dubbed termed christened named book novel film movie song poem play article essay report paper chapter album painting series podcast column headline slogan motto term word words phrase label nickname codenamed code-named spelled spelt pronounced meaning means literally marked captioned operation project called exercise'.split(
    ' ',
  ),
);
