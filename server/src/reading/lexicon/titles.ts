/**
 * Words for offices, ranks, callings and forms of address. General knowledge of English; the gender is given only where
 * the word itself says it.
 */
import type { Gender } from '../model.ts';
import { words } from './words.ts';

function gendered(male: string, female: string, either: string): ReadonlyMap<string, Gender> {
  const map = new Map<string, Gender>();
  for (const word of words(either)) map.set(word, null);
  for (const word of words(male)) map.set(word, 'male');
  for (const word of words(female)) map.set(word, 'female');
  return map;
}

/** Forms of address that stand before a name and are never part of it, lower case, without a full stop. */
export const HONORIFICS: ReadonlyMap<string, Gender> = gendered(
  'mr mister sir lord king prince fr father brother monsignor monsenor emir sultan sheikh sheik shaikh imam mufti ayatollah rabbi tsar shah monsieur herr señor senor archduke duke baron viscount',
  'mrs ms miss madam madame mme mlle dame lady queen princess sister sheikha señora senora frau doña duchess countess baroness empress',
  'dr prof professor rev reverend hon honourable honorable judge justice capt captain col colonel gen general lt lieutenant brig spc pfc sgt sergeant cpl corporal maj major cmdr commander adm admiral pvt private sen sens senator rep reps gov govs governor pres president atty insp inspector det detective constable sheriff deputy officer pope cardinal archbishop bishop pastor chancellor premier minister secretary ambassador coach chief councillor councilor superintendent supt commissioner marshal brigadier commodore mp mep mla msp speaker congressman congresswoman chairman chairwoman',
);

/** Words for a person by office or calling, lower case, singular: "minister", "spokeswoman", "lecturer". */
export const OFFICES: ReadonlyMap<string, Gender> = gendered(
  `king prince duke emperor sultan emir tsar shah crown-prince policeman spokesman chairman congressman assemblyman
   businessman alderman councilman fisherman fireman gunman anchorman ombudsman statesman salesman cameraman actor waiter
   husband father son brother uncle nephew grandfather grandson stepfather widower boyfriend fiancé monk priest imam
   ayatollah sheikh mufti clergyman archbishop bishop pope cardinal patriarch`,
  `queen princess duchess empress policewoman spokeswoman chairwoman congresswoman assemblywoman businesswoman
   councilwoman camerawoman actress waitress wife mother daughter sister aunt niece grandmother granddaughter stepmother
   widow girlfriend fiancée nun heroine hostess midwife forewoman`,
  `minister president vice-president chancellor vice-chancellor premier secretary secretary-general undersecretary
   under-secretary undersecretary-general under-secretary-general director director-general governor governor-general
   ambassador envoy emissary consul consul-general attaché chargé diplomat representative deputy commissioner chairperson
   chair chairperson-rapporteur co-chair cochair vice-chair head chief leader co-leader ruler monarch mayor deputy-mayor
   councillor councilor senator congressperson lawmaker legislator parliamentarian mp mps mep mla msp assemblymember
   speaker whip delegate negotiator mediator coordinator co-ordinator co-founder cofounder founder owner co-owner ceo cfo
   coo cto executive officer manager administrator treasurer comptroller auditor spokesperson spokespeople adviser
   advisor aide assistant counselor counsellor counsel prosecutor attorney attorney-general solicitor solicitor-general
   barrister lawyer judge justice magistrate sheriff constable inspector detective superintendent commander commandant taoiseach tánaiste
   general lieutenant-general major-general brigadier-general brigadier colonel lieutenant-colonel lieutenant major
   captain sergeant corporal admiral vice-admiral rear-admiral commodore marshal soldier cleric pastor rabbi
   reverend chaplain theologian professor lecturer academic scholar historian economist scientist researcher biologist
   physicist chemist ecologist epidemiologist virologist geologist astronomer mathematician sociologist psychologist
   psychiatrist anthropologist archaeologist archeologist engineer architect physician doctor surgeon nurse paramedic
   pharmacist veterinarian analyst expert specialist consultant strategist commentator columnist journalist reporter
   correspondent editor editor-in-chief publisher broadcaster presenter anchor host photographer photojournalist
   videojournalist cameraperson blogger author writer novelist poet playwright screenwriter filmmaker producer
   songwriter composer conductor musician singer rapper guitarist drummer pianist bassist violinist vocalist dancer
   choreographer artist painter sculptor designer model comedian entertainer celebrity youtuber streamer influencer
   activist campaigner organizer organiser dissident protester demonstrator rebel militant terrorist whistleblower
   philanthropist entrepreneur investor banker trader broker shareholder billionaire industrialist
   astronaut cosmonaut pilot co-pilot driver skipper sailor navigator athlete player footballer striker defender
   midfielder goalkeeper quarterback pitcher batsman batter bowler cricketer boxer wrestler swimmer runner sprinter
   cyclist racer skater skier gymnast golfer coach trainer referee umpire champion teammate captain vice-captain
   candidate nominee contender incumbent challenger frontrunner winner laureate recipient
   student pupil teacher principal headteacher dean rector provost principal-investigator librarian curator
   resident citizen voter farmer worker employee miner firefighter paramedic guard warden motorcyclist
   suspect defendant plaintiff victim survivor witness shooter attacker assailant bomber hijacker murderer killer
   prisoner detainee inmate convict hostage refugee migrant
   colleague counterpart predecessor successor partner spouse friend ally rival neighbour neighbor parent sibling cousin
   child baby heir teenager girl boy man woman person veteran pensioner hydrologist climatologist meteorologist
   seismologist botanist zoologist oceanographer conservationist environmentalist statistician linguist philosopher
   lobbyist secretariat-head commissioner-general rapporteur registrar bailiff clerk coroner examiner regulator
   fugitive developer programmer hacker technician mechanic electrician inventor chairman-in-office selectman
   chieftain elder tribesman warlord commander-in-chief president-elect prime-minister premier-elect
   vice-premier first-lady dispatcher freelancer wikipedian wikimedian critic supporter member`,
);

