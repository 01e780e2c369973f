/** What an item of a menu says. Members that the editor does not know are kept. */
export interface Said {
  label?: string;
  entry?: string;
  href?: string;
  [other: string]: unknown;
}

/** An item of a menu as it is stored. */
export interface MenuItem extends Said {
  items?: MenuItem[];
}

/** An item on a line of its own: how deep it lies says below which one. */
export interface Line {
  id: string;
  depth: number;
  item: Said;
}

const DEEPEST = 3;
let last = 0;

/** A line for an item that was not there before. */
export function lineOf(item: Said, depth = 0): Line {
  last += 1;
  return { id: `new-${last}`, depth, item };
}

/** The same items get the same ids, so that a list that is read again keeps its rows, and with them the focus. */
export function linesOf(items: MenuItem[], depth = 0, taken = new Map<string, number>()): Line[] {
  return items.flatMap(({ items: below, ...item }) => {
    const name = JSON.stringify([item.label, item.entry, item.href]);
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return [{ id: `${name} ${count}`, depth, item }, ...linesOf(below ?? [], depth + 1, taken)];
  });
}

export function itemsOf(lines: readonly Line[]): MenuItem[] {
  const top: MenuItem[] = [];
  const open: MenuItem[][] = [top];
  for (const { depth, item } of lines) {
    const own: MenuItem = { ...item };
    const level = Math.min(depth, open.length - 1);
    open.length = level + 1;
    (open[level] as MenuItem[]).push(own);
    const below: MenuItem[] = [];
    open.push(below);
    // Filled by the lines that follow; those that stay empty are taken off below.
    own.items = below;
  }
  return top.map(withoutEmpty);
}

function withoutEmpty({ items, ...item }: MenuItem): MenuItem {
  return items && items.length > 0 ? { ...item, items: items.map(withoutEmpty) } : item;
}

/** The line and all that lies below it, as a number of lines. */
export function sizeOf(lines: readonly Line[], at: number): number {
  const depth = lines[at]?.depth ?? 0;
  let end = at + 1;
  while (end < lines.length && (lines[end] as Line).depth > depth) {
    end += 1;
  }
  return end - at;
}

/** Before the neighbour above, or behind the one below, of the same level; as it was where there is none. */
export function moved(lines: readonly Line[], at: number, by: -1 | 1): Line[] {
  const depth = lines[at]?.depth ?? 0;
  const size = sizeOf(lines, at);
  if (by === 1) {
    const next = at + size;
    return lines[next]?.depth === depth ? placed(lines, at, next + sizeOf(lines, next)) : [...lines];
  }
  let above = at - 1;
  while (above >= 0 && (lines[above] as Line).depth > depth) {
    above -= 1;
  }
  return above >= 0 && lines[above]?.depth === depth ? placed(lines, at, above) : [...lines];
}

/** A line with what lies below it, put before the line at `to`. */
export function placed(lines: readonly Line[], at: number, to: number): Line[] {
  const size = sizeOf(lines, at);
  if (to >= at && to <= at + size) {
    return [...lines];
  }
  const taken = lines.slice(at, at + size);
  const rest = [...lines.slice(0, at), ...lines.slice(at + size)];
  const target = to > at ? to - size : to;
  const deepest = target === 0 ? 0 : (rest[target - 1]?.depth ?? 0) + 1;
  const wanted = Math.min(rest[target]?.depth ?? taken[0]?.depth ?? 0, deepest);
  const shift = wanted - (taken[0]?.depth ?? 0);
  rest.splice(target, 0, ...taken.map((line) => ({ ...line, depth: line.depth + shift })));
  return rest;
}

/** Below the item above, or one level up again. */
export function nested(lines: readonly Line[], at: number, by: -1 | 1): Line[] {
  if (!canNest(lines, at, by)) {
    return [...lines];
  }
  const size = sizeOf(lines, at);
  return lines.map((line, index) => (index >= at && index < at + size ? { ...line, depth: line.depth + by } : line));
}

export function canNest(lines: readonly Line[], at: number, by: -1 | 1): boolean {
  const depth = lines[at]?.depth ?? 0;
  return by === -1 ? depth > 0 : at > 0 && depth + 1 < DEEPEST && (lines[at - 1]?.depth ?? 0) >= depth;
}

export function canMove(lines: readonly Line[], at: number, by: -1 | 1): boolean {
  return moved(lines, at, by).some((line, index) => line.id !== lines[index]?.id);
}

export function without(lines: readonly Line[], at: number): Line[] {
  return [...lines.slice(0, at), ...lines.slice(at + sizeOf(lines, at))];
}
