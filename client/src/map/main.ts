// The page of the corpus map. Everything that comes from a document is set as text, never as markup.
import type { CorpusMap } from '../../../server/src/protocol/views.ts';
import { graph } from './graph.ts';
import { type ArrowKey, type Figure, fill, type Mark, type MarkGroup, signOf, svg } from './marks.ts';
import { type FromPage, type Question, type Strings, speakersAtOnce, type ToPage } from './messages.ts';
import { asPng, asSvg } from './saving.ts';
import { timeline } from './timeline.ts';

interface Editor {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
}
declare function acquireVsCodeApi(): Editor;

type Tab = 'timeline' | 'graph';

interface State {
  readonly tab: Tab;
  readonly question: Question;
}

const editor = acquireVsCodeApi();
const strings: Strings = JSON.parse(document.body.dataset.strings ?? '{}');
let state: State = editor.getState() ?? { tab: 'timeline', question: { name: '', offset: 0 } };
let map: CorpusMap | null = null;
let figure: Figure | null = null;

const page = layOut();
addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'changed') ask(state.question);
  // An answer that a newer question has overtaken is not shown.
  else if (data.question.name === state.question.name && data.question.offset === state.question.offset) {
    map = data.map;
    draw();
  }
});
let width = 0;
new ResizeObserver(() => {
  if (Math.abs(page.figure.clientWidth - width) > 2) draw();
}).observe(page.figure);
ask(state.question);

function ask(question: Question): void {
  set({ question });
  editor.postMessage({ kind: 'ask', ...question });
}

function set(change: Partial<State>): void {
  state = { ...state, ...change };
  editor.setState(state);
}

function layOut() {
  const tab = (name: Tab, label: string) => {
    const element = button(label, () => {
      set({ tab: name });
      draw();
    });
    element.setAttribute('role', 'tab');
    element.setAttribute('aria-controls', 'figure');
    element.id = `tab-${name}`;
    return element;
  };
  const tabs = { timeline: tab('timeline', strings.timeline), graph: tab('graph', strings.graph) };
  const tabList = html('div', 'tabs', tabs.timeline, tabs.graph);
  tabList.setAttribute('role', 'tablist');
  tabList.setAttribute('aria-label', strings.title);
  tabList.addEventListener('keydown', event => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    set({ tab: state.tab === 'timeline' ? 'graph' : 'timeline' });
    draw();
    tabs[state.tab].focus();
  });

  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = strings.search;
  search.setAttribute('aria-label', strings.search);
  search.value = state.question.name;
  let pause: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask({ name: search.value.trim(), offset: 0 }), 250);
  });

  const turn = (by: number) =>
    ask({ ...state.question, offset: Math.max(0, state.question.offset + by * speakersAtOnce) });
  const previous = button('‹', () => turn(-1), strings.previous);
  const next = button('›', () => turn(1), strings.next);
  const range = html('span', 'range');
  range.setAttribute('role', 'status');
  const save = html(
    'div',
    'save',
    button(strings.saveSvg, () => {
      if (figure) editor.postMessage({ kind: 'save', format: 'svg', content: asSvg(figure.element) });
    }),
    button(strings.savePng, async () => {
      if (figure) editor.postMessage({ kind: 'save', format: 'png', content: await asPng(figure.element) });
    }),
  );

  const shown = html('div', 'figure');
  shown.id = 'figure';
  shown.setAttribute('role', 'tabpanel');
  const legend = html('div', 'legend');
  const help = html('p', 'help');
  const tooltip = html('div', 'tooltip');
  tooltip.hidden = true;
  tooltip.setAttribute('aria-hidden', 'true');
  const heading = document.createElement('h1');
  heading.textContent = strings.title;
  const bar = html('div', 'bar', tabList, search, html('div', 'pager', previous, range, next), save);
  document.body.append(
    html('header', '', heading, bar),
    html('main', '', shown),
    html('footer', '', legend, help),
    tooltip,
  );
  return { tabs, previous, next, range, save, figure: shown, legend, help, tooltip };
}

/** For the legend and the help. */
const roomBelow = 84;

