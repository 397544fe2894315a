import { MONTHS, WEEKDAYS } from './function-words.ts';
import { words } from './words.ts';

/**
 * English verbs of saying, by what may stand with them. General knowledge of the language, in line with the classes
 * "say", "tell", "judgment" and "manner of speaking" that grammars give.
 *
 *  T  a clause as content, with or without "that"       said (that) the road is open
 *  Q  a quotation as content                             said, "The road is open"
 *  P  may stand behind or inside its content             The road, she said, is open
 *  A  names an addressee first                           told reporters that …
 *  N  a noun phrase as content: a speech act             praised the mayor for …
 *  I  an infinitive as content: a speech act             promised to mend the road
 *  W  a question word opens the content                  asked whether …
 *  R  reads like an ordinary verb unless a quotation, "that" or a colon follows
 */
const VERBS = `
say TQPW; tell TQPAW; add TQP; note TQPN; stress TQPN; state TQP; announce TQPNI; claim TQPI; argue TQP; explain TQPW; warn TQPNA;
recall TQPN; reiterate TQPN; emphasize TQPN; emphasise TQPN; underline TQN; underscore TQN; highlight TN; insist TQP; reply TQP;
respond TQP R; answer TQP R; continue QP R; conclude TQP; confirm TQPN; admit TQPI; acknowledge TQPN; concede TQP; observe TQP R;
remark TQP; comment TQP R; declare TQPN; assert TQP; maintain TQP; contend TQP; suggest TQPN; report TQPN; reveal TQPWN; disclose TW;
predict TQPN; allege TQP; complain TQP; joke TQP; quip TQP; caution TQPN; repeat TQP R; testify TQP; write TQP; tweet TQP; elaborate QP R;
clarify TQP; affirm TQPN; reaffirm TQPN; assure TQA; inform TQA; remind TQAN; agree TQPI; propose TQNI; demand TQPNI; deny TQN; vow TQPI;
pledge TQPNI; promise TQPNIA; swear TI; boast TQP; lament TQPN; muse TQP; recount TQP R; ask QPWNA; inquire QPW; shout TQP; exclaim TQP;
whisper TQP; mutter QP; interject QP; counter TQP R; retort QP; protest TQP R; proclaim TQPN; hint TQP; imply TQ; indicate TQP; rule TQP;
specify TW; advise TQPN; recommend TQNI; signal T R; read QP R; urge TQN; order TN; instruct N; direct N R; encourage N; invite N;
request TN; petition N; thank N; praise N; commend N; applaud N; congratulate N; salute N; hail N; condemn N; denounce N; criticize QN;
criticise QN; slam QN; blast QN; accuse N; blame N; reject N; dismiss N; welcome N; apologize QI; apologise QI; offer QI; threaten TI;
describe N; characterize N; characterise N; name R; label R; brand R; cite N; mention TN; credit N; attribute N; question N; plead Q I;
refute TN; rebuke N; laud N; cheer QP R; opine TQP; postulate T; posit T; forecast T; estimate TP; find T; decide T R; summarize Q R;
summarise Q R; post Q R; shoot Q R; blog TQ; chime Q R; speculate TQP; theorize TQP; foretell T; object TQP R; venture QP R; volunteer QP R;
enthuse QP; gush QP; sigh QP; laugh QP; beg QPN; implore QN; appeal I; call N; speak Q R; begin QP R; open Q R; reason TQP R; refer N;
confess T; point TQP; go QP R; put QP R; mock N; ridicule N; attack N; defend N; oppose N; endorse N; champion N; advocate N; decry N;
deride N; bemoan N; assail N; lambast N; lambaste N; chide N; scold N; deplore N; disparage N; berate N; admonish N; taunt N; tout N;
extol N; liken N; compare N; portray N; depict N; dispute TN; contest N; challenge N; debunk N; contradict N; rebut N; downplay N;
outline N; detail N; reference N; quote QN; float N; unveil N; guarantee TNI; refuse I; decline I; charge TQ; concur TQP; summon N;
exhort N; second N; echo N; decree TN; stipulate T; rail I; chant Q; sing Q R; scream QP; yell QP; cry QP R; email QT; vouch T; attest T;
relate T R; chronicle N; talk R; reckon TP; guess TP; surmise T; infer T; calculate T; certify TN; verify TN; corroborate N; reassure TAN;
notify TA; pray TI; wonder TPQW; fret TP; grumble TQP; gripe TQP; rant QP; trash N; bash N; skewer N; castigate N; chastise N; excoriate N;
vilify N; upbraid N; reprimand N; rebuff N; heckle N; jeer QP; trumpet N; herald N; acclaim N; fault N; discredit N; disavow N; repudiate N;
renounce N; paint N; cast N; equate N; invoke N; grill N; lecture N; pressure N; beseech QN; reproach N; allude R;
share T R; disagree TQ R; marvel TQ R; brag TQP; lobby R; push R; press R; lay N; spell N; brush N; shrug N; rip N
`;

