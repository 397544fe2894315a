// @ts-check
// Other corpora mark a whole noun phrase where we mark the bare name. This finds the name in it.
import { createRequire } from 'node:module';
import { equal, holds, wordsOf } from '../spans.mjs';

/** @typedef {import('../spans.mjs').Span} Span */
/** @typedef {Span & { type: 'person' | 'organization' | 'place', entity: string, sure: boolean }} Candidate `sure`: false where the corpus itself doubts that it is one. */

const countries = createRequire(import.meta.url)('world-countries');

// Lower-case words inside names, in the languages that news in English is about.
const joining = new Set(
  'of for and the de la le du des di da do dos del van von der den ten el al bin ibn abu y e & in on at to'.split(' '),
);
const titles = new Set(
  `president vice deputy prime foreign chief chairman chairwoman chair director executive officer general secretary
  minister ambassador envoy spokesman spokeswoman spokesperson representative commissioner senator sen rep congressman
  congresswoman governor gov mayor judge justice attorney king queen prince princess pope bishop archbishop cardinal
  father reverend rev rabbi sheikh imam dr doctor professor prof mr mrs ms miss sir lord lady dame colonel col captain
  capt major maj lieutenant lt sergeant sgt staff private corporal spc specialist commander commodore admiral adm
  general gen brigadier brig marshal petty inspector superintendent constable detective chancellor councilor premier
  leader head manager coach state former acting special presidential high home press shadow emeritus undersecretary senior analyst ceo cfo coo`.split(
    /\s+/,
  ),
);
const peoples = new Set([
  ...countries.flatMap((/** @type {any} */ { demonyms }) => Object.values(demonyms?.eng ?? {})),
  ...'European African Asian Arab Muslim Christian Jewish Catholic Hindu Buddhist Kurdish English Scottish Welsh'.split(
    ' ',
  ),
]);

/** An adjective of a people or its plural ("Polish", "Afghans"): not a name in our convention. @param {string} words */
export const isPeople = words => peoples.has(words) || peoples.has(words.replace(/s$/, ''));

// Words that, alone and with a capital, point at a body named elsewhere.
const generic = new Set(
  'government coalition department ministry ministers ministries soldiers church court university team party council state'.split(
    ' ',
  ),
);

/**
 * The bare name in a noun phrase: no article, title, describing word or name of another before it, nothing after it
 * (", the minister", " of the Labour Party", "'s"); null where no name is left.
 * @param {string} text @param {Candidate} phrase @param {readonly Span[]} [inner] Names inside the phrase that are not its own.
 * @returns {Span | null}
 */
export function bareName(text, phrase, inner = []) {
  const before =
    phrase.type === 'person' ? inner.filter(({ end }) => /^['’s]*\s+\p{Lu}/u.test(text.slice(end, phrase.end))) : [];
  const from = Math.max(phrase.start, ...before.map(({ end }) => end));
  const words = wordsIn(text, { start: from, end: endOfName(text, phrase, from) });
  const kept = withoutLead(words, phrase.type);
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last || !kept.some(({ word }) => /^[^\p{L}\p{N}]*\p{Lu}/u.test(word))) return null;
  if (first === last && generic.has(first.word.toLowerCase())) return null;
  return trimmed(text, { start: first.start, end: last.end });
}

/** @typedef {Span & { word: string }} Word */

/** @param {string} text @param {Span} span @returns {Word[]} */
function wordsIn(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    start: start + index,
    end: start + index + word.length,
  }));
}

