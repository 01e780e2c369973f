import { Extension, type Extensions } from "@tiptap/core";
import * as blocks from "./blocks";
import { LineBreak, Picture } from "./leaves";
import * as marks from "./marks";
import * as tables from "./tables";

const { Document, Words, ...others } = blocks;
const { Tables, ...ofTables } = tables;
const lasting = [...Object.values(others), ...Object.values(ofTables)].map((node) => node.name);

/** Every block may have an id, a language and a direction. An id names one block: what is split off has none. */
const Common = Extension.create({
  name: "common",
  addGlobalAttributes: () => [
    {
      types: lasting.filter((name) => name !== "opaque" && name !== "table"),
      attributes: {
        id: { default: null, keepOnSplit: false, rendered: false },
        lang: { default: null },
        dir: { default: null },
      },
    },
  ],
});

/** All that the normal form of rich text knows. */
export const normalForm: Extensions = [
  Document,
  Words,
  ...Object.values(others),
  ...Object.values(ofTables),
  Tables,
  LineBreak,
  Picture,
  marks.Language,
  marks.Link,
  marks.Abbreviation,
  marks.Cite,
  marks.Strong,
  marks.Emphasis,
  marks.Strike,
  marks.Superscript,
  marks.Subscript,
  marks.Code,
  Common,
];
