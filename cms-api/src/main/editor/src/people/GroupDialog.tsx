import { useState } from "react";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { idOf, localeName, partValue, useChanging, useParts } from "../sites/door";
import { useSay } from "./words";

/** A new group of a site, with the place of its pages. */
export function GroupDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const say = useSay();
  const changing = useChanging(site);
  const parts = useParts(site, "others");
  const [title, setTitle] = useState<Record<string, string>>({});
  const [slug, setSlug] = useState<string>();
  const first = site.locales[0] ?? "nl";
  const place = slug ?? idOf(title[first] ?? "");
  const isTaken =
    changing.collision !== undefined ||
    (parts.data !== undefined && partValue(parts.data, "group", place) !== undefined);
  async function found() {
    if (!parts.data) {
      return;
    }
    const isFounded = await changing.change(
      parts.data,
      [{ kind: "group", key: place, value: { slug: place, title: { ...title } } }],
      say("group.founded", { title: title[first] ?? place }),
    );
    if (isFounded) {
      onClose();
    }
  }
  return (
    <FormDialog
      title={say("group.found")}
      act={say("group.found.do")}
      doing={changing}
      canSubmit={
        parts.data !== undefined &&
        !isTaken &&
        place !== "" &&
        site.locales.every((locale) => (title[locale] ?? "").trim() !== "")
      }
      onSubmit={() => void found()}
      onClose={onClose}
    >
      {parts.isError && <Refusal problem={parts.error} onRetry={() => parts.refetch()} />}
      {site.locales.map((locale) => (
        <TextInput
          key={locale}
          label={say("group.name", { locale: localeName(locale) })}
          value={title[locale] ?? ""}
          onChange={(said) => setTitle({ ...title, [locale]: said })}
        />
      ))}
      <TextInput
        label={say("group.place")}
        hint={say("group.place.hint", { place: place || "…" })}
        error={isTaken ? say("group.taken", { place }) : undefined}
        value={place}
        onChange={(said) => {
          changing.settle();
          setSlug(said);
        }}
      />
    </FormDialog>
  );
}
