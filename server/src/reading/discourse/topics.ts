/** Who is on stage behind a sentence, for the next one to say "he", "it" or "they". */
import type { Sentence } from '../language.ts';
import { isOffice } from '../lexicon/titles.ts';
import { type Attribution, contains } from '../statements/found.ts';
import { lower, type NamedTokens, nameOver, posOf, type Scene, spanOf, type Tokens } from '../statements/scene.ts';
import { mainSubject } from '../statements/sources.ts';
import { singular } from './cast.ts';
import { togetherMeant } from './groups.ts';
import { latest, type Voice } from './mind.ts';
import { headOf, named, unnamed, wordsAt } from './notes.ts';
import { isSubject } from './pronouns.ts';
import { type At, isPerson, pageOf, remember, type Said } from './stage.ts';

/** The subject of the main clause is on stage when the next sentence says "he" or "it". */
export function topicOf({ stage, scene, s, index }: At, found: readonly Attribution[]): void {
  const sentence = scene.sentences[index] as Sentence;
  const facts = stage.facts[s]?.[index];
  if (!facts || (facts.expressions.length === 0 && !facts.names)) return;
  if (facts.subject === undefined) facts.subject = mainSubject(scene, sentence, sentence.last);
  const { subject } = facts;
  if (!subject || found.some(({ content }) => contains(content, subject.source.first))) return;
  const name = nameOver(scene, subject.source.first) ?? apposedBefore(scene, subject.source.first);
  if (name && name.first <= subject.source.first) {
    if (isPerson(stage, name.entity.id)) remember(stage, { what: 'topic', id: name.entity.id });
    else {
      remember(stage, { what: 'organization', id: name.entity.id });
      if (name.entity.type === 'organization') remember(stage, { what: 'plural', voice: named(name.entity.id, 0.8) });
    }
    return;
  }
  if (isPlural(scene, subject.source) && facts.attributions.length === 0) {
    const together = togetherMeant(stage, scene, s, subject.source);
    remember(stage, { what: 'plural', voice: together ?? unnamed(wordsAt(scene, subject.source), 0.7, '') });
    return;
  }
  const { start, end } = spanOf(scene, subject.source);
  const [id, other] = latest(pageOf(stage).mentions, m => m.start === start && m.end === end)?.entities ?? [];
  if (id !== undefined && other === undefined && isPerson(stage, id)) remember(stage, { what: 'topic', id });
}

/** "The officers", "researchers": a plural noun, alone or behind a determiner. */
const isPlural = (scene: Scene, { first, last }: Tokens): boolean =>
  (last - first === 1 || /^(the|both|these|those|some|several|many|other|two|three)$/.test(lower(scene, first))) &&
  last - first <= 3 &&
  /[^s]s$/.test(lower(scene, last - 1)) &&
  posOf(scene, last - 1) === 'NOUN';

/** Where no person speaks, whoever it is said of is on stage: "Kern was hurt, police said." */
export function reportedTopicOf(at: At, said: readonly Said[]): void {
  const { stage, scene, s, index } = at;
  topicOf(at, []);
  for (const expression of stage.facts[s]?.[index]?.expressions ?? []) {
    if (expression.kind !== 'name') continue;
    const { name } = expression;
    const reported = said.some(({ content }) => contains(content, name.first));
    if (!reported || !isSubject(scene, name.first, name.last)) continue;
    remember(stage, { what: 'topic', id: name.entity.id });
    return;
  }
}

/** "Kern, a miner was hurt": the name before a comma that no other closes. */
const apposedBefore = (scene: Scene, first: number): NamedTokens | undefined =>
  lower(scene, first - 1) === ',' ? nameOver(scene, first - 2) : undefined;

/** "Was announced by Kern", "by his son Bo Kern". */
export const isAgent = (scene: Scene, { first }: Tokens): boolean =>
  lower(scene, first - 1) === 'by' || (lower(scene, first - 3) === 'by' && /^(his|her)$/.test(lower(scene, first - 2)));

/** "A resident", "the head of the mill": one person without a name. */
export function isSomebody(scene: Scene, source: Tokens, { speakers }: Voice): boolean {
  if (speakers.length > 0) return false;
  const head = lower(scene, headOf(scene, source));
  return (isOffice(head) || PERSON.test(head)) && singular(head) === head;
}

const PERSON =
  /^(man|woman|person|boy|girl|resident|witness|victim|survivor|neighbour|neighbor|protester|demonstrator|student|driver|passenger|patient|candidate|friend|shopkeeper|villager|tourist|visitor|fan|user|voter|worker|employee|source)$/;
