/** Lines that belong to the page and not to the story: breadcrumbs, trailers, share bars, links, notices, end notes, bylines. */
import type { BoilerplateKind } from '../model.ts';
import { isNames } from './written.ts';

const LONGEST = 160;
const SEPARATOR = /\s*[>›»→]\s*/;

/** A path through a site: "Home > World > Asia", "Current Location: desk > Views > Content". */
export function isBreadcrumb(line: string): boolean {
  if (line.length > LONGEST || !/[>›»→]/.test(line) || /^[<>›»→]/.test(line)) return false;
  const path = line.replace(/^(?:current location|current position|location|you are here|you are at)\s?[::]\s*/i, '');
  const steps = path.split(SEPARATOR);
  while (steps.at(-1) === '') steps.pop();
  if (path !== line) return steps.length > 0;
  return steps.every(
    step =>
      step !== '' &&
      step.length <= 50 &&
      !/[.!?:;]$/.test(step) &&
      /^[\p{Lu}\p{N}]/u.test(step) &&
      step.split(/\s+/).length <= 6,
  );
}

/** A link or mark after the story's end: "<Suggest to a friend>", "(END)", "###". */
export function isTrailer(line: string): boolean {
  if (line.length > 80) return false;
  return (
    /^<\s?\p{L}[^<>/=]*>$/u.test(line) ||
    /^(?:#{2,}|-\s?30\s?-|[-–—(/*[]+\s?(?:the\s)?ends?\s?[-–—)/*\]]+|ENDS|END|\/ends|enditem|end of document)$/i.test(
      line,
    )
  );
}

const PAGE_ACTION =
  '(?:(?:share|tweet|pin(?: it)?|like|follow|save|copy link|print(?: this)?(?: page| article)?|e-?mail|mail|comments?(?:\\s?\\(\\d+\\))?|\\d+ comments?|facebook|twitter|x|linkedin|whatsapp|weibo|wechat|telegram|reddit|instagram|youtube|pinterest|messenger|line|rss|pdf|listen|download|subscribe|sign in|log in|register|newsletters?|bookmark|text size|font size|large|medium|small|a\\+|a-|a|back to top|top|next|previous|prev|more|close|home|translate|feedback)(?:\\s(?:on|to|this|via|by|with)\\s[\\p{L} ]{1,20})?)';
const pageAction = new RegExp(`^${PAGE_ACTION}$`, 'iu');
/** What a share bar opens with: its first button, alone or before another. */
const firstPageAction = new RegExp(`^[\\s|·•/,]*${PAGE_ACTION}(?=\\s*[|·•/,]|\\s{2}|$)`, 'iu');