/**
 * What somebody thinks, wishes, plans or takes a stand on, told without any saying: attributed all the same, but less surely.
 * The letters are those of the verbs of saying.
 */
const ATTITUDES = `
think TP; believe TP; hope TIP; expect TNI; fear TP; worry T; feel T; know T; understand T; realize T; realise T; learn T; suspect TP; assume T;
want NI; wish TI; plan I; intend I; prefer TI; favor N; favour N; decide T; doubt T; anticipate T; envision N; envisage N;
recognize T; recognise T; discover T; determine T; support N; see N; view N; regard N; show TP; demonstrate T; love I; hate I; admire N; resent N
`;

/** What may stand with a verb of saying; see the table above. */
export interface SayingVerb {
  readonly lemma: string;
  readonly clause: boolean;
  readonly quotation: boolean;
  readonly parenthetical: boolean;
  readonly addressee: boolean;
  readonly object: boolean;
  readonly infinitive: boolean;
  readonly question: boolean;
  readonly reserved: boolean;
  /** A thought, a wish, a stand: nothing need have been said. */
  readonly attitude: boolean;
}

export type VerbForm = 'base' | 'present' | 'past' | 'participle';

export interface CueForm {
  readonly verb: SayingVerb;
  readonly form: VerbForm;
}

const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote',
  read: 'read',
  swear: 'swore',
  speak: 'spoke',
  begin: 'began',
  go: 'went',
  find: 'found',
  shoot: 'shot',
  foretell: 'foretold',
  forecast: 'forecast',
  admit: 'admitted',
  beg: 'begged',
  quip: 'quipped',
  brag: 'bragged',
  think: 'thought',
  feel: 'felt',
  know: 'knew',
  understand: 'understood',
  see: 'saw',
  show: 'showed',
  prefer: 'preferred',
  extol: 'extolled',
  plan: 'planned',
  refer: 'referred',
  decree: 'decreed',
  sing: 'sang',
  lay: 'laid',
  put: 'put',
};

const IRREGULAR_PARTICIPLE: Readonly<Record<string, string>> = {
  admit: 'admitting',
  beg: 'begging',
  begin: 'beginning',
  quip: 'quipping',
  brag: 'bragging',
  prefer: 'preferring',
  extol: 'extolling',
  plan: 'planning',
  refer: 'referring',
  decree: 'decreeing',
  put: 'putting',
};

/** Verbs of saying that are nouns as often, and gerunds that have become nouns. */
const ALSO_NOUNS = `
hope fear worry doubt view plan support attack tweet email advocate challenge charge outline detail float echo mock cry scream reference quote champion
dispute contest chant wish love hate show second decline claim report note request demand name order question comment answer reply state remark joke
blame praise welcome call offer promise pledge vow rule estimate forecast brand label credit find read post volunteer venture object counter signal hint
direct share laugh sigh cheer address protest appeal reason point open lecture fault`;
const GERUNDS = `
criticism speaks refuse warning ruling finding meeting calling offering opening beginning reading writing saying posting labeling branding blessing reasoning`;

/** "written", "spoken": only with "has" or "had". */
const PERFECT: Readonly<Record<string, string>> = {
  write: 'written',
  plead: 'pled',
  speak: 'spoken',
  swear: 'sworn',
  see: 'seen',
  show: 'shown',
  know: 'known',
  sing: 'sung',
};

const past = (lemma: string): string =>
  IRREGULAR_PAST[lemma] ??
  (lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`);
const present = (lemma: string): string =>
  /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
const participle = (lemma: string): string =>
  IRREGULAR_PARTICIPLE[lemma] ?? (/[^e]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`);

/** Forms that may be nouns: "the claim", "two reports", "a warning". */
export const WORDS_ALSO_NOUNS: ReadonlySet<string> = new Set([
  ...words(ALSO_NOUNS).flatMap(noun => [noun, present(noun)]),
  ...words(GERUNDS),
]);

