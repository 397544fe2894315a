// Who speaks about whom: the more statements, the thicker the arrow; the more somebody says, the larger the sign.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import type { MapParty } from '../../../server/src/features/corpusMap.ts';
import type { CorpusMap } from '../../../server/src/protocol/views.ts';
import { countOf, type Figure, fill, type Mark, nearest, signOf, svg } from './marks.ts';
import type { Strings } from './messages.ts';

interface Node extends SimulationNodeDatum {
  readonly party: MapParty;
  /** What they say, and what others say about them here. */
  readonly said: number;
  readonly about: number;
  readonly radius: number;
  /** Half of what the name takes up, about. */
  readonly reach: number;
}

interface Link extends SimulationLinkDatum<Node> {
  readonly source: Node;
  readonly target: Node;
  readonly statements: number;
}

const rounds = 400;
const edge = 44;

/** @param room the height that is free on the screen; many names take more */
export function graph(map: CorpusMap, width: number, room: number, strings: Strings): Figure {
  const { nodes, links } = networkOf(map);
  const height = Math.max(360, room, 160 + nodes.length * 9);
  place(nodes, links, width, height);
  const element = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'group',
    'aria-label': strings.graph,
  });
  const both = new Set(links.map(({ source, target }) => `${target.party.id} ${source.party.id}`));
  const arrows = [...links]
    .sort((a, b) => b.statements - a.statements)
    .map(link => arrow(link, both.has(`${link.source.party.id} ${link.target.party.id}`), links, strings));
  const people = nodes.map(node => personMark(node, strings));
  element.append(...[...arrows].reverse().map(mark => mark.element), ...people.map(mark => mark.element));
  const inTurn = (from: Mark, key: string) =>
    arrows[arrows.indexOf(from) + (key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1)] ?? null;
  return {
    element,
    groups: [
      { marks: people, next: (from, key) => nearest(people, from, key) },
      { marks: arrows, next: inTurn },
    ],
    related: mark => relatedTo(mark, links),
  };
}

/** Those who speak about somebody or are spoken about, and nobody else. */
function networkOf({ speakers, others, links }: CorpusMap): { readonly nodes: Node[]; readonly links: Link[] } {
  const about = new Map<string, number>();
  const linked = new Set<string>();
  for (const { from, to, statements } of links) {
    about.set(to, (about.get(to) ?? 0) + statements);
    linked.add(from).add(to);
  }
  const said = new Map(speakers.map(speaker => [speaker.id, speaker.statements]));
  const most = Math.max(2, ...said.values());
  const radius = scaleSqrt([0, most], [5, 17]);
  const nodes: Node[] = [...speakers, ...others]
    .filter(({ id }) => linked.has(id))
    .map(party => ({
      party,
      said: said.get(party.id) ?? 0,
      about: about.get(party.id) ?? 0,
      radius: radius(said.get(party.id) ?? 0),
      reach: 3.4 * Math.min(party.name.length, longestName),
    }));
  const byId = new Map(nodes.map(node => [node.party.id, node]));
  return {
    nodes,
    links: links.flatMap(({ from, to, statements }) => {
      const [source, target] = [byId.get(from), byId.get(to)];
      return source && target ? [{ source, target, statements }] : [];
    }),
  };
}

/** Lets the forces come to rest at once: nothing moves under the reader's hand, and the same map lies the same way again. */
function place(nodes: readonly Node[], links: readonly Link[], width: number, height: number): void {
  const simulation = forceSimulation([...nodes])
    .force(
      'link',
      forceLink<Node, Link>([...links])
        .distance(130)
        .strength(0.25),
    )
    .force('charge', forceManyBody().strength(-420))
    .force('collide', forceCollide<Node>(node => Math.max(node.radius + 20, node.reach * 0.85)).iterations(3))
    .force('x', forceX(width / 2).strength(0.05 * Math.min(1, height / width)))
    .force('y', forceY(height / 2).strength(0.09))
    .stop();
  for (let round = 0; round < rounds; round++) {
    simulation.tick();
    for (const node of nodes) keepInside(node, width, height);
  }
  for (let round = 0; round < rounds && separate(nodes); round++)
    for (const node of nodes) keepInside(node, width, height);
}

function keepInside(node: Node, width: number, height: number): void {
  const side = Math.min(Math.max(edge, node.reach + 8), width / 2);
  node.x = Math.min(Math.max(node.x ?? 0, side), width - side);
  node.y = Math.min(Math.max(node.y ?? 0, edge), height - edge);
}

