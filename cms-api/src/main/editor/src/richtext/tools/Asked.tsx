import type { Editor } from "@tiptap/core";
import type { Site } from "../../app/site";
import { PickFile } from "../../media/door";
import { insertBlock } from "../edit/insert";
import { useSay } from "../words";
import type { Asking } from "./acts";
import { LinkDialog } from "./LinkDialog";
import { WordsDialog } from "./WordsDialog";

/** The dialogs of acts that ask something first. When they close, the focus is in the text again. */
export function Asked({
  asking,
  editor,
  site,
  locale,
  onClose,
}: {
  asking: Asking;
  editor: Editor;
  site: Site;
  locale: string;
  onClose: () => void;
}) {
  const say = useSay();
  const close = () => {
    onClose();
    setTimeout(() => editor.view.focus(), 0);
  };
  switch (asking) {
    case "link":
      return <LinkDialog editor={editor} site={site} locale={locale} onClose={close} />;
    case "picture":
      return (
        <PickFile
          site={site}
          kind="picture"
          onClose={close}
          onPick={({ asset, alt }) => {
            const picture = { type: "picture", attrs: { asset, alt: alt[locale] ?? "" } };
            const shown = { type: "paragraph", content: [picture] };
            insertBlock(editor, { type: "figure", content: [shown, { type: "figcaption" }] });
          }}
        />
      );
    case "alt":
      return (
        <WordsDialog
          title={say("picture.describe")}
          label={say("picture.alt")}
          hint={say("picture.altHint")}
          words={String(editor.getAttributes("picture").alt ?? "")}
          onSave={(alt) => void editor.commands.updateAttributes("picture", { alt })}
          onClose={close}
        />
      );
    case "language": {
      const isOn = editor.isActive("language");
      const { lang, dir } = editor.getAttributes("language");
      const chain = () => (isOn ? editor.chain().extendMarkRange("language") : editor.chain());
      return (
        <WordsDialog
          title={say("language.title")}
          label={say("language.label")}
          hint={say("language.hint")}
          words={String(lang ?? "")}
          onSave={(code) => {
            if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code)) {
              chain()
                .setMark("language", { lang: code, dir: dir ?? null })
                .run();
            }
          }}
          onRemove={isOn ? () => void chain().unsetMark("language").run() : undefined}
          onClose={close}
        />
      );
    }
    case "abbr": {
      const isOn = editor.isActive("abbr");
      return (
        <WordsDialog
          title={say("abbr.title")}
          label={say("abbr.label")}
          words={String(editor.getAttributes("abbr").title ?? "")}
          onSave={(title) =>
            void editor
              .chain()
              .extendMarkRange("abbr")
              .setMark("abbr", { title: title || null })
              .run()
          }
          onRemove={isOn ? () => void editor.chain().extendMarkRange("abbr").unsetMark("abbr").run() : undefined}
          onClose={close}
        />
      );
    }
  }
}
