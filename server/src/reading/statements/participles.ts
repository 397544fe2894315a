/** Participles that share the subject of another clause: "adding that", "Noting that". */
import type { Sentence } from '../language.ts';
import { type CueForm, MEDIA, type SayingVerb } from '../lexicon/cues.ts';
import { words } from '../lexicon/words.ts';
import { complementOf } from './complements.ts';
import { type Complement, enclosing, type Found, kindOf, startOfSegment } from './found.ts';
import { isBreak, isComma, isConjunction, isPreposition, verbGroup } from './phrases.ts';
import { lower, nameOver, posOf, quotationOver, type Scene, type Tokens } from './scene.ts';
import { subjectBefore, subjectInLastClause } from './sources.ts';

/** The attribution whose cue is the participle at `i`. */
export function participle(
  scene: Scene,
  sentence: Sentence,
  i: number,
  limit: number,
  found: readonly Found[],
  cue: CueForm,
  given?: Complement,
): Found | null {
  const { verb } = cue;
  // "reported, citing police, the road was closed": an aside before the content.
  if (found.some(f => f.open !== null && f.open > i)) return null;
  if (verb.attitude && !THINKING.has(verb.lemma)) return null;
  const complement = given ?? complementOf(scene, i, limit, cue);
  if (!complement || complement.kind === 'none') return null;
  let first = i;
  while (first > sentence.first && posOf(scene, first - 1) === 'ADV') first--;
  const before = first - 1;
  const reported = verb.parenthetical && !verb.reserved && REPORTED.has(complement.kind);
  const common = {
    cue: { first: i, last: complement.cueLast },
    kind: kindOf(cue, complement),
    past: true,
    complement: complement.kind,
    content: [],
    open: complement.from,
  } as const;
  const opens =
    first === sentence.first ||
    (before === sentence.first && (isConjunction(scene, before) || (reported && BESIDE.has(lower(scene, before)))));
  if (opens) return { ...common, source: null, placed: 'participle', segment: sentence.first };
  const beside = reported && found.length === 0 && BESIDE.has(lower(scene, before));
  if (!beside && !isSetOff(scene, before, verb)) return ofNounBefore(scene, sentence, first, found, common);
  if (!beside && !isSubjects(scene, sentence, before, verb, found)) return null;
  const main = found.length === 0 ? subjectInLastClause(scene, sentence, first) : null;
  if (found.length === 0 && !main) return null;
  const segment = startOfSegment(scene, LINKING.has(lower(scene, before)) ? before : first);
  return { ...common, source: main?.source ?? null, placed: 'participle', segment };
}

const REPORTED: ReadonlySet<Complement['kind']> = new Set(['that', 'quotation', 'clause'] as const);
/** "left after saying that", "was fined for claiming that". */
const BESIDE = new Set(words('after before despite for from'));

const THINKING = new Set(words('believe fear hope suspect feel recognize recognise realize realise worry think'));

/** Behind a comma, a conjunction, or what somebody speaks in: "a letter urging drivers to wait". */
const isSetOff = (scene: Scene, before: number, { lemma }: SayingVerb): boolean =>
  isBreak(scene, before) ||
  quotationOver(scene, before) !== undefined ||
  isConjunction(scene, before) ||
  LINKING.has(lower(scene, before)) ||
  (WRITTEN.has(lemma) && MEDIA.has(lower(scene, before)));

const LINKING = new Set(words('while by in before after as'));
const WRITTEN = new Set(words('say ask call announce urge claim declare state express demand'));

/** Whether it tells of the subject: "ended by saying", "adding that … and noting", not "after hearing". */
function isSubjects(
  scene: Scene,
  sentence: Sentence,
  before: number,
  { clause }: SayingVerb,
  found: readonly Found[],
): boolean {
  const word = lower(scene, before);
  if (word === 'as') return passivelyQuoted(scene, before, sentence);
  if (word === 'by')
    return clause || /^(end|conclud|clos|beg[au]n|open|respond|repl|start|answer)/.test(lower(scene, before - 1));
  if (isConjunction(scene, before)) return found.at(-1)?.placed === 'participle';
  return word === 'while' || !LINKING.has(word);
}

/** "footage of Kern asking, “Why?”", "several posts claiming that …": the participle is that of the noun before it. */
function ofNounBefore(
  scene: Scene,
  sentence: Sentence,
  first: number,
  found: readonly Found[],
  common: Omit<Found, 'source' | 'placed' | 'segment'>,
): Found | null {
  const behindWith = lower(scene, sentence.first) === 'with' ? sentence.first + 1 : -1;
  const subject = subjectBefore(scene, first, behindWith < 0 ? sentence.first : behindWith);
  // "With Kern calling the toll a sham, Lind left": a clause of its own before the main one.
  if (subject && subject.first === behindWith)
    return { ...common, source: subject.source, placed: 'relative', segment: sentence.first, dependent: true };
  if (!/^(that|quotation|clause)$/.test(common.complement)) return null;
  // "…, with Kern saying that": a new source after what somebody else said.
  const accompanied =
    subject !== null && lower(scene, subject.first - 1) === 'with' && isComma(scene, subject.first - 2);
  if (accompanied) return { ...common, source: subject.source, placed: 'relative', segment: subject.first - 2 };
  if (enclosing(found, first)) return null;
  if (!nameOver(scene, first - 1) && !/^(NOUN|PROPN|PRON)$/.test(posOf(scene, first - 1))) return null;
  if (!subject) return null;
  // "Kern posted a message announcing that …": she announces it.
  const { source } = subject;
  const issuer = isIssued(scene, source) ? subjectBefore(scene, source.first - 1, sentence.first) : null;
  return { ...common, source: (issuer ?? subject).source, placed: 'relative', segment: first };
}

/** "Posted | a message on her page". */
function isIssued(scene: Scene, { first, last }: Tokens): boolean {
  if (!ISSUING.has(lower(scene, first - 1))) return false;
  for (let i = first; i < last && !isPreposition(scene, i); i++) if (ISSUED.has(lower(scene, i))) return true;
  return false;
}

const ISSUING = new Set(words('posted issued wrote sent released published filed signed shared delivered'));
const ISSUED = new Set(
  words(
    'message statement ruling letter letters post posts tweet tweets memo note notice order decision opinion release decree email',
  ),
);

/** "was quoted by the paper as saying": the one quoted speaks. */
function passivelyQuoted(scene: Scene, as: number, sentence: Sentence): boolean {
  for (let k = as - 1; k > sentence.first; k--) {
    if (/^(quoted|cited|reported)$/.test(lower(scene, k))) return verbGroup(scene, k, sentence.first).passive;
  }
  return false;
}
