import type { TypeDefinition } from "../../content/door";
import { wordsOf } from "../../richtext/tree";
import { inLanguage, type Language } from "../../words/language";
import type { Fields } from "../door";

/** A block of a page. */
export interface Block {
  id: string;
  type: string;
  fields: Fields;
}

/** An id that no block of the page has. */
export function newId(): string {
  return `b${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, "0")).join("")}`;
}

/** A copy with ids of its own, also for the blocks in it. */
export function copyOf(block: Block): Block {
  return { ...block, id: newId(), fields: fresh(block.fields) as Fields };
}

function fresh(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(fresh);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const isBlock = "id" in value && "type" in value && "fields" in value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fresh(inner)]));
  return isBlock ? { ...copy, id: newId() } : copy;
}

/** The first words in a block, by which somebody knows it when it is closed. */
export function summaryOf(block: Block, definition: TypeDefinition | undefined): string {
  for (const { key, kind } of definition?.fields ?? []) {
    const value = block.fields?.[key];
    if (typeof value === "string" && value && (kind === "text" || kind === "longText" || kind === "richText")) {
      return (kind === "richText" ? wordsOf(value) : value).slice(0, 120);
    }
  }
  return "";
}

/** How a block is called among others: its type, and its first words. */
export function nameOf(block: Block, definition: TypeDefinition | undefined, language: Language): string {
  const type = inLanguage(definition?.name, language, block.type);
  const summary = summaryOf(block, definition).slice(0, 40);
  return summary ? `${type}: ${summary}` : type;
}