/** Words that narrow an office down, before it: "Prime Minister", "Deputy Health Secretary"; lower case. */
const OFFICE_MODIFIERS: ReadonlySet<string> = new Set(
  words(`prime first second deputy vice assistant associate acting interim former retired longtime late ex ex- incoming outgoing then-
   designate chief principal senior junior permanent special general executive managing state federal national union regional
   provincial municipal city county local district foreign home internal external interior finance financial treasury
   economic economy economics defence defense health education justice labor labour trade commerce commercial transport
   transportation energy environment environmental agriculture agricultural fisheries industry industrial housing
   immigration migration culture cultural tourism sport sports science technology digital information communications
   communication media press security planning development infrastructure budget tax revenue customs intelligence police
   fire military army naval navy air force marine coast chamber opposition majority minority parliamentary
   presidential congressional senate house cabinet shadow royal imperial crown grand supreme high appeals circuit
   court criminal civil consumer public private human political policy research medical scientific technical clinical
   operations operating marketing legal parliament party campaign election electoral climate water oil gas petroleum mines
   mining power nuclear disaster emergency humanitarian refugee rights gender women youth family social welfare veterans
   european africa asia world global international euro brexit security-council space honorary emeritus lead co- joint
   under secretary attorney lieutenant major brigadier rear police-chief head team detective police board staff`),
);

/** Whether the word narrows an office down: "deputy", "secretary-general"; lower case. */
export function isOfficeModifier(lower: string): boolean {
  return OFFICE_MODIFIERS.has(lower) || (lower.includes('-') && /-(?:general|elect|chief)$/.test(lower));
}

/** Words that an office's field consists of, after "of" or "for": "Minister for Europe and Foreign Affairs". */
export const PORTFOLIO: ReadonlySet<string> = new Set(
  words(`affairs relations cooperation co-operation trade commerce defence defense health finance finances state
   development security planning energy education environment transport transportation agriculture industry justice
   interior labour labor culture tourism sport sports science sciences technology technologies communications information
   immigration integration housing treasury exchequer war foreign external internal home economic economy social public
   international european national digital climate change water forestry forests fisheries food rural regional
   infrastructure works services resources natural human mines mining petroleum oil gas power electricity youth women children
   family families gender equality welfare pensions employment innovation research higher religious indigenous
   northern veterans police migration asylum refugees tax revenue budget privatization investment investments
   enterprise business competition consumer disaster management emergency situations civil aviation shipping ports
   maritime rail railways roads environment ecology nature conservation wildlife land lands urban local government
   parliamentary relief reconstruction reform reforms europe africa asia americas staff operations commons lords`),
);

const ABBREVIATED: ReadonlyMap<string, string> = new Map(
  words(`gov:Governor sen:Senator rep:Representative pres:President lt:Lieutenant prof:Professor atty:Attorney`).map(
    pair => pair.split(':') as [string, string],
  ),
);

/** The office that an abbreviation before a name stands for, null for "Dr." and all others; "Gov." is "Governor". */
export function officeAbbreviated(word: string): string | null {
  return ABBREVIATED.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** The gender that a word for a person says, if it says one: "spokeswoman" female, "minister" null. */
export function genderOfOffice(word: string): Gender {
  const lower = word.toLowerCase();
  return OFFICES.get(lower) ?? HONORIFICS.get(lower) ?? null;
}

const OFFICE_FORMS: ReadonlySet<string> = new Set([...OFFICES.keys()].flatMap(word => [word, ...pluralsOf(word)]));

function pluralsOf(word: string): readonly string[] {
  if (word.endsWith('man')) return [`${word.slice(0, -3)}men`];
  if (word.endsWith('y')) return [`${word}s`, `${word.slice(0, -1)}ies`];
  return word.endsWith('ss') ? [`${word}es`] : [`${word}s`];
}

/** Whether a noun, singular or plural, stands for a person by office or calling. */
export function isOffice(word: string): boolean {
  if (OFFICE_FORMS.has(word)) return true;
  const code = word.charCodeAt(0);
  return !(code >= 97 && code <= 122) && OFFICE_FORMS.has(word.toLowerCase());
}

/** Suffixes that belong to a name. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(
  words('jr jr. sr sr. ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'),
);

/** Small words inside personal names, lower case. */
export const PARTICLES: ReadonlySet<string> = new Set(
  words(`de del della dello dela di da das do dos du des la le las los van von der den dem ter ten te zu zum zur vom
   af av al el as ad an ar at az ash ul ud ur bin bint ibn ben ould abu abd y e i mac mc st d' l' o' san santa`),
);
