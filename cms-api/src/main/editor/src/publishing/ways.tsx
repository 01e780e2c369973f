import type { Schemas } from "../api/client";
import { inLanguage, useLanguage } from "../words/language";
import { useSay } from "./words";

/** Findings of gates, each with a way to the field that it is about. */
export function Findings({
  findings,
  onField,
}: {
  findings: ReadonlyArray<Schemas["CheckFinding"]>;
  onField?: (pointer: string) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="publishing-findings">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.pointer}`}>
          {inLanguage(finding.message, language)}
          {onField && finding.pointer && (
            <button type="button" className="publishing-link" onClick={() => onField(finding.pointer)}>
              {say("findings.field")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
