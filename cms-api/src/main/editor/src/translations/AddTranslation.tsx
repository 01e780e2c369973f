import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../api/client";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Choices } from "../kit/Field";
import { useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { useSay } from "./words";

/** A further locale of an entry, begun with this text to be translated over, or with nothing. */
export function AddTranslation({
  site,
  entry,
  locale,
  draft,
  to,
  onClose,
}: PanelProps & { to: string; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [start, setStart] = useState<"copy" | "empty">("copy");
  const [problem, setProblem] = useState<unknown>();
  const names = new Intl.DisplayNames([language], { type: "language" });

  async function add() {
    setProblem(undefined);
    try {
      await api.POST("/manage/v1/sites/{site}/entries/{entry}/translations", {
        params: { path: { site: site.id, entry } },
        body: { locale: to, fields: start === "copy" ? draft.fields : {}, ifTaken: "add-number" },
      });
    } catch (error) {
      setProblem(error);
      return;
    }
    await client.invalidateQueries({ queryKey: ["entry"] });
    onClose();
    void navigate(`/sites/${site.id}/entries/${entry}/${to}`);
  }

  return (
    <Dialog title={say("add.title", { locale: names.of(to) })} onClose={onClose}>
      <Choices
        label={say("add.start")}
        value={start}
        onChange={(value) => setStart(value as typeof start)}
        choices={[
          { value: "copy", label: say("add.copy", { locale: names.of(locale) }) },
          { value: "empty", label: say("add.empty") },
        ]}
      />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={!draft.isSaved} onPress={() => void add()}>
          {say("add.do")}
        </Button>
      </div>
    </Dialog>
  );
}