/** Every form of every verb of saying, in lower case. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = new Map([...formsOf(ATTITUDES, true), ...formsOf(VERBS, false)]);

function formsOf(verbs: string, attitude: boolean): [string, CueForm][] {
  return verbs.split(';').flatMap(entry => {
    const [lemma = '', ...flags] = entry.trim().split(/\s+/);
    if (!lemma) return [];
    const has = (flag: string) => flags.join('').includes(flag);
    const verb: SayingVerb = {
      lemma,
      clause: has('T'),
      quotation: has('Q'),
      parenthetical: has('P'),
      addressee: has('A'),
      object: has('N'),
      infinitive: has('I'),
      question: has('W'),
      reserved: has('R'),
      attitude,
    };
    const forms: [string, CueForm][] = [
      [lemma, { verb, form: 'base' }],
      [present(lemma), { verb, form: 'present' }],
      [participle(lemma), { verb, form: 'participle' }],
      [past(lemma), { verb, form: 'past' }],
    ];
    const perfect = PERFECT[lemma];
    if (perfect) forms.push([perfect, { verb, form: 'past' }]);
    return forms;
  });
}

/** Verbs that, with one of FEELINGS_AND_WISHES behind them, say it: "expressed deep gratitude for …". */
export const EXPRESSING = new Set(
  [
    'express',
    'voice',
    'convey',
    'extend',
    'register',
    'reiterate',
    'restate',
    'reaffirm',
    'pledge',
    'offer',
    'give',
    'issue',
    'make',
    'send',
    'declare',
    'release',
    'state',
    'signal',
    'raise',
  ]
    .flatMap(v => [v, present(v), past(v), participle(v)])
    .concat('gave', 'made', 'sent', 'giving', 'making'),
);

export const FEELINGS_AND_WISHES = new Set(
  `gratitude appreciation thanks condolences condolence sympathy sympathies concern concerns hope hopes confidence support regret regrets sorrow solidarity
  disappointment interest willingness readiness satisfaction outrage anger belief desire doubt doubts optimism pride wish wishes commitment congratulations
  opposition shock alarm admiration apology apologies respect reservations fear fears dismay frustration joy delight conviction determination intent
  intention greetings sadness grief relief skepticism scepticism displeasure surprise caution unease openness sincerity happiness worry worries praise
  warning warnings sympathies sympathy assurance assurances`.split(/\s+/),
);

/** With these before the noun, an act is said even without "express": "gave assurances that", "issued a warning". */
export const SPOKEN_NOUNS = new Set(
  'sympathy sympathies warning warnings assurance assurances apology apologies thanks condolences greetings congratulations'.split(
    ' ',
  ),
);

/** Prepositions that belong to a verb of saying and turn it into an act: "called on", "appealed for". */
export const ACT_PREPOSITIONS: Readonly<Record<string, readonly string[]>> = {
  call: ['on', 'for', 'upon'],
  appeal: ['to', 'for'],
  ask: ['for'],
  apologize: ['for', 'to'],
  apologise: ['for', 'to'],
  warn: ['of', 'against', 'about'],
  refer: ['to'],
  complain: ['of', 'about'],
  confess: ['to'],
  hint: ['at'],
  insist: ['on'],
  plead: ['for', 'with'],
  object: ['to'],
  protest: ['against'],
  caution: ['against'],
  advise: ['against'],
  speak: ['of', 'about'],
  talk: ['about', 'of'],
  rail: ['against'],
  point: ['to'],
  boast: ['of', 'about'],
  joke: ['about'],
  wonder: ['about'],
  worry: ['about'],
  allude: ['to'],
  testify: ['about', 'against'],
  argue: ['for', 'against'],
  disagree: ['with'],
  marvel: ['at'],
  brag: ['about'],
  muse: ['about'],
  lobby: ['for', 'against'],
  push: ['for'],
  press: ['for'],
  agree: [],
};

/**
 * Verbs whose object says something only where one of these words follows it: "accused the mayor of lying", but "saw the mayor".
 * "Refer" takes none.
 */
export const WITH_OBJECT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `name see view regard portray paint cast depict characterize characterise label brand: as; attribute: to; compare liken: to with; accuse: of;
  ask: to for; order direct encourage tell expect: to; advise: to against not; refer:`
    .split(';')
    .flatMap(entry => {
      const [verbs = '', needed = ''] = entry.split(':');
      return words(verbs).map(verb => [verb, new Set(words(needed))] as const);
    }),
);

