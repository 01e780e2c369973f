import type { Editor, JSONContent } from "@tiptap/core";
import {
  Bold,
  BookA,
  ChevronsUpDown,
  Code,
  CodeXml,
  Heading2,
  Heading3,
  Heading4,
  Image,
  Info,
  Italic,
  Languages,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  Quote,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TextQuote,
} from "lucide-react";
import { hasPlace, insertBlock } from "../edit/insert";
import type nl from "../words.nl.json";

export type Asking = "link" | "picture" | "abbr" | "language" | "alt";

/** Something to do with the text: by the tool bar, and what makes blocks also by the slash menu. */
export interface Act {
  key: keyof typeof nl;
  Icon: LucideIcon;
  /** Other words by which the slash menu finds it. */
  also?: string;
  isOn?: (editor: Editor) => boolean;
  isOffered?: (editor: Editor) => boolean;
  run?: (editor: Editor) => void;
  /** Asks something first. */
  asks?: Asking;
}

const line = (level: number): Pick<Act, "isOn" | "run"> => ({
  isOn: (editor) => editor.isActive("heading", { level }),
  run: (editor) => void editor.chain().focus().setNode("heading", { level }).run(),
});

const mark = (name: string): Pick<Act, "isOn" | "run" | "isOffered"> => ({
  isOn: (editor) => editor.isActive(name),
  isOffered: (editor) => !editor.isActive("codeBlock"),
  run: (editor) => void editor.chain().focus().toggleMark(name).run(),
});

const list = (name: string): Pick<Act, "isOn" | "run"> => ({
  isOn: (editor) => editor.isActive(name),
  run: (editor) => void editor.chain().focus().toggleList(name, "listItem").run(),
});

const insert = (json: JSONContent): Pick<Act, "run" | "isOffered"> => ({
  isOffered: (editor) => hasPlace(editor, json.type ?? ""),
  run: (editor) => void insertBlock(editor, json),
});

const empty: JSONContent = { type: "paragraph" };
const row = (type: string, head: boolean): JSONContent => ({
  type: "tableRow",
  attrs: { head },
  content: Array.from({ length: 3 }, () => ({ type, attrs: head ? { scope: "col" } : {}, content: [empty] })),
});

export const paragraph: Act = {
  key: "act.paragraph",
  Icon: Pilcrow,
  isOn: (editor) => editor.isActive("paragraph"),
  run: (editor) => void editor.chain().focus().setNode("paragraph").run(),
};
export const headings: Act[] = [
  { key: "act.heading2", Icon: Heading2, also: "h2 kop heading", ...line(2) },
  { key: "act.heading3", Icon: Heading3, also: "h3 kop heading", ...line(3) },
  { key: "act.heading4", Icon: Heading4, also: "h4 kop heading", ...line(4) },
];
export const lists: Act[] = [
  { key: "act.bulletList", Icon: List, also: "ul opsomming bullets", ...list("bulletList") },
  { key: "act.orderedList", Icon: ListOrdered, also: "ol nummers numbers", ...list("orderedList") },
];
export const bold: Act = { key: "act.strong", Icon: Bold, ...mark("strong") };
export const italic: Act = { key: "act.em", Icon: Italic, ...mark("em") };
export const link: Act = { key: "act.link", Icon: Link, isOn: (editor) => editor.isActive("link"), asks: "link" };
export const marks: Act[] = [
  { key: "act.s", Icon: Strikethrough, ...mark("s") },
  { key: "act.sup", Icon: Superscript, ...mark("sup") },
  { key: "act.sub", Icon: Subscript, ...mark("sub") },
  { key: "act.code", Icon: Code, ...mark("code") },
  { key: "act.cite", Icon: TextQuote, ...mark("cite") },
  { key: "act.abbr", Icon: BookA, isOn: (editor) => editor.isActive("abbr"), asks: "abbr" },
  { key: "act.language", Icon: Languages, isOn: (editor) => editor.isActive("language"), asks: "language" },
];
export const inserts: Act[] = [
  {
    key: "act.picture",
    Icon: Image,
    also: "foto image afbeelding plaatje",
    isOffered: (editor) => !editor.isActive("codeBlock"),
    asks: "picture",
  },
  {
    key: "act.table",
    Icon: Table,
    also: "tabel table rijen kolommen",
    isOffered: (editor) => !editor.isActive("table") && hasPlace(editor, "tableFrame"),
    run: (editor) =>
      void insertBlock(editor, {
        type: "tableFrame",
        content: [
          { type: "caption" },
          { type: "table", content: [row("headerCell", true), row("cell", false), row("cell", false)] },
        ],
      }),
  },
  {
    key: "act.callout",
    Icon: Info,
    also: "kader let op waarschuwing box warning tip",
    ...insert({ type: "callout", content: [empty] }),
  },
  {
    key: "act.quote",
    Icon: Quote,
    also: "citaat blockquote",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => void editor.chain().focus().toggleWrap("blockquote").run(),
  },
  {
    key: "act.details",
    Icon: ChevronsUpDown,
    also: "uitklappen accordion vraag",
    ...insert({ type: "details", content: [{ type: "summary" }, empty] }),
  },
  {
    key: "act.definitions",
    Icon: BookA,
    also: "begrippen definitions dl",
    ...insert({
      type: "definitions",
      content: [{ type: "term" }, { type: "definition", content: [empty] }],
    }),
  },
  { key: "act.codeBlock", Icon: CodeXml, also: "code pre", ...insert({ type: "codeBlock" }) },
  { key: "act.rule", Icon: Minus, also: "lijn hr streep", ...insert({ type: "rule" }) },
];

/** What the slash menu offers, in its order. */
export const slashed: Act[] = [...headings, paragraph, ...lists, ...inserts];