const RELATED_LINKS =
  /^(?:related(?: (?:stories|links|articles|news|topics|content|coverage|documents|reading))?|read (?:more|also|next)|see also|more (?:on this(?: story)?|from .{1,40}|stories|in .{1,30})|most (?:read|popular|viewed)|recommended|you may (?:also )?(?:like|be interested in)|(?:also|don['’]t) (?:read|miss|on .{1,30})|also see|editors?['’]?s? (?:picks|choice)|what to read next|trending(?: now)?|up next)\s?(?::|$)/i;
const LEADING_LINK = /^(?:(?:READ|WATCH|LISTEN|RELATED|MORE|VIDEO)\s?(?::|\|)\s|\[?(?:Video|Watch)\s?:\s)/;

const NOTICES = [
  /^(?:tags?|topics|keywords|categories)\s?(?::|$)/i,
  /^(?:advertisement|sponsored(?: content)?|promoted(?: content)?|ad|loading\.{0,3}|skip to (?:main )?content|continue reading(?: below)?|(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?|scroll (?:down )?to continue(?: reading)?|listen to this (?:article|story)|\d{1,2}[ -]min(?:ute)?s? read)$/i,
  /^(?:sign up (?:for|to|here)|subscribe (?:to|now|today)|already a subscriber|follow us|like us|join us on|download (?:the|our) .{0,30}app|click here|tap here|read the (?:rest|full (?:story|article))|watch (?:the )?(?:full )?video|(?:get|receive) .{1,60}(?:newsletter|inbox)|for (?:all )?the latest .{0,40}(?:news|headlines))\b.{0,120}$/i,
  /^(?:we(?: and our partners)? use cookies|this (?:web)?site uses cookies|by (?:continuing|using this site|clicking)|accept (?:all )?cookies|(?:manage|reject) (?:all )?cookies|cookie (?:policy|settings|preferences)|your privacy (?:choices|settings))\b/i,
  /^(?:privacy policy|terms (?:of (?:use|service)|and conditions))(?:$|\s?[|·•])/i,
];

/** Fields that databases write over and under a story. */
const FIELD =
  /^(?:(?:SECTION|LENGTH|LOAD-DATE|Load-Date|LANGUAGE|GRAPHIC|SUBJECT|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|DISTRIBUTION|ACC-NO|BODY|GEOGRAPHIC|COMPANY|ORGANIZATION|PERSON|INDUSTRY|Section|Length|Language|Publication-Type|Journal Code|Classification)\s?:(?:\s|$)|(?:BODY|Body)$)/;

const LONGEST_FURNITURE = 240;

/** What sort of boilerplate a line is: a share bar, related links, or a notice; null where it is none. */
export function boilerplateKind(line: string): BoilerplateKind | null {
  if (line.length > LONGEST_FURNITURE) return null;
  if (isShareBar(line)) return 'share-bar';
  if (RELATED_LINKS.test(line) || LEADING_LINK.test(line)) return 'related-links';
  return FIELD.test(line) || NOTICES.some(pattern => pattern.test(line)) ? 'notice' : null;
}

/** A heading over links that stand on lines of their own: "Related:", "See also". */
export function opensLinks(line: string): boolean {
  return line.length <= 60 && RELATED_LINKS.test(line) && !/:\s?\S/.test(line);
}

const networks =
  /^(?:(?:facebook|twitter|x|linkedin|whatsapp|weibo|wechat|telegram|reddit|instagram|youtube|pinterest|e-?mail|print|copy link)(?:\s+|$)){2,}$/i;

function isShareBar(line: string): boolean {
  if (networks.test(line) || /^(?:share|share (?:this|on)(?: \p{L}+)?)\s?:$/iu.test(line)) return true;
  if (!firstPageAction.test(line)) return false;
  const buttons = line.split(/\s*[|·•/,]\s*|\s{2,}/).filter(button => button !== '');
  if (buttons.length === 0 || !buttons.every(button => pageAction.test(button.trim()))) return false;
  return buttons.length > 1 || /^(?:share|print|tweet|e-?mail|subscribe|back to top|bookmark|copy link)\b/i.test(line);
}

const END_NOTES = [
  /^(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4}|by\b))/i,
  /^[([]?\s?(?:(?:web|chief|copy|managing) editor|editor|(?:media |press )?contact)s?\s?[::]\s?.{1,120}$/i,
  /^\(?with (?:files|inputs?|contributions?|reporting) from\s.{2,80}$/i,
  /^for (?:(?:further|more|additional) information|(?:media|press) (?:inquiries|enquiries)),? (?:please )?(?:contact|call|e-?mail|visit)\b/i,
];
const MADE_BY =
  /^[([]?\s?(?:additional |with (?:additional )?)?(?:reporting|editing|edited|writing|written|compiled|translated|translation|produced|graphics?)(?: and (?:writing|editing|reporting))?(?: contributions?)? by\s/i;
const ROLE_OF_MAKER =
  /\b(?:additional |with )?(?:reporting|editing|edited|writing|written|compiled|translated|translation|production|produced|graphics?)(?=\s(?:and|by)\b)/gi;

/** Who made the story, who owns it, whom to ask: "(Reporting by Jane Doe; Editing by John Roe)", "© 2021 River Daily". */
export function isEndNote(line: string): boolean {
  if (line.length > LONGEST_FURNITURE) return false;
  if (END_NOTES.some(pattern => pattern.test(line)) || isReservation(line)) return true;
  return MADE_BY.test(line) && isNames(line.replace(ROLE_OF_MAKER, '').replace(/[()[\].]+$|^[([]\s?/g, ''));
}

function isReservation(line: string): boolean {
  return /reserved/i.test(line) && /^.{0,80}\ball rights reserved\.?(?:\s.{0,80})?$/i.test(line);
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const WORD = `(?:${NAME}|and|in|for|of|the|de|van|von|der|bin|al|la|&|staff|writers?|correspondents?|reporters?|editors?)`;
const signed = new RegExp(
  `^(?:(?:BYLINE|Byline)\\s?:|BY|[Bb]y|(?:[Rr]eported|[Ww]ritten|[Tt]ext|[Ss]tory|[Ww]ords) by)\\s${NAME}(?:,?\\s(?:[|/–-]\\s)?${WORD}){0,14}$`,
  'u',
);
const withJob = new RegExp(
  `^${NAME}(?:\\s${NAME}){1,3}(?:,|\\s[|–-])\\s(?:${WORD}\\s){0,5}` +
    '(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Ee]ditor|WRITER|REPORTER|CORRESPONDENT|EDITOR)[sS]?(?:\\sin\\s\\p{Lu}[\\p{L} ]{2,30})?$',
  'u',
);
const unnamed = /^By (?:our|a) (?:\p{L}+ ){0,3}(?:correspondent|reporter|writer|staff)s?$/iu;
const job = /(?:writer|reporter|correspondent|columnist|journalist|contributor|editor|staff)s?\b/i;
const LONGEST_BYLINE = 120;
const ADDRESS_OF_WRITER = /\s*(?:[|,·]\s*)?(?:@\w{1,30}|[\w.+-]{1,40}@[\w.-]{3,40})$/;

/** A line that says who wrote the story, and nothing else. */
export function isByline(line: string): boolean {
  if (line.length > LONGEST_BYLINE) return false;
  const words = line.includes('@') ? line.replace(ADDRESS_OF_WRITER, '') : line;
  if (job.test(words) && (withJob.test(words) || unnamed.test(words))) return true;
  return (
    /^(?:by|byline|reported|written|text|story|words)\b/i.test(words) &&
    signed.test(words) &&
    !/[\p{Ll}\d]{2}\.$/u.test(words)
  );
}

/** The marks that rows are made of. */
export const ROW_MARK = '-=_*–—―─━═';
const row = new RegExp(`^[${ROW_MARK}](?:\\s{0,3}[${ROW_MARK}]){2,}$`);

/** A line of dashes, stars or the like, three at least: it separates documents or sections. */
export function isRow(line: string): boolean {
  return row.test(line);
}