const afterPerson = /,\s|\s(?:of|from|in|with|who|at|by)\s|\s[–—(]/;
const afterPlace = /,\s|\s(?:in|which|that)\s|\s[–—(]/;
const afterOrganization = /,\s|\s(?:which|who|that)\s|\s[–—(]/;

/** @param {string} text @param {Candidate} phrase @param {number} from */
function endOfName(text, { type, end }, from) {
  const after = { person: afterPerson, place: afterPlace, organization: afterOrganization }[type];
  const at = after.exec(text.slice(from, end))?.index ?? end - from;
  // A comma may stand behind a description: "the company's head, Ann Example".
  const named = text[from + at] !== ',' || withoutLead(wordsIn(text, { start: from, end: from + at }), type).length > 0;
  return named ? from + at : end;
}

/** @param {readonly Word[]} words @param {string} type */
function withoutLead(words, type) {
  const person = type === 'person';
  const isTitle = (/** @type {Word} */ { word }) => person && titles.has(word.replace(/[.,]+$/, '').toLowerCase());
  const describes = (/** @type {Word} */ { word }) =>
    (/^\p{Ll}/u.test(word) && !joining.has(word) && !/-\p{Lu}/u.test(word)) || /['’]s$/.test(word);
  const last = words.findLastIndex((word, index) => index < words.length - 1 && (describes(word) || isTitle(word)));
  const rest = words.slice(last + 1);
  const lead = words[last];
  // "the governments of Asia" is not Asia.
  if (lead && !isTitle(lead) && rest[0] && /^(?:of|for|from|in|on|at|to|by|with)$/.test(rest[0].word)) return [];
  while (
    rest[0] &&
    (isTitle(rest[0]) ||
      isLead(rest[0].word, person) ||
      (rest.length === 1 && describes(rest[0]) && /^\p{Ll}/u.test(rest[0].word)))
  )
    rest.shift();
  return rest;
}

const isLead = (/** @type {string} */ word, /** @type {boolean} */ person) =>
  /^(?:the|an?|of|for|to|in|on|at|and|minister-designate)$/i.test(word) ||
  (person && (isPeople(word) || /^(?:U\.?S\.?|U\.?K\.?|UN|EU)$/.test(word)));

/** @param {string} text @param {Span} span @returns {Span | null} */
function trimmed(text, span) {
  const words = wordsOf(text, span);
  const lead = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0;
  const tail =
    /(?:['’]s?|-(?:based|led|held|backed|style|elect|designate|run|owned|related)|[,;:"”)\]])*$/u.exec(words)?.[0]
      .length ?? 0;
  return lead + tail >= words.length ? null : { start: span.start + lead, end: span.end - tail };
}

/**
 * Names of a corpus as mentions of ours: the bare name is asked for; what only surrounds it, doubtful ones, names inside
 * names, peoples, and lists of names are optional, so that they count neither for nor against a reading.
 * @param {string} text @param {readonly Candidate[]} candidates
 */
export function mentionsOfNames(text, candidates) {
  const named = candidates.map(phrase => {
    const inner = candidates.filter(
      other => other.entity !== phrase.entity && holds(phrase, other) && !equal(phrase, other) && other.sure,
    );
    return { phrase, bare: bareName(text, phrase, inner) };
  });
  const isAsked = (/** @type {{ phrase: Candidate, bare: Span | null }} */ { phrase, bare }) => {
    if (!bare || !phrase.sure || isPeople(wordsOf(text, bare)) || isList(text, phrase, candidates)) return false;
    return !named.some(
      other =>
        other.phrase !== phrase &&
        other.bare &&
        other.phrase.entity === phrase.entity &&
        holds(bare, other.bare) &&
        !equal(bare, other.bare),
    );
  };
  const asked = unique(named.filter(isAsked).map(({ phrase, bare }) => ({ ...(bare ?? phrase), phrase })));
  const longest = asked.filter(one => !asked.some(other => holds(other, one) && !equal(other, one)));
  const wanted = longest.map(({ start, end, phrase }) => ({ start, end, kind: 'name', entities: [phrase.entity] }));
  const optional = candidates
    .filter(phrase => !wanted.some(mention => equal(mention, phrase)))
    .map(({ start, end, entity }) => ({ start, end, kind: 'name', entities: [entity], optional: true }));
  return [...wanted, ...optional];
}

/** "A and B", "A, B": the names in it are candidates themselves. @param {string} text @param {Candidate} phrase @param {readonly Candidate[]} candidates */
function isList(text, phrase, candidates) {
  const inner = candidates.filter(other => holds(phrase, other) && !equal(phrase, other));
  return (
    inner.length > 1 &&
    inner.some(one =>
      inner.some(
        other =>
          /^,?\s+(?:and\s+)?(?:\S+\s+)?$/.test(text.slice(one.end, other.start)) &&
          /,| and /.test(text.slice(one.end, other.start)),
      ),
    )
  );
}

/** @template {Span} T @param {readonly T[]} spans @returns {T[]} */
const unique = spans => spans.filter((span, index) => spans.findIndex(other => equal(other, span)) === index);
