import { useState } from "react";
import { api } from "../api/client";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextArea } from "../kit/Field";
import { tell } from "../kit/toasts";
import { inLanguage, useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { leadsBack, type Way } from "./standing";
import type { Standing } from "./useStanding";
import { Findings } from "./ways";
import { useSay } from "./words";

/** A step of the workflow, with words for those who go on from there. Whoever returns a text says what is to be better. */
export function TransitionDialog({
  site,
  entry,
  locale,
  draft,
  focusField,
  way,
  standing,
  onClose,
}: PanelProps & { way: Way; standing: Standing; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const [words, setWords] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isBack = leadsBack(way, standing.workflow.data?.state ?? "", standing.states);
  const name = inLanguage(way.name, language);
  const findings = way.findings ?? [];

  async function go() {
    if (isBack && words.trim() === "") {
      setWrong(true);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await api.POST("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/transitions", {
        params: { path: { site: site.id, entry, locale }, header: { "If-Match": `"${draft.revision}"` } },
        body: { transition: way.transition, words: words.trim() || undefined },
      });
    } catch (error) {
      setProblem(error);
      setBusy(false);
      return;
    }
    tell(say("step.done", { name }));
    onClose();
  }

  return (
    <Dialog title={name} onClose={onClose}>
      {findings.length > 0 && (
        <Notice tone="warning">
          <p>{say("step.warnings")}</p>
          <Findings
            findings={findings}
            onField={(pointer) => {
              onClose();
              focusField(pointer);
            }}
          />
        </Notice>
      )}
      <TextArea
        label={say(isBack ? "step.whatToMend" : "step.words")}
        hint={isBack ? undefined : say("step.hint")}
        error={isWrong && words.trim() === "" ? say("step.wordless") : undefined}
        value={words}
        maxLength={2000}
        onChange={setWords}
      />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={isBusy || !draft.isSaved} onPress={() => void go()}>
          {name}
        </Button>
      </div>
    </Dialog>
  );
}
