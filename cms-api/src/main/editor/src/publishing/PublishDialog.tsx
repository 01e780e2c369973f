import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Check } from "../kit/Field";
import { useLanguage } from "../words/language";
import type { PanelProps } from "../writing/door";
import { Impact, useImpact, Warnings } from "./Impact";
import { PutBack } from "./PutBackDialog";
import { ReceiptView } from "./ReceiptView";
import { visible } from "./standing";
import type { Standing } from "./useStanding";
import { useSay } from "./words";

type Props = PanelProps & { standing: Standing; onClose: () => void };

/** Publishes a translation, or several: says what will happen, does it, and shows the receipt. */
export function PublishDialog(props: Props) {
  const say = useSay();
  const [receipt, setReceipt] = useState<Schemas["ReceiptView"]>();
  return (
    <Dialog title={say(receipt ? "receipt.title" : "publish.title")} onClose={props.onClose}>
      {receipt ? (
        <ReceiptView site={props.site} receipt={receipt} onClose={props.onClose}>
          {receipt.changed > 0 && <PutBack {...props} revision={props.draft.revision} onReceipt={setReceipt} />}
        </ReceiptView>
      ) : (
        <Ask {...props} onReceipt={setReceipt} />
      )}
    </Dialog>
  );
}

function Ask({
  site,
  entry,
  locale,
  draft,
  standing,
  onClose,
  onReceipt,
}: Props & { onReceipt: (receipt: Schemas["ReceiptView"]) => void }) {
  const say = useSay();
  const language = useLanguage();
  const [locales, setLocales] = useState<readonly string[]>([locale]);
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const names = new Intl.DisplayNames([language], { type: "language" });
  const others = standing.translations.filter((one) => one.locale !== locale && visible(one) !== "this");
  const way = standing.workflow.data?.transitions?.find((one) => one.publishes);

  async function publish() {
    setBusy(true);
    setProblem(undefined);
    const items = locales.map((one) => ({
      entry,
      locale: one,
      revision: one === locale ? draft.revision : standing.translations.find((other) => other.locale === one)?.revision,
      ...(declined.includes(one) && { redirect: false }),
    }));
    try {
      onReceipt(
        await read(
          api.POST("/manage/v1/sites/{site}/publications", {
            params: {
              path: { site: site.id },
              header: { "If-Match": items.length === 1 ? `"${draft.revision}"` : "*" },
            },
            body: { items },
          }),
        ),
      );
      void standing.refresh();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <>
      {others.length > 0 && (
        <fieldset className="field publishing-locales">
          <legend>{say("publish.locales")}</legend>
          <Check checked disabled onChange={() => undefined}>
            {names.of(locale) ?? locale}
          </Check>
          {others.map((one) => (
            <Check
              key={one.locale}
              checked={locales.includes(one.locale)}
              onChange={(isOn) =>
                setLocales(isOn ? [...locales, one.locale] : locales.filter((other) => other !== one.locale))
              }
            >
              {names.of(one.locale) ?? one.locale} ({say(visible(one) === "older" ? "publish.newer" : "publish.unseen")}
              )
            </Check>
          ))}
        </fieldset>
      )}
      <h3>{say("publish.what")}</h3>
      {locales.map((one) => (
        <ImpactOf
          key={one}
          site={site}
          entry={entry}
          locale={one}
          locales={locales}
          revision={draft.revision}
          redirects={!declined.includes(one)}
          onRedirects={(wanted) => setDeclined(wanted ? declined.filter((other) => other !== one) : [...declined, one])}
        />
      ))}
      <Warnings findings={(way?.findings ?? []).filter((finding) => finding.severity === "warning")} />
      {!draft.isSaved && (
        <Notice>
          <p>{say("bar.saving")}</p>
        </Notice>
      )}
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions end">
        <Button onPress={onClose}>{say("cancel")}</Button>
        <Button look="primary" isDisabled={isBusy || !draft.isSaved} onPress={() => void publish()}>
          {say(isBusy ? "publish.doing" : "publish.do")}
        </Button>
      </div>
    </>
  );
}

function ImpactOf({
  site,
  entry,
  locale,
  locales,
  revision,
  redirects,
  onRedirects,
}: Pick<PanelProps, "site" | "entry" | "locale"> & {
  locales: readonly string[];
  revision: string;
  redirects: boolean;
  onRedirects: (wanted: boolean) => void;
}) {
  const impact = useImpact(site, entry, locale, "publish", revision);
  return <Impact site={site} impact={impact} locales={locales} redirects={redirects} onRedirects={onRedirects} />;
}
