import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Choices } from "../kit/Field";
import type { PanelProps } from "../writing/door";
import { Impact, useImpact } from "./Impact";
import { ReceiptView } from "./ReceiptView";
import type { Standing } from "./useStanding";
import { useSay } from "./words";

/** Takes a page away from visitors: because its time is over, or because it should not have been there. */
export function UnpublishDialog({
  site,
  entry,
  locale,
  standing,
  onClose,
}: PanelProps & { standing: Standing; onClose: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState<"superseded" | "withdrawn">("superseded");
  const [receipt, setReceipt] = useState<Schemas["ReceiptView"]>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const published = standing.translation?.publishedRevision;
  const impact = useImpact(site, entry, locale, reason === "withdrawn" ? "withdraw" : "unpublish", published ?? "");

  async function withdraw() {
    setBusy(true);
    setProblem(undefined);
    try {
      setReceipt(
        await read(
          api.POST("/manage/v1/sites/{site}/withdrawals", {
            params: { path: { site: site.id }, header: { "If-Match": published ? `"${published}"` : "*" } },
            body: { items: [{ entry, locale }], reason },
          }),
        ),
      );
      void standing.refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  if (receipt) {
    return (
      <Dialog title={say("receipt.title")} onClose={onClose}>
        <ReceiptView site={site} receipt={receipt} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={say("unpublish.title")} onClose={onClose}>
      <Choices
        label={say("unpublish.why")}
        value={reason}
        onChange={(value) => setReason(value as typeof reason)}
        choices={[
          { value: "superseded", label: say("unpublish.superseded") },
          { value: "withdrawn", label: say("unpublish.withdrawn") },
        ]}
      />
      <h3>{say("publish.what")}</h3>
      <Impact site={site} impact={impact} locales={[locale]} />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="danger" isDisabled={isBusy} onPress={() => void withdraw()}>
          {say("unpublish.do")}
        </Button>
      </div>
    </Dialog>
  );
}
