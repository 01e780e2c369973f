import type { Fields } from "../door";

/**
 * Where something is in the fields: `/title`, `/contact/name`, `/steps/2/text`, and in blocks `/parts/b1/fields/text`. As JSON Pointers,
 * but that a block is named by its id: it may be moved while somebody writes in it.
 */
export type Path = string;

interface Block {
  id: string;
  fields?: Fields;
}

export function at(fields: Fields, path: Path): unknown {
  let value: unknown = fields;
  for (const step of steps(path)) {
    value = child(value, step);
  }
  return value;
}

/** The fields with another value at one place; all that lies elsewhere is the same object as before. */
export function put(fields: Fields, path: Path, value: unknown): Fields {
  return replaced(fields, steps(path), value) as Fields;
}

/** A pointer of the server (`/parts/2/fields/text`) or a place of a comment (`parts/b1/text`), as a path. */
export function toPath(fields: Fields, pointer: string): Path {
  let value: unknown = fields;
  let path = "";
  for (const step of steps(pointer.startsWith("/") ? pointer : `/${pointer}`)) {
    if (isBlock(value) && step !== "fields" && step !== "type" && step !== "id") {
      value = value.fields;
      path += "/fields";
    }
    const next = child(value, step);
    path += `/${isBlock(next) ? next.id : step}`;
    value = next;
  }
  return path;
}

/** All places that a path lies in, the outermost first: `/parts`, `/parts/b1`, `/parts/b1/fields`, … and itself. */
export function around(path: Path): Path[] {
  const all = steps(path);
  return all.map((_, index) => `/${all.slice(0, index + 1).join("/")}`);
}

function steps(path: Path): string[] {
  return path.split("/").slice(1);
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && "id" in value && "type" in value && !Array.isArray(value);
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    return value[indexOf(value, step)];
  }
  return typeof value === "object" && value !== null ? (value as Fields)[step] : undefined;
}

function indexOf(list: unknown[], step: string): number {
  const index = list.findIndex((item) => isBlock(item) && item.id === step);
  return index >= 0 ? index : Number(step);
}

function replaced(value: unknown, [step, ...rest]: string[], inner: unknown): unknown {
  if (step === undefined) {
    return inner;
  }
  if (Array.isArray(value)) {
    const copy = [...value];
    const index = indexOf(value, step);
    copy[index] = replaced(copy[index], rest, inner);
    return copy;
  }
  const copy = { ...(value as Fields | undefined) };
  const next = replaced(copy[step], rest, inner);
  if (next === undefined) {
    delete copy[step];
  } else {
    copy[step] = next;
  }
  return copy;
}
