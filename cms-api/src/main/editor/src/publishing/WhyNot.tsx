import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { inLanguage, useLanguage } from "../words/language";
import type { Way } from "./standing";
import { Findings } from "./ways";
import { useSay } from "./words";

/** Why one can't bring a draft further, and who can. */
export function WhyNot({
  ways,
  focusField,
  onClose,
}: {
  ways: readonly Way[];
  focusField: (pointer: string) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Dialog title={say("why.title")} onClose={onClose}>
      {ways.map((way) => (
        <section className="stack tight" key={way.transition}>
          <h3>{inLanguage(way.name, language)}</h3>
          <Findings
            findings={way.findings ?? []}
            onField={(pointer) => {
              onClose();
              focusField(pointer);
            }}
          />
          <p className="soft">
            {(way.people ?? []).length > 0
              ? say("why.people", {
                  people: new Intl.ListFormat(language, { type: "disjunction" }).format(
                    (way.people ?? []).map((person) => person.name),
                  ),
                })
              : say("why.nobody")}
          </p>
        </section>
      ))}
      <div className="actions end">
        <Button onPress={onClose}>{say("close")}</Button>
      </div>
    </Dialog>
  );
}
