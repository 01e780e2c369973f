import { Undo2 } from "lucide-react";
import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import type { PanelProps } from "../writing/door";
import { ReceiptView } from "./ReceiptView";
import type { Standing } from "./useStanding";
import { useSay } from "./words";

type Receipt = Schemas["ReceiptView"];

/** Asks before visitors see again what the page said before, since it takes the draft along. */
export function PutBackDialog(props: PanelProps & { standing: Standing; onClose: () => void }) {
  const say = useSay();
  const [receipt, setReceipt] = useState<Receipt>();
  return (
    <Dialog title={say(receipt ? "receipt.title" : "putBack.title")} onClose={props.onClose}>
      {receipt ? (
        <ReceiptView site={props.site} receipt={receipt} onClose={props.onClose} />
      ) : (
        <>
          <p>{say("putBack.text")}</p>
          <div className="actions end">
            <Button onPress={props.onClose}>{say("cancel")}</Button>
            <PutBack
              {...props}
              look="primary"
              revision={props.standing.translation?.publishedRevision}
              onReceipt={setReceipt}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Visitors see again what the page said before it was last changed; the draft says the same then. */
export function PutBack({
  site,
  entry,
  locale,
  revision,
  look,
  standing,
  onDraftChanged,
  onReceipt,
}: PanelProps & {
  standing: Standing;
  revision: string | undefined;
  look?: "primary";
  onReceipt: (receipt: Receipt) => void;
}) {
  const say = useSay();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function putBack() {
    setBusy(true);
    setProblem(undefined);
    try {
      const receipt = await read(
        api.POST("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/put-backs", {
          params: {
            path: { site: site.id, entry, locale },
            header: { "If-Match": revision ? `"${revision}"` : "*" },
          },
        }),
      );
      onReceipt(receipt);
      onDraftChanged();
      void standing.refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {problem !== undefined && <Refusal problem={problem} />}
      <Button
        look={look}
        icon={<Undo2 size={18} strokeWidth={1.5} aria-hidden />}
        isDisabled={isBusy}
        onPress={() => void putBack()}
      >
        {say("putBack.do")}
      </Button>
    </>
  );
}
