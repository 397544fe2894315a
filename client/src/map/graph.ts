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

const rounds = 300;
/** Between the edge and what lies next to it, and between one group and the next. */
const margin = 16;

/** @param room the height that is free on the screen; many names take more */
export function graph(map: CorpusMap, width: number, room: number, strings: Strings): Figure {
  const { nodes, links } = networkOf(map);
  const height = place(nodes, links, width, Math.max(360, room));
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
  const raised = namesAbove(nodes, links);
  const people = nodes.map(node => personMark(node, raised.has(node), strings));
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
      reach: 3.8 * Math.min(party.name.length, longestName),
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

/** Those who are linked with one another lie together, each group by itself; gives the height that they take, at least `room`. */
function place(nodes: readonly Node[], links: readonly Link[], width: number, room: number): number {
  const groups = groupsOf(nodes, links);
  for (const { members, between } of groups) settle(members, between, width - 2 * margin, room);
  return arrange(
    groups.map(({ members }) => boxOf(members)).sort((a, b) => b.high - a.high || b.wide - a.wide),
    width,
    room,
  );
}

interface Group {
  readonly members: readonly Node[];
  readonly between: readonly Link[];
}

function groupsOf(nodes: readonly Node[], links: readonly Link[]): Group[] {
  const groups = new Map(nodes.map(node => [node, new Set([node])]));
  for (const { source, target } of links) {
    const [a, b] = [groups.get(source)!, groups.get(target)!];
    if (a === b) continue;
    for (const node of b) groups.set(node, a.add(node));
  }
  return [...new Set(groups.values())].map(members => ({
    members: [...members],
    between: links.filter(({ source }) => members.has(source)),
  }));
}

/** Lets the forces come to rest at once: nothing moves under the reader's hand, and the same map lies the same way again. */
function settle(members: readonly Node[], between: readonly Link[], wide: number, high: number): void {
  forceSimulation([...members])
    .force(
      'link',
      forceLink<Node, Link>([...between])
        .distance(130)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-450))
    .force('collide', forceCollide<Node>(node => Math.max(node.radius + 20, node.reach * 0.85)).iterations(3))
    .force('x', forceX(0).strength(0.05 * Math.min(1, high / wide)))
    .force('y', forceY(0).strength(0.08))
    .stop()
    .tick(rounds);
  for (let round = 0; round < rounds; round++) {
    for (const node of members) {
      const most = Math.max(0, wide / 2 - node.reach);
      node.x = Math.min(Math.max(node.x ?? 0, -most), most);
    }
    if (!separate(members)) break;
  }
}

/** What a group takes up, with its names. */
interface Box {
  readonly members: readonly Node[];
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly high: number;
}

function boxOf(members: readonly Node[]): Box {
  const left = Math.min(...members.map(({ x = 0, radius, reach }) => x - Math.max(radius, reach)));
  const right = Math.max(...members.map(({ x = 0, radius, reach }) => x + Math.max(radius, reach)));
  const top = Math.min(...members.map(({ y = 0, radius }) => y - radius - lineHeight));
  const bottom = Math.max(...members.map(({ y = 0, radius }) => y + radius + lineHeight));
  return { members, left, top, wide: right - left, high: bottom - top };
}

/** Puts boxes into rows, each into the first that has room for it, and spreads out what is left over. */
function arrange(boxes: readonly Box[], width: number, room: number): number {
  const rows: { readonly boxes: Box[]; wide: number; readonly high: number }[] = [];
  for (const box of boxes) {
    const row = rows.find(({ wide }) => wide + box.wide + margin <= width - margin);
    if (row) {
      row.boxes.push(box);
      row.wide += box.wide + margin;
    } else rows.push({ boxes: [box], wide: margin + box.wide, high: box.high });
  }
  const high = rows.reduce((sum, row) => sum + row.high + margin, margin);
  const below = Math.max(0, room - high) / (rows.length + 1);
  let y = below + margin;
  for (const row of rows) {
    const beside = Math.max(0, width - margin - row.wide) / (row.boxes.length + 1);
    let x = beside + margin;
    for (const box of row.boxes) {
      for (const node of box.members) {
        node.x = (node.x ?? 0) + x - box.left;
        node.y = (node.y ?? 0) + y - box.top + (row.high - box.high) / 2;
      }
      x += box.wide + margin + beside;
    }
    y += row.high + margin + below;
  }
  return Math.max(room, high);
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

/** What a name under a sign, or above it, takes up. */
const lineHeight = 22;

const longestName = 26;

/** Whose names stand above their signs, since below more arrows would run through them; never over another sign or name. */
function namesAbove(nodes: readonly Node[], links: readonly Link[]): ReadonlySet<Node> {
  const raised = new Set<Node>();
  const crossings = (node: Node, side: 1 | -1) =>
    links.filter(({ source, target }) => {
      const other = source === node ? target : target === node ? source : null;
      const down = other ? ((other.y ?? 0) - (node.y ?? 0)) * side : 0;
      return other && down > 0 && Math.abs((((other.x ?? 0) - (node.x ?? 0)) / down) * (node.radius + 12)) < node.reach;
    }).length;
  for (const node of nodes) {
    if (crossings(node, 1) <= crossings(node, -1)) continue;
    const middle = (node.y ?? 0) - node.radius - lineHeight / 2;
    const isInTheWay = (other: Node) => {
      const otherMiddle = (other.y ?? 0) + (raised.has(other) ? -lineHeight : lineHeight) / 2;
      const apart = lineHeight + other.radius;
      return (
        Math.abs(middle - otherMiddle) < apart && Math.abs((other.x ?? 0) - (node.x ?? 0)) < node.reach + other.reach
      );
    };
    if (!nodes.some(other => other !== node && isInTheWay(other))) raised.add(node);
  }
  return raised;
}

function personMark({ party, said, about, radius, x = 0, y = 0 }: Node, above: boolean, strings: Strings): Mark {
  const { id, name, type } = party;
  const shown = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
  const element = svg('g', { class: said > 0 ? 'mark node' : 'mark node silent' });
  element.append(
    svg('circle', { class: 'hit', cx: x, cy: y, r: radius + 5 }),
    signOf(type, x, y, radius),
    svg('text', { class: 'name', x, y: above ? y - radius - 6 : y + radius + 14, 'text-anchor': 'middle' }, shown),
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
