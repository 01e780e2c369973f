import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useSay } from "./words";

/** Asks before a release goes live: all of it or nothing. What it will do stands in the review behind this. */
export function PublishRelease({
  path,
  tag,
  count,
  onReceipt,
  onClose,
}: {
  path: { site: string; release: string };
  tag: string;
  count: number;
  onReceipt: (receipt: Schemas["ReceiptView"]) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function publish() {
    setBusy(true);
    setProblem(undefined);
    try {
      onReceipt(
        await read(
          api.POST("/manage/v1/sites/{site}/releases/{release}/publications", {
            params: { path, header: { "If-Match": tag } },
          }),
        ),
      );
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <Dialog title={say("release.publishAll")} onClose={onClose}>
      <p>{say("release.publishText", { count })}</p>
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={isBusy} onPress={() => void publish()}>
          {say(isBusy ? "publish.doing" : "publish.do")}
        </Button>
      </div>
    </Dialog>
  );
}
