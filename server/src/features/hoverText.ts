import type { CountryFacts } from '../corpus/countries.ts';
import type { Card, EntityCard, Hover, Listed, StatementCard, StatementLine } from './hover.ts';
import type { Place } from './snapshot.ts';
import { count, list, onOneLine, startOf } from './words.ts';

/** How text is set: `text` shows untrusted text as it is, `strong` and `link` are given the same untrusted text. */
export interface Markup {
  text(words: string): string;
  strong(words: string): string;
  emphasis(words: string): string;
  /** A link to an http or https address. */
  link(label: string, target: string): string;
  /** A link to the line of a place. */
  line(place: Place): string;
  paragraphs(paragraphs: readonly string[]): string;
  items(items: readonly string[]): string;
  between: string;
}

/** A hover as text. Whatever comes from a document passes through `markup.text` or `markup.strong`. */
export function hoverText({ cards }: Hover, markup: Markup): string {
  return cards.map(card => cardText(card, markup)).join(markup.between);
}

function cardText(card: Card, markup: Markup): string {
  switch (card.card) {
    case 'entity':
      return entityText(card, markup);
    case 'statement':
      return statementText(card, markup);
    case 'date':
      return card.value
        ? `${markup.emphasis(onOneLine(card.words))} is ${markup.strong(longDate(card.value))}`
        : `${markup.emphasis(onOneLine(card.words))}: the text does not say which date`;
    case 'unresolved':
      return `${markup.emphasis(onOneLine(card.words))}: not clear whom this stands for${because(card.because, markup)}`;
  }
}

function entityText(card: EntityCard, markup: Markup): string {
  const { country } = card;
  const head = `${markup.strong(onOneLine(card.name))} (${card.type === 'place' && country ? 'country' : card.type})`;
  const standsFor = card.standsFor ? [standsForText(card.standsFor, card.name, markup)] : [];
  const roles = card.roles.map(({ title, affiliation, place }) => {
    const office = affiliation ? `${onOneLine(title)}, ${onOneLine(affiliation)}` : onOneLine(title);
    return `${markup.text(office)} (${markup.line(place)})`;
  });
  return markup.paragraphs([
    ...standsFor,
    head,
    ...(country ? [countryText(country, markup)] : []),
    ...(card.listed ? [listedText(card.listed, markup)] : []),
    ...(roles.length > 0 ? [markup.items(roles)] : []),
    ...(card.otherNames.length > 0 ? [`Also: ${markup.text(card.otherNames.map(onOneLine).join(', '))}`] : []),
    counts(card),
    ...spoken(card, markup),
  ]);
}

function standsForText(
  { words, because: why, confidence }: NonNullable<EntityCard['standsFor']>,
  name: string,
  markup: Markup,
): string {
  const sure = confidence < 1 ? ` (${percent(confidence)})` : '';
  return `${markup.emphasis(onOneLine(words))} stands for ${markup.strong(onOneLine(name))}${because(why, markup)}${sure}`;
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

function listedText({ role, note, wikidata, homePage, place }: Listed, markup: Markup): string {
  const links = [
    ...(wikidata ? [markup.link(`Wikidata ${wikidata}`, `https://www.wikidata.org/wiki/${wikidata}`)] : []),
    ...(homePage ? [markup.link(startOf(homePage, addressLength), homePage)] : []),
  ];
  return markup.paragraphs([
    ...(role ? [markup.text(onOneLine(role))] : []),
    ...(note ? [markup.text(onOneLine(note))] : []),
    [...links, `from ${markup.line(place)}`].join(' · '),
  ]);
}

const addressLength = 80;

function countryText(country: CountryFacts, markup: Markup): string {
  const facts = [`ISO ${country.shortCode}, ${country.code}`];
  if (country.capital) facts.push(`capital ${markup.text(country.capital)}`);
  if (country.demonym) facts.push(`demonym ${markup.text(country.demonym)}`);
  return `${facts.join('; ')} (from ${country.library})`;
}

function counts({ here, everywhere }: EntityCard): string {
  if (here === null) {
    return `${count(everywhere.mentions, 'mention')} in ${count(everywhere.documents, 'document')} of the workspace`;
  }
  return `${count(here, 'mention')} here, ${everywhere.mentions} in ${count(everywhere.documents, 'document')} of the workspace`;
}

function spoken({ statements }: EntityCard, markup: Markup): string[] {
  if (statements.everywhere === 0) return [];
  if (statements.here === null) return [`${count(statements.everywhere, 'statement')} in the workspace`];
  const summary = `${count(statements.here, 'statement')} here, ${statements.everywhere} in the workspace`;
  if (statements.first.length === 0) return [summary];
  return [`${summary}:`, markup.items(statements.first.map(line => lineText(line, markup)))];
}

function statementText(card: StatementCard, markup: Markup): string {
  const kind = [card.directness, ...(card.continued ? ['continued'] : []), `confidence ${percent(card.confidence)}`];
  const reasons = card.reasons.length > 0 ? [`Because: ${markup.text(list(card.reasons.map(onOneLine)))}`] : [];
  const unnamed =
    card.statementsOfUnnamed === null ? [] : [`Unnamed source, ${count(card.statementsOfUnnamed, 'statement')} here`];
  return markup.paragraphs([
    `${markup.strong(onOneLine(card.speaker))} (${kind.join(', ')})`,
    lineText(card.content, markup),
    ...unnamed,
    ...reasons,
  ]);
}

function lineText({ words, place }: StatementLine, markup: Markup): string {
  return `${markup.text(words)} (${markup.line(place)})`;
}

function because(reason: string | null, markup: Markup): string {
  return reason ? `: ${markup.text(onOneLine(reason))}` : '';
}

/** "Wednesday, 22 April 2020 (2020-04-22)" for a full date; anything coarser as it is. */
function longDate(value: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  const date = day ? new Date(`${day[0]}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime())) return value;
  const form = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const [weekday, ...rest] = form.format(date).split(' ');
  return `${weekday!.replace(',', '')}, ${rest.join(' ')} (${value})`;
}

/**
 * Markdown in which text of a document stays text: no Markdown, HTML, autolink, command link or theme icon in it comes to
 * life, since every character that could start one is escaped.
 * @param line the label and target of a link to a place, made by whoever knows lines and addresses
 */
export function markdown(line: (place: Place) => { readonly label: string; readonly target: string }): Markup {
  return {
    text: escapeMarkdown,
    strong: words => `**${escapeMarkdown(words)}**`,
    emphasis: words => `*${escapeMarkdown(words)}*`,
    link,
    line: place => {
      const { label, target } = line(place);
      return link(label, target);
    },
    paragraphs: paragraphs => paragraphs.join('\n\n'),
    items: items => items.map(item => `- ${item}`).join('\n'),
    between: '\n\n---\n\n',
  };
}

function link(label: string, target: string): string {
  return `[${escapeMarkdown(label)}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** For clients that take plain text only. */
export function plainText(line: (place: Place) => { readonly label: string }): Markup {
  return {
    text: words => words,
    strong: words => words,
    emphasis: words => `“${words}”`,
    link: (label, target) => (label === target ? label : `${label} (${target})`),
    line: place => line(place).label,
    paragraphs: paragraphs => paragraphs.join('\n'),
    items: items => items.map(item => `- ${item}`).join('\n'),
    between: '\n\n',
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~$:@=^]/g, '\\$&')
    .replace(/^(\s*\d*)([-.])/, '$1\\$2')
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
    .replace(/[&<>]/g, character => entities[character]!);
}
