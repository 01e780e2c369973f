import type { Schemas } from "../api/client";
import { liveAddress, type Site } from "../app/site";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useSay as useKitSay } from "../kit/words";
import { inFull } from "../words/dates";
import { useSay } from "./words";

/** One message, as it was written. */
export function Letter({
  site,
  message,
  onRemove,
  onClose,
}: {
  site: Site;
  message: Schemas["ContributionView"];
  onRemove: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const kit = useKitSay();
  const page = liveAddress(site, message.path);
  return (
    <Dialog title={say("letter", { name: message.name || message.email || say("nobody") })} onClose={onClose}>
      <dl className="messages-facts">
        {message.email && (
          <div>
            <dt>{say("email")}</dt>
            <dd>
              <a href={`mailto:${message.email}`}>{message.email}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>{say("page")}</dt>
          <dd>
            {page ? (
              <a href={page} target="_blank" rel="noreferrer">
                {message.path}
              </a>
            ) : (
              message.path
            )}
          </dd>
        </div>
        <div>
          <dt>{say("when")}</dt>
          <dd>{inFull(message.receivedAt)}</dd>
        </div>
      </dl>
      <p className="messages-letter" lang={message.locale}>
        {message.text}
      </p>
      <div className="actions end">
        <Button look="danger" onPress={onRemove}>
          {say("remove")}
        </Button>
        <Button onPress={onClose}>{kit("close")}</Button>
      </div>
    </Dialog>
  );
}
