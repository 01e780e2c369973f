import type { Editor } from "@tiptap/core";
import { redo, redoDepth, undo, undoDepth } from "@tiptap/pm/history";
import { useEditorState } from "@tiptap/react";
import { ImagePlus, MoreHorizontal, Plus, Redo2, Table, Undo2 } from "lucide-react";
import { Button as AriaButton, ToggleButton, Toolbar } from "react-aria-components";
import { ActMenu } from "../../kit/Menu";
import { useSay } from "../words";
import { type Act, type Asking, bold, headings, inserts, italic, link, lists, marks, paragraph } from "./acts";
import { doInTable, tableActs } from "./tables";

const size = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;
const shown = [bold, italic, link, ...lists];
const kinds = ["info", "tip", "success", "warning", "danger"] as const;

interface Now {
  on: string[];
  off: string[];
  isTable: boolean;
  isPicture: boolean;
  callout: string | undefined;
  canUndo: boolean;
  canRedo: boolean;
}

const NOTHING: Now = {
  on: [],
  off: [],
  isTable: false,
  isPicture: false,
  callout: undefined,
  canUndo: false,
  canRedo: false,
};

/** What can be done with the text; arrows go from one to the next. */
export function ToolBar({ editor, name, onAsk }: { editor: Editor; name: string; onAsk: (asking: Asking) => void }) {
  const say = useSay();
  const now: Now = useEditorState({
    editor,
    selector: ({ editor: one }) =>
      one.isDestroyed
        ? NOTHING
        : {
            on: [...shown, ...headings, ...marks].filter((act) => act.isOn?.(one)).map((act) => act.key),
            off: [...shown, ...marks, ...inserts].filter((act) => act.isOffered?.(one) === false).map((act) => act.key),
            isTable: one.isActive("table"),
            isPicture: one.isActive("picture"),
            callout: one.isActive("callout") ? String(one.getAttributes("callout").kind) : undefined,
            canUndo: undoDepth(one.state) > 0,
            canRedo: redoDepth(one.state) > 0,
          },
  });
  const act = (one: Act) => (one.asks ? onAsk(one.asks) : one.run?.(editor));
  const item = (one: Act) => ({
    id: one.key,
    label: say(one.key),
    icon: <one.Icon {...size} />,
    isDisabled: now.off.includes(one.key),
    onAct: () => act(one),
  });
  const style = headings.find((one) => now.on.includes(one.key)) ?? paragraph;

  return (
    <Toolbar className="richtext-tools" aria-label={say("toolbar", { name })}>
      <span className="richtext-style">
        <ActMenu look="quiet" label={say(style.key)} items={[paragraph, ...headings].map(item)} />
      </span>
      {shown.map((one) => (
        <ToggleButton
          key={one.key}
          className="richtext-tool"
          aria-label={say(one.key)}
          isSelected={now.on.includes(one.key)}
          isDisabled={now.off.includes(one.key)}
          onChange={() => act(one)}
        >
          <one.Icon {...size} />
        </ToggleButton>
      ))}
      <ActMenu
        look="quiet"
        iconOnly
        label={say("menu.more")}
        icon={<MoreHorizontal {...size} />}
        items={marks.map(item)}
      />
      <ActMenu look="quiet" label={say("menu.insert")} icon={<Plus {...size} />} items={inserts.map(item)} />
      {now.isTable && (
        <ActMenu
          look="quiet"
          label={say("table.menu")}
          icon={<Table {...size} />}
          items={tableActs.map((one) => ({ id: one.key, label: say(one.key), onAct: () => doInTable(editor, one) }))}
        />
      )}
      {now.callout && (
        <ActMenu
          look="quiet"
          label={say("callout.kind")}
          items={kinds.map((kind) => ({
            id: kind,
            label: say(`callout.${kind}`),
            onAct: () => void editor.chain().focus().updateAttributes("callout", { kind }).run(),
          }))}
        />
      )}
      {now.isPicture && (
        <AriaButton className="richtext-tool" aria-label={say("picture.describe")} onPress={() => onAsk("alt")}>
          <ImagePlus {...size} />
        </AriaButton>
      )}
      <span className="richtext-fill" />
      <AriaButton
        className="richtext-tool"
        aria-label={say("undo")}
        isDisabled={!now.canUndo}
        onPress={() => undo(editor.state, editor.view.dispatch)}
      >
        <Undo2 {...size} />
      </AriaButton>
      <AriaButton
        className="richtext-tool"
        aria-label={say("redo")}
        isDisabled={!now.canRedo}
        onPress={() => redo(editor.state, editor.view.dispatch)}
      >
        <Redo2 {...size} />
      </AriaButton>
    </Toolbar>
  );
}
