import { escaped } from "./tree";

/** As the server's writer has them. */
const ORDER = [
  "id",
  "class",
  "lang",
  "dir",
  "data-kind",
  "data-entry",
  "data-asset",
  "href",
  "src",
  "alt",
  "title",
  "width",
  "height",
  "start",
  "type",
  "reversed",
  "value",
  "scope",
  "colspan",
  "rowspan",
];

/** An opening tag. What is null, undefined or false is left out. */
export function tag(name: string, attributes: Record<string, unknown>): string {
  let out = `<${name}`;
  for (const key of ORDER) {
    const value = attributes[key];
    if (value !== null && value !== undefined && value !== false) {
      out += ` ${key}="${attribute(String(value))}"`;
    }
  }
  return `${out}>`;
}

export function attribute(value: string): string {
  return escaped(value).replaceAll('"', "&quot;");
}