function draw(): void {
  if (!map) return;
  const focused = document.activeElement?.getAttribute('data-key');
  const { speakers, links, total } = map;
  const { offset, name } = state.question;
  for (const [tab, element] of Object.entries(page.tabs)) {
    element.setAttribute('aria-selected', String(tab === state.tab));
    element.tabIndex = tab === state.tab ? 0 : -1;
  }
  const number = new Intl.NumberFormat(strings.locale);
  const last = offset + speakers.length;
  page.range.textContent =
    speakers.length > 0
      ? fill(strings.range, number.format(offset + 1), number.format(last), number.format(total))
      : '';
  page.previous.disabled = offset === 0;
  page.next.disabled = last >= total;

  const nothing =
    speakers.length === 0
      ? name === ''
        ? strings.empty
        : fill(strings.notFound, name)
      : state.tab === 'graph' && links.length === 0
        ? strings.noLinks
        : '';
  page.figure.setAttribute('aria-labelledby', `tab-${state.tab}`);
  page.help.textContent = nothing ? '' : state.tab === 'timeline' ? strings.timelineHelp : strings.graphHelp;
  for (const control of page.save.querySelectorAll('button')) control.disabled = nothing !== '';
  hideTooltip();
  width = page.figure.clientWidth;
  if (nothing) {
    figure = null;
    page.figure.replaceChildren(html('p', 'empty', nothing));
    page.legend.replaceChildren();
    return;
  }
  const room = Math.max(620, width);
  figure =
    state.tab === 'timeline'
      ? timeline(map, room, strings)
      : graph(map, room, innerHeight - page.figure.getBoundingClientRect().top - roomBelow, strings);
  page.figure.replaceChildren(figure.element);
  if (state.tab === 'timeline') explain(speakers, []);
  else explain([...speakers, ...map.others], map.others);
  for (const group of figure.groups) enliven(group, figure);
  if (focused) page.figure.querySelector<SVGElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** What the signs mean, of those that are there. */
function explain(parties: CorpusMap['others'], silent: CorpusMap['others']): void {
  const types = new Set(parties.map(({ type }) => type));
  const entries = [...types].map(type => entry(type, strings.types[type], ''));
  const [first] = silent;
  page.legend.replaceChildren(...entries, ...(first ? [entry(first.type, strings.silent, 'silent')] : []));
}

function entry(type: CorpusMap['others'][number]['type'], words: string, className: string): HTMLSpanElement {
  const sign = svg('svg', { class: className, width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' });
  sign.append(signOf(type, 7, 7, 5));
  const made = html('span', 'entry', words);
  made.prepend(sign);
  return made;
}

/** One stop of the Tab key for a group; arrow keys move in it, Enter, Space and a click open what a mark stands for. */
function enliven({ marks, next }: MarkGroup, { related }: Figure): void {
  for (const [at, mark] of marks.entries()) {
    const { element, key, label, opens } = mark;
    element.setAttribute('tabindex', at === 0 ? '0' : '-1');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', label);
    element.setAttribute('data-key', key);
    element.querySelector('.hit')?.setAttribute('data-hit', '');
    const open = () => editor.postMessage({ kind: 'open', ...opens });
    const bring = (on: boolean) => {
      if (on) showTooltip(mark);
      else hideTooltip();
      if (related) brighten(on ? related(mark) : null);
    };
    element.addEventListener('click', open);
    element.addEventListener('pointerenter', () => bring(true));
    element.addEventListener('pointerleave', () => bring(false));
    element.addEventListener('focus', () => {
      for (const other of marks) other.element.setAttribute('tabindex', other === mark ? '0' : '-1');
      bring(true);
    });
    element.addEventListener('blur', () => bring(false));
    element.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open();
      } else if (event.key === 'Escape') hideTooltip();
      else if (event.key.startsWith('Arrow')) {
        event.preventDefault();
        next(mark, event.key as ArrowKey)?.element.focus();
      } else if (event.key === 'Home' || event.key === 'End') {
        event.preventDefault();
        marks.at(event.key === 'Home' ? 0 : -1)?.element.focus();
      }
    });
  }
}

function brighten(keys: ReadonlySet<string> | null): void {
  for (const { marks } of figure?.groups ?? []) {
    for (const { element, key } of marks) element.classList.toggle('dimmed', keys !== null && !keys.has(key));
  }
}

function showTooltip({ element, label }: Mark): void {
  // Clear of the name of a sign as well, on whichever side it stands.
  const pointed = element.classList.contains('node') ? element : element.querySelector('.sign, .shaft');
  const box = (pointed ?? element).getBoundingClientRect();
  page.tooltip.textContent = label;
  page.tooltip.hidden = false;
  const { width: wide, height: high } = page.tooltip.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - wide / 2), innerWidth - wide - 8);
  const above = box.top - high - 8;
  page.tooltip.style.left = `${left}px`;
  page.tooltip.style.top = `${above < 8 ? box.bottom + 8 : above}px`;
}

function hideTooltip(): void {
  page.tooltip.hidden = true;
}

function button(label: string, run: () => void, title?: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  if (title) {
    element.title = title;
    element.setAttribute('aria-label', title);
  }
  element.addEventListener('click', run);
  return element;
}

function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
