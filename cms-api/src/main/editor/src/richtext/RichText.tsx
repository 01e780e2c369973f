import "./richtext.css";
import { Editor, getSchema } from "@tiptap/core";
import { useEffect, useId, useRef, useState } from "react";
import type { Site } from "../app/site";
import { Editing } from "./edit/editing";
import type { Hints } from "./edit/hints";
import { pictureOf } from "./edit/pictureView";
import { takeOver } from "./edit/takeOver";
import { Pasting } from "./paste/pasting";
import { read } from "./read";
import { normalForm } from "./schema/schema";
import { Asked } from "./tools/Asked";
import type { Asking } from "./tools/acts";
import { type SlashKeyboard, SlashMenu } from "./tools/SlashMenu";
import { SlashKeys } from "./tools/slash";
import { ToolBar } from "./tools/ToolBar";
import { useSay } from "./words";
import { write } from "./write";

const schema = getSchema(normalForm);

/** A text in normal form, to write in. As long as nobody changes it, `html` stays the very same string. */
export function RichText({
  id,
  name,
  site,
  locale,
  html,
  onChange,
  "aria-describedby": described,
}: {
  id: string;
  /** How the field is called. */
  name: string;
  site: Site;
  locale: string;
  html: string;
  onChange: (html: string) => void;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}) {
  const say = useSay();
  const menu = useId();
  const host = useRef<HTMLDivElement>(null);
  const keyboard = useRef<SlashKeyboard>(null);
  const [editor, setEditor] = useState<Editor>();
  const [asking, setAsking] = useState<Asking>();
  // What the editor is told may be new with each drawing; the editor itself is made once.
  const hints: Hints = {
    text: say("hint"),
    caption: say("hint.caption"),
    figcaption: say("hint.figcaption"),
    summary: say("hint.summary"),
    term: say("hint.term"),
    header: say("hint.header"),
    opaque: say("hint.opaque"),
  };
  const told = useRef({ html, onChange, hints });
  const shown = useRef(html);
  told.current = { html, onChange, hints };

  useEffect(() => {
    const { html: first, hints: words } = told.current;
    shown.current = first;
    const made = new Editor({
      element: host.current,
      injectCSS: false,
      extensions: [
        ...normalForm.filter((extension) => extension.name !== "picture"),
        pictureOf(site),
        Pasting,
        Editing.configure({ hints: words }),
        SlashKeys.configure({ onKey: (event) => keyboard.current?.press(event) ?? false }),
      ],
      content: read(first, schema).toJSON(),
      editorProps: {
        attributes: {
          id,
          class: "richtext-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": name,
          lang: locale,
          ...(described ? { "aria-describedby": described } : {}),
        },
        handleDOMEvents: {
          keydown: (view, event) => {
            // Tab belongs to lists and tables: this is the way out of them by keyboard.
            if (event.key === "F10" && event.altKey) {
              event.preventDefault();
              host.current?.parentElement?.querySelector<HTMLElement>(".richtext-tools button")?.focus();
              return true;
            }
            const isLink = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
            if (!isLink || view.state.selection.empty) {
              return false;
            }
            event.preventDefault();
            event.stopPropagation();
            setAsking("link");
            return true;
          },
        },
      },
      onUpdate: ({ editor: { state } }) => {
        const next = state.doc.eq(asRead) ? first : write(state.doc);
        if (next !== shown.current) {
          shown.current = next;
          told.current.onChange(next);
        }
      },
    });
    const asRead = made.state.doc;
    setEditor(made);
    return () => {
      made.destroy();
      setEditor(undefined);
    };
  }, [id, name, site, locale, described]);

  useEffect(() => {
    if (editor && html !== shown.current) {
      shown.current = html;
      takeOver(editor, html);
    }
  }, [editor, html]);

  return (
    <div className="richtext">
      {editor && <ToolBar editor={editor} name={name} onAsk={setAsking} />}
      <div ref={host} />
      {editor && <SlashMenu editor={editor} id={menu} keyboard={keyboard} onAsk={setAsking} />}
      {editor && asking && (
        <Asked asking={asking} editor={editor} site={site} locale={locale} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}