/** Moves names that lie on each other apart, the shorter way; false where none do. */
function separate(nodes: readonly Node[]): boolean {
  let moved = false;
  for (const [at, a] of nodes.entries()) {
    for (const b of nodes.slice(at + 1)) {
      const dx = (b.x ?? 0) - (a.x ?? 0);
      const dy = (b.y ?? 0) - (a.y ?? 0);
      const across = a.reach + b.reach + 10 - Math.abs(dx);
      const down = a.radius + lineHeight + b.radius - Math.abs(dy);
      if (across <= 0 || down <= 0) continue;
      moved = true;
      if (across < down) shift(a, b, (across / 2 + 0.5) * (dx < 0 ? -1 : 1), 0);
      else shift(a, b, 0, (down / 2 + 0.5) * (dy < 0 ? -1 : 1));
    }
  }
  return moved;
}

function shift(a: Node, b: Node, x: number, y: number): void {
  a.x = (a.x ?? 0) - x;
  a.y = (a.y ?? 0) - y;
  b.x = (b.x ?? 0) + x;
  b.y = (b.y ?? 0) + y;
}

/** What a name under a sign takes up. */
const lineHeight = 22;

const longestName = 26;

function personMark({ party, said, about, radius, x = 0, y = 0 }: Node, strings: Strings): Mark {
  const { id, name, type } = party;
  const shown = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
  const element = svg('g', { class: said > 0 ? 'mark node' : 'mark node silent' });
  element.append(
    svg('circle', { class: 'hit', cx: x, cy: y, r: radius + 5 }),
    signOf(type, x, y, radius),
    svg('text', { class: 'name', x, y: y + radius + 14, 'text-anchor': 'middle' }, shown),
  );
  const parts = [name, strings.types[type]];
  if (said > 0) parts.push(countOf(said, strings));
  if (about > 0) parts.push(fill(strings.spokenAbout, countOf(about, strings)));
  const opens = said > 0 ? { speaker: { id, name } } : { about: { id, name } };
  return { element, key: `node ${id}`, label: parts.join(' · '), opens, x, y };
}

/** From the edge of one sign to the edge of the other; bent where there is an arrow the other way as well. */
function arrow({ source, target, statements }: Link, bent: boolean, links: readonly Link[], strings: Strings): Mark {
  const [ax, ay, bx, by] = [source.x ?? 0, source.y ?? 0, target.x ?? 0, target.y ?? 0];
  const distance = Math.max(1, Math.hypot(bx - ax, by - ay));
  const [nx, ny] = [-(by - ay) / distance, (bx - ax) / distance];
  const bend = bent ? Math.min(28, distance * 0.16) : 0;
  const [cx, cy] = [(ax + bx) / 2 + nx * bend * 2, (ay + by) / 2 + ny * bend * 2];
  const from = towards(ax, ay, cx, cy, source.radius + 3);
  const tip = towards(bx, by, cx, cy, target.radius + 4);
  const most = Math.max(2, ...links.map(link => link.statements));
  const thickness = scaleSqrt([1, most], [1.2, 6])(statements);
  const head = 5 + thickness * 1.3;
  const back = towards(tip.x, tip.y, cx, cy, head);
  const [dx, dy] = [(tip.x - back.x) / head, (tip.y - back.y) / head];
  const half = head * 0.55;
  const path = `M${from.x},${from.y}Q${cx},${cy} ${back.x},${back.y}`;
  const element = svg('g', { class: 'mark link' });
  element.append(
    svg('path', { class: 'hit', d: path }),
    svg('path', { class: 'shaft', d: path, 'stroke-width': thickness }),
    svg('path', {
      class: 'head',
      d: `M${tip.x},${tip.y}L${back.x - dy * half},${back.y + dx * half}L${back.x + dy * half},${back.y - dx * half}Z`,
    }),
  );
  const { id, name } = source.party;
  const other = target.party;
  return {
    element,
    key: `link ${id} ${other.id}`,
    label: fill(strings.link, name, other.name, countOf(statements, strings)),
    opens: { speaker: { id, name }, about: { id: other.id, name: other.name } },
    x: (ax + 2 * cx + bx) / 4,
    y: (ay + 2 * cy + by) / 4,
  };
}

function towards(x: number, y: number, toX: number, toY: number, length: number): { x: number; y: number } {
  const distance = Math.max(1, Math.hypot(toX - x, toY - y));
  return { x: x + ((toX - x) / distance) * length, y: y + ((toY - y) / distance) * length };
}

function relatedTo({ key }: Mark, links: readonly Link[]): ReadonlySet<string> {
  const related = new Set([key]);
  for (const { source, target } of links) {
    const [from, to] = [`node ${source.party.id}`, `node ${target.party.id}`];
    const link = `link ${source.party.id} ${target.party.id}`;
    if (key === link || key === from || key === to) for (const one of [from, to, link]) related.add(one);
  }
  return related;
}
