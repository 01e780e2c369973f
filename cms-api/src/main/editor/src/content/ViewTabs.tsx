import { Bookmark, Ellipsis, PenLine, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { ActMenu } from "../kit/Menu";
import { tell } from "../kit/toasts";
import { ALL, type Filters, narrows, searchOf } from "./filters";
import { OFFERED, type useOwnViews, type View, viewOf } from "./views";
import { useSay } from "./words";

const ICON = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;

/** The lists that have a name, as tabs: those that everybody has, and one's own. */
export function ViewTabs({ filters, own }: { filters: Filters; own: ReturnType<typeof useOwnViews> }) {
  const say = useSay();
  const navigate = useNavigate();
  const [naming, setNaming] = useState<View | "new">();
  const all = [...OFFERED, ...own.views];
  const current = viewOf(all, filters);
  const isOwn = current !== undefined && own.views.includes(current);

  function remove(view: View) {
    own.remove(view.id);
    void navigate({ search: searchOf({ ...ALL, layout: filters.layout }).toString() });
    tell(say("view.removed", { name: view.name }), () => own.putBack(view));
  }

  return (
    <div className="content-views">
      <nav className="tabs" aria-label={say("view.label")}>
        {all.map((view) => (
          <Link
            key={view.id}
            className="tab"
            to={{ search: searchOf({ ...view.filters, layout: filters.layout }).toString() }}
            aria-current={view === current ? "page" : undefined}
          >
            {view.key ? say(view.key) : view.name}
          </Link>
        ))}
      </nav>
      {!current && narrows(filters) && (
        <Button look="quiet" icon={<Bookmark {...ICON} />} onPress={() => setNaming("new")}>
          {say("view.keep")}
        </Button>
      )}
      {isOwn && (
        <ActMenu
          label={say("view.more", { name: current.name })}
          icon={<Ellipsis {...ICON} />}
          iconOnly
          look="quiet"
          items={[
            {
              id: "rename",
              label: say("view.rename"),
              icon: <PenLine {...ICON} />,
              onAct: () => setNaming(current),
            },
            {
              id: "remove",
              label: say("view.remove"),
              icon: <Trash2 {...ICON} />,
              isDanger: true,
              onAct: () => remove(current),
            },
          ]}
        />
      )}
      {naming && (
        <NameView
          before={naming === "new" ? "" : (naming.name ?? "")}
          onName={(name) => (naming === "new" ? own.add(name, filters) : own.rename(naming.id, name))}
          onClose={() => setNaming(undefined)}
        />
      )}
    </div>
  );
}

function NameView({
  before,
  onName,
  onClose,
}: {
  before: string;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [name, setName] = useState(before);
  const [isWrong, setWrong] = useState(false);
  return (
    <Dialog title={say(before ? "view.rename" : "view.keep")} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") {
            setWrong(true);
            return;
          }
          onName(name.trim());
          onClose();
        }}
      >
        <TextInput
          label={say("view.name")}
          hint={say("view.hint")}
          error={isWrong && name.trim() === "" ? say("view.nameless") : undefined}
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <div className="actions end">
          <Button onPress={onClose}>{say("cancel")}</Button>
          <Button look="primary" type="submit">
            {say("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
