import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import { useAct } from "../kit/act";
import { Notice } from "../kit/Bits";
import { TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { CopyButton } from "../kit/Secret";
import { inFull } from "../words/dates";
import { useSay } from "./words";

/** Walks the whole chain, and past an event that was written down earlier. */
export function Verify({ agency, onClose }: { agency: string; onClose: () => void }) {
  const say = useSay();
  const doing = useAct();
  const [noted, setNoted] = useState("");
  const [verdict, setVerdict] = useState<Schemas["AuditVerdict"]>();
  const [number, seal] = noted.trim().split(/\s+/);
  const isWhole = noted.trim() === "" || (/^\d+$/.test(number ?? "") && /^[0-9a-f]{64}$/.test(seal ?? ""));
  const verify = () =>
    doing.perform(async () => {
      setVerdict(
        await read(
          api.GET("/manage/v1/agencies/{agency}/audit-verification", {
            params: { path: { agency }, query: seal ? { number: Number(number), seal } : {} },
          }),
        ),
      );
    });
  return (
    <FormDialog
      title={say("verify")}
      act={say(verdict ? "verify.again" : "verify.do")}
      doing={doing}
      canSubmit={isWhole}
      onSubmit={() => void verify()}
      onClose={onClose}
    >
      <p>{say("verify.text")}</p>
      <TextInput
        label={say("verify.noted")}
        hint={say("verify.noted.hint")}
        error={isWhole ? undefined : say("verify.noted.wrong")}
        value={noted}
        onChange={setNoted}
        autoComplete="off"
      />
      <div aria-live="polite" className="stack">
        {verdict && <Told verdict={verdict} />}
      </div>
    </FormDialog>
  );
}

function Told({ verdict }: { verdict: Schemas["AuditVerdict"] }) {
  const say = useSay();
  return (
    <>
      <Notice tone={verdict.sound ? "good" : "danger"}>
        <p>{say(verdict.sound ? "sound" : "broken", { count: verdict.events })}</p>
        {verdict.breaks.length > 0 && (
          <ul>
            {verdict.breaks.map((found) => (
              <li key={`${found.what} ${found.from}`}>
                {say(`break.${found.what}`, { from: found.from, to: found.to })}{" "}
                {found.before && say("break.before", { at: inFull(found.before) })}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      {verdict.noted !== undefined && verdict.noted !== null && (
        <Notice tone={verdict.noted ? "good" : "danger"}>
          <p>{say(verdict.noted ? "noted.there" : "noted.gone")}</p>
        </Notice>
      )}
      {verdict.seal && (
        <div className="stack tight">
          <p>{say("note")}</p>
          <code className="audit-seal">{`${verdict.events} ${verdict.seal}`}</code>
          <div>
            <CopyButton value={`${verdict.events} ${verdict.seal}`} />
          </div>
        </div>
      )}
    </>
  );
}
