import { useState } from "react";
import type { Site } from "../app/site";
import { Notice } from "../kit/Bits";
import { Choices, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { useChanging } from "./change";
import { members, type Part, type Parts, text } from "./parts";
import { type Aim, TargetField } from "./TargetField";
import { useSay } from "./words";

export function RedirectDialog({
  site,
  parts,
  part,
  onClose,
}: {
  site: Site;
  parts: Parts;
  part: Part | undefined;
  onClose: () => void;
}) {
  const say = useSay();
  const changing = useChanging(site);
  const [seen] = useState(parts);
  const value = members(part?.value);
  const [from, setFrom] = useState(part?.key ?? "/");
  const [aim, setAim] = useState<Aim>(
    value.status === 410
      ? undefined
      : text(value.entry)
        ? { entry: text(value.entry) }
        : text(value.to)
          ? { href: text(value.to) }
          : undefined,
  );
  const [status, setStatus] = useState(value.status === 302 ? "302" : "301");
  const key = pathOf(from);

  async function save() {
    const target = aim && "entry" in aim ? { entry: aim.entry } : { to: aim?.href };
    const isSaved = await changing.change(
      changing.collision?.now ?? seen,
      [
        ...(part && part.key !== key ? [{ kind: part.kind, key: part.key, value: null }] : []),
        { kind: "redirect" as const, key, value: { ...target, ...(status === "302" && { status: 302 }) } },
      ],
      say("redirects.saved", { path: key }),
    );
    if (isSaved) {
      onClose();
    }
  }

  return (
    <FormDialog
      title={say(part ? "redirects.edit.title" : "redirects.add")}
      act={say(changing.collision ? "collision.mine" : "save")}
      doing={changing}
      canSubmit={key.length > 1 && aim !== undefined}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {changing.collision && (
        <Notice tone="warning">
          <p>{say("redirects.collision", { path: key })}</p>
        </Notice>
      )}
      <TextInput
        label={say("redirects.from")}
        hint={say("redirects.from.hint")}
        value={from}
        onChange={setFrom}
        autoComplete="off"
      />
      <TargetField site={site} locale={site.locales[0] ?? "nl"} aim={aim} onChange={setAim} />
      <Choices
        label={say("redirects.how")}
        value={status}
        onChange={setStatus}
        choices={[
          { value: "301", label: say("redirects.how.301") },
          { value: "302", label: say("redirects.how.302") },
        ]}
      />
    </FormDialog>
  );
}

/** The path of what was typed or pasted, with or without the site's host before it. */
function pathOf(typed: string): string {
  const path = typed.trim().replace(/^https?:\/\/[^/]+/, "");
  return path.startsWith("/") ? path : `/${path}`;
}
