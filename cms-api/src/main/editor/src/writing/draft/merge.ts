import { diffArrays } from "diff";
import { elementsOf } from "../../richtext/tree";
import type { Fields } from "../door";
import { same } from "./same";

/** A place that two writers changed in different ways. */
export interface Clash {
  /** Names it among the clashes of one merge. */
  key: string;
  /** Path of the field that it is in. */
  path: string;
  /** `html`: a part of a rich text. */
  kind: "value" | "html";
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export type Choice = "mine" | "theirs" | "both";

export interface Merged {
  fields: Fields;
  clashes: Clash[];
}

/**
 * What two writers made of the same fields, in one: fields one by one, blocks by their ids, rich text by its elements. Where they clash,
 * `choices` (by the key of the clash) says what is to stay; mine until then.
 */
export function merge(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  choices: ReadonlyMap<string, Choice> = new Map(),
): Merged {
  const clashes: Clash[] = [];
  const fields = objects(base, mine, theirs, "");
  return { fields, clashes };

  function value(b: unknown, m: unknown, t: unknown, path: string): unknown {
    if (same(m, t) || same(b, t)) {
      return m;
    }
    if (same(b, m)) {
      return t;
    }
    if (isHtml(m) && isHtml(t)) {
      return html(isHtml(b) ? b : "", m, t, path);
    }
    if (isBlocks(m) && isBlocks(t)) {
      return blocks(isBlocks(b) ? b : [], m, t, path);
    }
    if (isObject(m) && isObject(t) && isObject(b) && !isValue(m)) {
      return objects(b, m, t, path);
    }
    return decided({ key: path, path, kind: "value", base: b, mine: m, theirs: t });
  }

  function objects(b: Fields, m: Fields, t: Fields, path: string): Fields {
    const out: Fields = {};
    for (const key of new Set([...Object.keys(m), ...Object.keys(t), ...Object.keys(b)])) {
      const one = value(b[key], m[key], t[key], `${path}/${key}`);
      if (one !== undefined) {
        out[key] = one;
      }
    }
    return out;
  }

  /** In the order of whoever moved some; what only one has goes, or stays behind its neighbour. */
  function blocks(b: Block[], m: Block[], t: Block[], path: string): Block[] {
    const [before, my, their] = [b, m, t].map((list) => new Map(list.map((block) => [block.id, block])));
    const kept = (list: Block[], other: Map<string, Block> | undefined) =>
      list.map((block) => block.id).filter((id) => other?.has(id) && before?.has(id));
    const moved = !same(
      kept(m, their),
      kept(b, their).filter((id) => my?.has(id)),
    );
    const [lead, follow] = moved ? [m, t] : [t, m];
    const order = lead.map((block) => block.id);
    follow.forEach((block, index) => {
      if (!order.includes(block.id)) {
        const neighbour = follow.slice(0, index).findLast((one) => order.includes(one.id));
        order.splice(neighbour ? order.indexOf(neighbour.id) + 1 : 0, 0, block.id);
      }
    });
    return order.flatMap((id) => {
      const one = value(before?.get(id), my?.get(id), their?.get(id), `${path}/${id}`);
      return one ? [one as Block] : [];
    });
  }

  function html(b: string, m: string, t: string, path: string): string {
    return sequences(elementsOf(b), elementsOf(m), elementsOf(t))
      .flatMap((part, index) => {
        if ("both" in part) {
          return part.both;
        }
        const [base, mine, theirs] = [part.base, part.mine, part.theirs].map((list) => list.join("\n"));
        return decided({ key: `${path}#${index}`, path, kind: "html", base, mine, theirs }) as string;
      })
      .filter((element) => element !== "")
      .join("\n");
  }

  function decided(clash: Clash): unknown {
    clashes.push(clash);
    const choice = choices.get(clash.key);
    if (choice === "both") {
      return [clash.mine, clash.theirs].filter(Boolean).join(clash.kind === "html" ? "\n" : " ");
    }
    return choice === "theirs" ? clash.theirs : clash.mine;
  }
}

interface Block {
  id: string;
  [key: string]: unknown;
}

type Part = { both: string[] } | { base: string[]; mine: string[]; theirs: string[] };

/** Three lists side by side: what follows from them, and the parts that clash. */
function sequences(base: string[], mine: string[], theirs: string[]): Part[] {
  const [my, their] = [edits(base, mine), edits(base, theirs)];
  const parts: Part[] = [];
  let at = 0;
  while (at <= base.length) {
    const end = endOfChange(at, my, their);
    if (end === undefined) {
      if (at < base.length) {
        parts.push({ both: [base[at] as string] });
      }
      at += 1;
      continue;
    }
    const [b, m, t] = [base.slice(at, end), changed(base, my, at, end), changed(base, their, at, end)];
    if (same(m, t) || same(b, t)) {
      parts.push({ both: m });
    } else if (same(b, m)) {
      parts.push({ both: t });
    } else {
      parts.push({ base: b, mine: m, theirs: t });
    }
    at = end;
    if (b.length === 0) {
      if (at < base.length) {
        parts.push({ both: [base[at] as string] });
      }
      at += 1;
    }
  }
  return parts;
}

/** From index to index of the base, other elements instead. */
interface Edit {
  from: number;
  to: number;
  instead: string[];
}

function edits(base: string[], other: string[]): Edit[] {
  const found: Edit[] = [];
  let at = 0;
  let open: Edit | undefined;
  for (const change of diffArrays(base, other)) {
    if (!change.added && !change.removed) {
      at += change.value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, instead: [] };
      found.push(open);
    }
    if (change.removed) {
      at += change.value.length;
      open.to = at;
    } else {
      open.instead.push(...change.value);
    }
  }
  return found;
}

/** Where the changes that begin at an index, and those that overlap them, have ended. */
function endOfChange(at: number, my: Edit[], their: Edit[]): number | undefined {
  const all = [...my, ...their];
  if (!all.some((edit) => edit.from === at)) {
    return undefined;
  }
  let end = at;
  let grown = true;
  while (grown) {
    grown = false;
    for (const { from, to } of all) {
      if (from >= at && (from < end || from === at) && to > end) {
        end = to;
        grown = true;
      }
    }
  }
  return end;
}

function changed(base: string[], edits: Edit[], from: number, to: number): string[] {
  const out: string[] = [];
  let at = from;
  for (const edit of edits) {
    if (edit.from >= from && edit.to <= to && (edit.from < to || edit.from === from)) {
      out.push(...base.slice(at, edit.from), ...edit.instead);
      at = edit.to;
    }
  }
  return [...out, ...base.slice(at, to)];
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** References, files, places, links: chosen as a whole. */
function isValue(value: Fields): boolean {
  return ["entry", "asset", "href", "lat"].some((key) => key in value);
}

function isBlocks(value: unknown): value is Block[] {
  return Array.isArray(value) && value.every((item) => isObject(item) && "id" in item && "type" in item);
}

function isHtml(value: unknown): value is string {
  return typeof value === "string" && /^<[a-z][^>]*>[\s\S]*<\/?[a-z0-9]+>$/.test(value);
}
