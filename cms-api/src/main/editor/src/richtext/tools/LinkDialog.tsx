import type { Editor } from "@tiptap/core";
import { useState } from "react";
import type { Site } from "../../app/site";
import { PickEntry } from "../../content/door";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Choices, TextInput } from "../../kit/Field";
import { PickFile } from "../../media/door";
import { isAddress } from "../address";
import { useSay } from "../words";

interface Target {
  href: string | null;
  entry: string | null;
  asset: string | null;
  title: string | null;
}

type Way = "page" | "file" | "address";

/** Where a link leads: to a page of the site, to a file, or to an address. */
export function LinkDialog({
  editor,
  site,
  locale,
  onClose,
}: {
  editor: Editor;
  site: Site;
  locale: string;
  onClose: () => void;
}) {
  const say = useSay();
  const [before] = useState(() => linkAt(editor));
  const [way, setWay] = useState<Way>(
    before.link?.asset ? "file" : before.link?.href && !before.link.entry ? "address" : "page",
  );
  const [to, setTo] = useState<Target>(before.link ?? { href: null, entry: null, asset: null, title: null });
  const [name, setName] = useState("");
  const [text, setText] = useState(before.text);
  const [isPicking, setPicking] = useState(false);
  const [isTried, setTried] = useState(false);
  const href = to.href ?? "";
  const isGood = way === "address" ? isAddress(href) : way === "page" ? to.entry : to.asset;

  function place() {
    setTried(true);
    if (!isGood) {
      return;
    }
    const part = href.startsWith("#") ? href : href && `#${href}`;
    const attributes: Record<Way, Partial<Target>> = {
      address: { href: href.trim() },
      page: { entry: to.entry, href: part || null },
      file: { asset: to.asset },
    };
    const none = { href: null, entry: null, asset: null };
    const mark = { type: "link", attrs: { ...none, title: to.title, ...attributes[way] } };
    const words = text.trim() || name || href;
    const chain = editor.chain().focus().setTextSelection({ from: before.from, to: before.to });
    if (words === before.text && before.to > before.from) {
      chain.setMark("link", mark.attrs).run();
    } else {
      chain.insertContent({ type: "text", text: words, marks: [mark] }).run();
    }
    onClose();
  }

  const picked = name || (way === "page" ? to.entry : to.asset);
  return (
    <Dialog title={say("link.title")} onClose={onClose}>
      <Choices
        label={say("link.to")}
        value={way}
        onChange={(next) => {
          setWay(next as Way);
          setTo({ href: null, entry: null, asset: null, title: to.title });
          setName("");
        }}
        choices={(["page", "file", "address"] as const).map((one) => ({ value: one, label: say(`link.${one}`) }))}
      />
      {way === "address" ? (
        <TextInput
          label={say("link.addressLabel")}
          hint={say("link.addressHint")}
          error={isTried && !isGood ? say("link.bad") : undefined}
          autoFocus
          value={href}
          onChange={(value) => setTo({ ...to, href: value })}
        />
      ) : (
        <div className="row">
          {picked && <span>{say(way === "page" ? "link.pageChosen" : "link.fileChosen", { name: picked })}</span>}
          <Button onPress={() => setPicking(true)}>{say(way === "page" ? "link.pick" : "link.pickFile")}</Button>
        </div>
      )}
      {way === "page" && to.entry && (
        <TextInput
          label={say("link.part")}
          hint={say("link.partHint")}
          value={href.replace(/^#/, "")}
          onChange={(value) => setTo({ ...to, href: value ? `#${value}` : null })}
        />
      )}
      <TextInput label={say("link.text")} hint={say("link.textHint")} value={text} onChange={setText} />
      <div className="actions end">
        {before.link && (
          <Button
            look="danger"
            onPress={() => {
              const range = { from: before.from, to: before.to };
              editor.chain().focus().setTextSelection(range).unsetMark("link").run();
              onClose();
            }}
          >
            {say("link.remove")}
          </Button>
        )}
        <Button look="primary" isDisabled={way !== "address" && !isGood} onPress={place}>
          {say("link.save")}
        </Button>
      </div>
      {isPicking && way === "page" && (
        <PickEntry
          site={site}
          locale={locale}
          onClose={() => setPicking(false)}
          onPick={({ id, title }) => {
            setTo({ ...to, entry: id, href: null });
            setName(title);
          }}
        />
      )}
      {isPicking && way === "file" && (
        <PickFile
          site={site}
          kind="any"
          onClose={() => setPicking(false)}
          onPick={(file) => {
            setTo({ ...to, asset: file.asset });
            setName(file.name);
          }}
        />
      )}
    </Dialog>
  );
}

/** The link that the cursor is in, with all of its words; else what is selected. */
function linkAt(editor: Editor): { from: number; to: number; text: string; link?: Target } {
  if (editor.isActive("link")) {
    editor.commands.extendMarkRange("link");
  }
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, " ");
  return editor.isActive("link")
    ? { from, to, text, link: editor.getAttributes("link") as Target }
    : { from, to, text };
}
