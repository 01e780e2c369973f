import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read, readTagged } from "../api/client";
import { Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Choices, TextInput } from "../kit/Field";
import { tell } from "../kit/toasts";
import type { PanelProps } from "../writing/door";
import type { Visible } from "./standing";
import { useSay } from "./words";

const NEW = "new";

/** Puts a translation into a release: one that is planned, or a new one. */
export function ReleaseDialog({
  site,
  entry,
  locale,
  seen,
  onClose,
}: PanelProps & { seen: Visible; onClose: () => void }) {
  const say = useSay();
  const releases = useQuery({
    queryKey: ["releases", site.id, "planned"],
    queryFn: async () => {
      const list = await read(
        api.GET("/manage/v1/sites/{site}/releases", { params: { path: { site: site.id }, query: { pageSize: 100 } } }),
      );
      return list.items.filter((one) => one.state === "planned");
    },
  });
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState("");
  const [act, setAct] = useState<"publish" | "unpublish">("publish");
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const which = chosen ?? releases.data?.[0]?.id ?? NEW;

  async function add() {
    if (which === NEW && name.trim() === "") {
      setWrong(true);
      return;
    }
    setProblem(undefined);
    const item = { entry, locale, act };
    try {
      if (which === NEW) {
        await api.POST("/manage/v1/sites/{site}/releases", {
          params: { path: { site: site.id } },
          body: { name: name.trim(), items: [item] },
        });
      } else {
        const at = { site: site.id, release: which };
        const { data, tag } = await readTagged(
          api.GET("/manage/v1/sites/{site}/releases/{release}", { params: { path: at } }),
        );
        const others = (data.items ?? []).filter((one) => one.entry !== entry || one.locale !== locale);
        await api.PUT("/manage/v1/sites/{site}/releases/{release}", {
          params: { path: at, header: { "If-Match": tag } },
          body: { name: data.name, items: [...others, item] },
        });
      }
    } catch (error) {
      setProblem(error);
      return;
    }
    tell(say("release.added", { name: releases.data?.find((one) => one.id === which)?.name ?? name.trim() }));
    onClose();
  }

  return (
    <Dialog title={say("release.title")} onClose={onClose}>
      {releases.isPending && <Shapes rows={2} />}
      {releases.isError && <Refusal problem={releases.error} onRetry={() => releases.refetch()} />}
      {releases.data && (
        <Choices
          label={say("release.which")}
          value={which}
          onChange={setChosen}
          choices={[
            ...releases.data.map((one) => ({ value: one.id, label: one.name })),
            { value: NEW, label: say("release.new") },
          ]}
        />
      )}
      {which === NEW && (
        <TextInput
          label={say("release.name")}
          hint={say("release.nameHint")}
          error={isWrong && name.trim() === "" ? say("release.nameless") : undefined}
          value={name}
          onChange={setName}
        />
      )}
      {seen !== "nothing" && (
        <Choices
          label={say("release.act")}
          value={act}
          onChange={(value) => setAct(value as typeof act)}
          choices={[
            { value: "publish", label: say("release.publish") },
            { value: "unpublish", label: say("release.unpublish") },
          ]}
        />
      )}
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={!releases.data} onPress={() => void add()}>
          {say("release.add")}
        </Button>
      </div>
    </Dialog>
  );
}
