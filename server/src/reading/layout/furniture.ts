/** Lines that belong to the page and not to the story: breadcrumbs, trailers, share bars, credits, bylines. */

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
    /^(?:#{2,}|-\s?30\s?-|[-–—(/*[]+\s?(?:the\s)?ends?\s?[-–—)/*\]]+|ENDS|END|\/ends)$/i.test(line)
  );
}

const PAGE_ACTION =
  '(?:(?:share|tweet|pin(?: it)?|like|follow|save|copy link|print(?: this)?(?: page| article)?|e-?mail|mail|comments?(?:\\s?\\(\\d+\\))?|\\d+ comments?|facebook|twitter|x|linkedin|whatsapp|weibo|wechat|telegram|reddit|instagram|youtube|pinterest|messenger|line|rss|pdf|listen|download|subscribe|sign in|log in|register|newsletters?|bookmark|text size|font size|large|medium|small|a\\+|a-|a|back to top|top|next|previous|prev|more|close|home|translate|feedback)(?:\\s(?:on|to|this|via|by|with)\\s[\\p{L} ]{1,20})?)';
const pageAction = new RegExp(`^${PAGE_ACTION}$`, 'iu');
/** What a share bar opens with: its first button, alone or before another. */
const firstPageAction = new RegExp(`^[\\s|·•/,]*${PAGE_ACTION}(?=\\s*[|·•/,]|\\s{2}|$)`, 'iu');

const BOILERPLATE = [
  /^(?:related(?: (?:stories|links|articles|news|topics|content|coverage|documents|reading))?|read (?:more|also|next)|see also|more (?:on this(?: story)?|from .{1,40}|stories|in .{1,30})|most (?:read|popular|viewed)|recommended|you may (?:also )?(?:like|be interested in)|also (?:read|on .{1,30})|editors?['’]?s? (?:picks|choice)|what to read next|tags?|topics|keywords|categories)\s?(?::|$)/i,
  /^(?:advertisement|sponsored(?: content)?|promoted(?: content)?|ad|loading\.{0,3}|skip to (?:main )?content|continue reading(?: below)?)$/i,
  /^(?:sign up (?:for|to)|subscribe (?:to|now)|follow us|like us|join us on|download (?:the|our) .{0,30}app|click here|tap here|read the (?:rest|full (?:story|article))|watch (?:the )?(?:full )?video|(?:get|receive) .{1,60}(?:newsletter|inbox)|for (?:all )?the latest .{0,40}(?:news|headlines))\b.{0,120}$/i,
  /^(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing|using this site|clicking)|accept (?:all )?cookies|cookie (?:policy|settings|preferences))\b/i,
  /^(?:©|\(c\)|copyright\b)/i,
  /^.{0,80}\ball rights reserved\.?(?:\s.{0,80})?$/i,
  /^[([]?\s?(?:additional |with )?(?:reporting|editing|edited|writing|written|compiled|translated|translation|photograph(?:y|ed)?|produced|graphics?)(?: and (?:writing|editing|reporting))?(?: contributions?)? by\s\p{Lu}.{2,200}$/iu,
  /^[([]?\s?(?:photo|photos|image|images|picture|pictures|file photo|photo credit|image credit|credit|photograph|illustration|video|web editor|editor|chief editor|contact|media contact|press contact)s?\s?[::]\s?.{1,120}$/i,
];

/** Share bars, related links, notices and credits. */
export function isBoilerplate(line: string): boolean {
  if (line.length > 240) return false;
  return isShareBar(line) || BOILERPLATE.some(pattern => pattern.test(line)) || isByline(line);
}

function isShareBar(line: string): boolean {
  if (!firstPageAction.test(line)) return false;
  const buttons = line.split(/\s*[|·•/,]\s*|\s{2,}/).filter(button => button !== '');
  if (buttons.length === 0 || !buttons.every(button => pageAction.test(button.trim()))) return false;
  return buttons.length > 1 || /^(?:share|print|tweet|e-?mail|subscribe|back to top|bookmark|copy link)\b/i.test(line);
}

const BYLINE =
  /^(?:by|reported by|written by|text by|story by)\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|[A-Z]{2,})(?:,?\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|and|in|for|of|the|de|van|von|der|bin|al|la|&|staff|writers?|correspondents?|reporters?|editor)){0,14}$/u;

/** "By Jane Doe and John Roe in Geneva". */
export function isByline(line: string): boolean {
  return line.length <= 120 && BYLINE.test(line.replace(/^(?:BY|By)\b/, 'by')) && !/[\p{Ll}\d]{2}\.$/u.test(line);
}
