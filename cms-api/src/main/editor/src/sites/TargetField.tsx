import { useState } from "react";
import type { Site } from "../app/site";
import { PickEntry } from "../content/door";
import { Button } from "../kit/Button";
import { Choices, TextInput } from "../kit/Field";
import { Target } from "./Target";
import { useSay } from "./words";

/** Where something leads to. */
export type Aim = { entry: string } | { href: string } | undefined;

type How = "entry" | "href" | "none";

/** Chooses where something leads: a page of the site that is searched, an address, or nowhere where that makes sense. */
export function TargetField({
  site,
  locale,
  aim,
  label,
  canBeNone = false,
  onChange,
}: {
  site: Site;
  locale: string;
  aim: Aim;
  label?: string;
  canBeNone?: boolean;
  onChange: (aim: Aim, title?: string) => void;
}) {
  const say = useSay();
  const [how, setHow] = useState<How>(
    aim === undefined ? (canBeNone ? "none" : "entry") : "href" in aim ? "href" : "entry",
  );
  const [isPicking, setPicking] = useState(false);
  const choices = (["entry", "href", "none"] as const).filter((one) => one !== "none" || canBeNone);
  return (
    <>
      <Choices
        label={label ?? say("aim")}
        value={how}
        onChange={(value) => {
          setHow(value as How);
          onChange(undefined);
        }}
        choices={choices.map((one) => ({ value: one, label: say(`aim.${one}`) }))}
      />
      {how === "entry" && (
        <div className="row">
          {aim && "entry" in aim && <Target site={site} entry={aim.entry} />}
          <Button onPress={() => setPicking(true)}>{say(aim && "entry" in aim ? "aim.other" : "aim.pick")}</Button>
        </div>
      )}
      {how === "href" && (
        <TextInput
          label={say("aim.address")}
          hint={say("aim.address.hint")}
          value={aim && "href" in aim ? aim.href : ""}
          onChange={(href) => onChange(href === "" ? undefined : { href })}
        />
      )}
      {isPicking && (
        <PickEntry
          site={site}
          locale={locale}
          onPick={({ id, title }) => {
            setPicking(false);
            onChange({ entry: id }, title);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}
