import { useState } from "react";
import { api, read } from "../api/client";
import { useAct } from "../kit/act";
import { Choices, TextInput } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { Secret } from "../kit/Secret";
import { TOKENS } from "./Mine";
import { useSay } from "./words";

const DAYS = ["30", "90", "365", ""] as const;

export function IssueToken({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const doing = useAct(TOKENS);
  const [name, setName] = useState("");
  const [days, setDays] = useState<string>("90");
  const [secret, setSecret] = useState<string>();
  async function issue() {
    let told: string | null | undefined;
    const isIssued = await doing.perform(async () => {
      const token = await read(
        api.POST("/manage/v1/tokens", { body: { name: name.trim(), ...(days && { days: Number(days) }) } }),
      );
      told = token.secret;
    });
    if (isIssued && told) {
      setSecret(told);
    } else if (isIssued) {
      onClose();
    }
  }
  if (secret) {
    return <Secret title={say("secret", { name })} label={say("secret.label")} value={secret} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={say("issue")}
      act={say("issue.do")}
      doing={doing}
      canSubmit={name.trim() !== ""}
      onSubmit={() => void issue()}
      onClose={onClose}
    >
      <TextInput label={say("what")} hint={say("what.hint")} value={name} onChange={setName} autoComplete="off" />
      <Choices
        label={say("until")}
        value={days}
        onChange={setDays}
        choices={DAYS.map((count) => ({
          value: count,
          label: count ? say("until.days", { count: Number(count) }) : say("until.never"),
        }))}
      />
    </FormDialog>
  );
}