/** Particles that belong to the cue and leave its frame as it is: "pointed out that", "went on". */
export const CUE_PARTICLES: Readonly<Record<string, string>> = {
  point: 'out',
  chime: 'in',
  go: 'on',
  put: 'it',
  lay: 'out',
  spell: 'out',
  brush: 'off',
  shrug: 'off',
};

/** Nouns that a saying is laid down in: "in a statement", "a letter to lenders". */
export const MEDIA = new Set(
  `statement interview report message note letter tweet speech briefing conference address remarks comments post blog email e-mail memo article paper
  release testimony telephone phone call talks meeting conversation video broadcast reply response answer appearance editorial column study ceremony
  session hearing sermon press forum summit event rally radio television tv twitter facebook instagram weibo telegram visit trip tour dinner lunch
  reception reply communique communiqué announcement declaration sitting debate website page account exchange readout dispatch cable document filing`.split(
    /\s+/,
  ),
);

/** What headlines report speech with; other verbs of saying tell of other things there ("a visit highlights ties"). */
export const HEADLINE_VERBS: ReadonlySet<string> = new Set(
  words(
    `say tell announce claim warn pledge vow declare agree propose urge call deny accuse condemn demand promise admit insist ask rule`,
  ),
);

/** What one does in order to speak: "took to the radio", "issued a letter", "joined others". */
export const DONE_TO_SPEAK: ReadonlySet<string> = new Set(
  words(`
    took takes used uses wrote writes called phoned telephoned issued released appeared joined held gave interrupted paused stopped turned
    proceeded came returned stood rose tweeted posted chose spoke met gathered rallied went sent continued`),
);

/** Bodies whose finding is a saying. */
export const FINDERS: ReadonlySet<string> = new Set(
  words(`
    court courts judge judges jury juries panel commission inquiry tribunal investigator investigators report study review auditor auditors
    committee coroner researchers scientists economists poll survey analysis investigation`),
);

/** What shows something, as persons say it: "polls show that …". */
export const EVIDENCE: ReadonlySet<string> = new Set(
  `poll polls polling survey surveys study studies data figures statistics research result results report reports analysis records document documents
  findings evidence transcript emails e-mails numbers census index model models estimates tests review`.split(/\s+/),
);

/** Nouns that a clause with "that" spells out. */
export const NOUNS_OF_CONTENT: ReadonlySet<string> = new Set(
  `claim claims assertion assertions allegation allegations accusation accusations charge charges statement argument arguments contention suggestion
  warning warnings promise pledge vow threat announcement insistence acknowledgment acknowledgement admission belief view opinion conviction hope hopes
  fear fears concern concerns worry worries prediction conclusion finding remark remarks comment comments complaint denial declaration proposal
  demand revelation confession emphasis assurance assurances theory suspicion notion reminder`.split(/\s+/),
);

/** Nouns that an infinitive spells out. */
export const NOUNS_OF_INTENT: ReadonlySet<string> = new Set(
  `promise promises pledge pledges vow vows threat threats proposal proposals plan plans call calls demand demands request requests offer offers
  refusal intention intent desire wish commitment determination willingness readiness eagerness reluctance invitation appeal bid`.split(
    /\s+/,
  ),
);

/** What somebody is cited by: "in her view", "by Kern's account", "in the words of the mayor". */
export const NOUNS_OF_VIEW: ReadonlySet<string> = new Set(
  words('view opinion account words telling estimate estimation assessment judgment judgement'),
);

/** What somebody is, thinking something: "is confident that", "were worried about". */
export const ADJECTIVES_OF_THOUGHT: ReadonlySet<string> = new Set(
  'confident sure certain afraid hopeful convinced worried concerned optimistic aware adamant doubtful skeptical sceptical pleased disappointed proud frustrated'.split(
    ' ',
  ),
);

/** Words that name a day, in lower case. */
export const DAYS: ReadonlySet<string> = new Set([...WEEKDAYS, 'today', 'yesterday']);

/** What one measures time in: "two days after", "three years ago". */
export const UNITS_OF_TIME: ReadonlySet<string> = new Set(
  words('day days week weeks month months year years hour hours minute minutes'),
);

/** When, where and how something was said, in one word. */
export const TIME_WORDS: ReadonlySet<string> = new Set([
  ...DAYS,
  ...MONTHS,
  ...words(`
    tomorrow tonight here there later earlier afterwards afterward again recently now then once twice online anonymously publicly privately
    bluntly simply week weekend month year morning afternoon evening night`),
]);
