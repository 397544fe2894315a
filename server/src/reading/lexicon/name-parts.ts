/** Words that names of organisations and other things are made of, beside their head words. General knowledge of English. */
import { PORTFOLIO } from './titles.ts';
import { words } from './words.ts';

/** Words of office that organisations' and places' names hold as well. */
export const OFFICES_IN_NAMES: ReadonlySet<string> = new Set(
  words(`general marine student worker workers teacher teachers farmer farmers officer officers guard guards soldier soldiers judge judges king queen prince princess
  lord lady major chief police nurse nurses doctor doctors engineer engineers artist artists writer writers author authors economist observer examiner inspector player players
  citizen citizens mother mothers women men pilot pilots lawyer lawyers member members leader leaders founder founders governor governors minister ministers president presidents
  speaker head child parent parents father sister brother dispatch reporter reporters star fire bishop captain private cardinal senate mission sheriff coach champion champions ranger
  rangers consumer resident residents scholar scholars prisoner prisoners veteran veterans victim victims researcher scientists scientist friend friends actor actors ally broker`),
);

/** Words for fields of work in organisations' names beside those of offices. */
const FIELDS: ReadonlySet<string> = new Set(
  words(`food drug drugs arts art women fire rescue immigration customs atmospheric oceanic disaster oversight reform medicine ageing aging gas
  electric safety protection crime control prevention recreation parks wildlife fish standards quality referral allergy infectious museums heritage
  children crescent allied pensions firearms explosives alcohol tobacco training test history physics chemistry engineering mathematics theology music drama film letters
  workers employees relief works agriculture exchange securities space aeronautics hygiene maritime rail transport`),
);

/** Whether the word names a field that offices and organisations are for: "Affairs", "Agriculture"; lower case. */
export function isField(lower: string): boolean {
  return PORTFOLIO.has(lower) || FIELDS.has(lower);
}

/** Before a place's name, part of it: "Northern California". */
export const DIRECTIONS: ReadonlySet<string> = new Set(
  words('northern southern eastern western central north south east west upper lower greater mainland inner outer'),
);
/** Before "party", a party's name. */
export const PARTIES: ReadonlySet<string> = new Set(
  words(
    'democratic republican conservative labour labor liberal communist green socialist libertarian unionist nationalist',
  ),
);
/** First words of names that are neither persons', organisations' nor places'. */
export const OTHER_OPENERS: ReadonlySet<string> = new Set(
  words('operation hurricane typhoon cyclone project tropical uss hms fs mv rms ss ins hmas hmcs usns'),
);

/** First words of organisations' names before a place: "Air Canada", "Radio Sweden". */
export const ORGANIZATION_OPENERS: ReadonlySet<string> = new Set(
  words('air radio bank banco banque team banca télé tele'),
);

/** Before 's and a head word, part of the name: "Children's Hospital", "Workers' Party". */
export const OWNERS_IN_NAMES: ReadonlySet<string> = new Set(
  words(`people peoples women men children king queen workers farmers veterans teachers students mothers parents writers lawyers doctors nurses players
  owners presidents prisoners girls boys soldiers citizens journalists reporters consumers seamen miners dockers lloyd moody king`),
);

/** Head words that are surnames as well: after a given name alone they make a person of it. */
export const SURNAME_HEADS: ReadonlySet<string> = new Set(
  words(`hill hall house park field lake woods banks bank rivers ford forest lane church castle temple wells fort gates bridge glover school star college
  lines press post power steel court guard force band mine base point camp beach bay street square garden gardens mount fields peak cape bishop moon young
  marina rose forge grove union day may spring city land strait cross love law laws act bill price day cash`),
);

/** Names of organisations that are ordinary words as well: at the start of a sentence they say nothing. */
export const ORDINARY_NAMES: ReadonlySet<string> = new Set(
  words(`Time Nature Science Total Shell Apple Amazon Wired Variety Observer Guardian Dawn Economist Antara Bild Treasury Telegraph Diet
  Forbes Ford Intel Congress Target Arsenal Capitol Senate Sputnik Chelsea Parliament Army Navy`),
);

/** First words that make an organisation's name of whatever follows: "Deutsche Bahn", "Institut National". */
export const ORGANIZATION_STARTS: ReadonlySet<string> = new Set(
  words(`deutsche institut instituto istituto université universidad universidade universität università ministère ministerio ministério partido parti
  partito société sociedad federación fédération confederación comité comisión commission brigade fundación fondation fundação academia académie
  consejo conseil asociación association centro centre banco banque crédit compagnie compañía groupe grupo verein bundesamt`),
);

/** First words of organisations' names rather than persons': "National Geographic". */
export const ORGANIZATION_LIKE: ReadonlySet<string> = new Set(
  words(
    'national international scientific global world central royal federal united general universal pan inter allied combined joint continental',
  ),
);

/** English words that a hyphen joins to a name without making them part of it: "anti-Kenya", "then-President"; lower case. */
export const ENGLISH_PREFIXES: ReadonlySet<string> = new Set(
  words(`anti pro non ex then mid post pre former self un trans inter sub neo near semi co all multi early late now arch intra
  quasi pseudo super`),
);
