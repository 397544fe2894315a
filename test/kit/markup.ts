/**
 * Documents with their reading written into them, so that a feature is tested without the reader. Tags, which may nest:
 *   <m ana>Ana Ruiz</m>            a mention of the entity `ana` by name; `<m ana pronoun>she</m>`, `<m ana,bo nominal>both</m>`,
 *                                  `<m - pronoun>they</m>` for nobody; a third word is why it stands for her,
 *                                  and 85% how sure that is
 *   <role ana Chile>minister</role> an office of `ana`, for Chile; the affiliation may be left out, _ stands for a space
 *   <s 1 ana>content</s>           statement 1, made by `ana`; a second <s 1> is its next span; `<s 1 “observers>` for unnamed ones
 *   <cue 1>said</cue> <src 1>observers</src>
 *   <date 2021-03-04>today</date>  `<date null>` where there is no value
 *   <block headline>…</block>      every other line is a paragraph
 *   <published 2021-03-04>4 March</published> <agency>Fjord Wire</agency>   what the document says of itself
 *   <problem code severity fix>…</problem>   _ in the fix is a space, ~ a line end, - no text; no fix without the word
 * $0 is the cursor.
 */
import type {
  Block,
  BlockKind,
  Entity,
  EntityType,
  Gender,
  Mention,
  MentionKind,
  Problem,
  Reading,
  Role,
  Severity,
  Span,
} from '../../server/src/reading/model.ts';

export interface Declared {
  readonly type?: EntityType;
  readonly gender?: Gender;
  readonly country?: string;
}

export interface Marked {
  readonly text: string;
  readonly reading: Reading;
  readonly cursor: number | null;
}

interface Draft {
  spans: Span[];
  speakers: string[];
  speakerName: string | null;
  source: Span | null;
  cue: Span | null;
}

export function parseMarkup(marked: string, declared: Readonly<Record<string, Declared>> = {}): Marked {
  const { text, tags, cursor } = strip(marked);
  const mentions: Mention[] = [];
  const roles = new Map<string, Role[]>();
  const drafts = new Map<string, Draft>();
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  const dates: Reading['dates'][number][] = [];
  let meta: Reading['meta'] = noMeta;
  const draft = (number: string) => {
    const made = drafts.get(number) ?? { spans: [], speakers: [], speakerName: null, source: null, cue: null };
    drafts.set(number, made);
    return made;
  };
  for (const { name, words, start, end } of tags) {
    const [first = '', second = '', ...rest] = words;
    if (name === 'm') {
      const entities = first === '-' ? [] : first.split(',');
      const sure = rest.find(word => /^\d+%$/.test(word));
      const why = rest.filter(word => word !== sure);
      mentions.push({
        start,
        end,
        kind: (second || 'name') as MentionKind,
        entities,
        because: why.length ? why.join(' ') : null,
        confidence: sure ? Number(sure.slice(0, -1)) / 100 : 1,
      });
    } else if (name === 'role') {
      const role = {
        start,
        end,
        title: text.slice(start, end),
        affiliation: second ? second.replaceAll('_', ' ') : null,
      };
      roles.set(first, [...(roles.get(first) ?? []), role]);
    } else if (name === 's') {
      const statement = draft(first);
      statement.spans.push({ start, end });
      if (second.startsWith('“')) statement.speakerName = words.slice(1).join(' ').slice(1);
      else if (second) statement.speakers = second.split(',');
    } else if (name === 'cue') draft(first).cue = { start, end };
    else if (name === 'src') draft(first).source = { start, end };
    else if (name === 'date') dates.push({ start, end, value: first === 'null' ? null : first });
    else if (name === 'block') blocks.push({ start, end, kind: first as BlockKind });
    else if (name === 'published') meta = { ...meta, publishedDate: first };
    else if (name === 'agency') meta = { ...meta, agency: text.slice(start, end) };
    else if (name === 'problem') {
      const fix =
        rest[0] === undefined
          ? null
          : { start, end, text: rest[0].replaceAll('_', ' ').replaceAll('~', '\n').replace(/^-$/, '') };
      problems.push({ start, end, code: first, severity: second as Severity, message: `This is ${first}.`, fix });
    } else throw new Error(`unknown tag <${name}>`);
  }
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  const entities = entitiesOf(text, mentions, roles, declared);
  const nameOf = (id: string) => entities.find(entity => entity.id === id)?.name ?? id;
  return {
    text,
    cursor,
    reading: {
      meta,
      documents: text.trim() === '' ? [] : [{ start: 0, end: text.length, meta }],
      separators: [],
      blocks: withParagraphs(text, blocks),
      entities,
      mentions,
      statements: [...drafts.values()]
        .map(({ spans, speakers, speakerName, source, cue }) => ({
          spans,
          directness: 'indirect' as const,
          source,
          cue,
          speakers,
          speakerName: speakerName ?? (speakers.length ? speakers.map(nameOf).join(' and ') : null),
          continued: cue === null,
          confidence: 0.9,
          reasons: cue ? [`cue “${text.slice(cue.start, cue.end)}”`] : [],
        }))
        .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
      dates,
      problems,
    },
  };
}

const noMeta = { publishedDate: null, place: null, agency: null, headline: null };

function strip(marked: string) {
  const tags: { name: string; words: string[]; start: number; end: number }[] = [];
  const open: typeof tags = [];
  let text = '';
  let cursor: number | null = null;
  let from = 0;
  for (const match of marked.matchAll(/<(\w+)((?: [^<>]+)?)>|<\/(\w+)>|\$0/g)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '$0') cursor = text.length;
    else if (match[1]) {
      const tag = { name: match[1], words: match[2]!.trim().split(/\s+/).filter(Boolean), start: text.length, end: -1 };
      tags.push(tag);
      open.push(tag);
    } else {
      const tag = open.pop();
      if (tag?.name !== match[3]) throw new Error(`</${match[3]}> closes <${tag?.name}>`);
      tag!.end = text.length;
    }
  }
  if (open.length > 0) throw new Error(`<${open[0]!.name}> is not closed`);
  return { text: text + marked.slice(from), tags, cursor };
}

function entitiesOf(
  text: string,
  mentions: readonly Mention[],
  roles: ReadonlyMap<string, Role[]>,
  declared: Readonly<Record<string, Declared>>,
): Entity[] {
  const ids = new Set(mentions.flatMap(mention => mention.entities));
  return [...ids].map(id => {
    const own = mentions.filter(mention => mention.entities.includes(id));
    const named = own.filter(({ kind }) => kind === 'name' || kind === 'short' || kind === 'acronym');
    const aliases = [...new Set(named.map(({ start, end }) => text.slice(start, end)))];
    const fullest = [...aliases].sort((a, b) => b.length - a.length)[0] ?? id;
    const { type = 'person', gender = null, country = null } = declared[id] ?? {};
    return { id, type, name: fullest, aliases, roles: roles.get(id) ?? [], gender, country };
  });
}

function withParagraphs(text: string, blocks: readonly Block[]): Block[] {
  const lines = [...text.matchAll(/[^\n]*\S/g)].flatMap(({ 0: line, index }) => {
    const start = index + (line.length - line.trimStart().length);
    const end = index + line.length;
    return blocks.some(block => block.start < end && start < block.end)
      ? []
      : [{ kind: 'paragraph' as const, start, end }];
  });
  return [...blocks, ...lines].sort((a, b) => a.start - b.start);
}
