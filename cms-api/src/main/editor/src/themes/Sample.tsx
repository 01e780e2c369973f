import type { CSSProperties } from "react";
import { type Declared, type Owns, resolved } from "./tokens";
import { useSay } from "./words";

/** A little of a page in the colours that are being chosen, before anything of them is saved. */
export function Sample({
  declared,
  owns,
  isDark,
  name,
}: {
  declared: Declared[];
  owns: Owns;
  isDark: boolean;
  name: string;
}) {
  const say = useSay();
  const variables = Object.fromEntries(
    declared.map((token) => [`--t-${token.name.replaceAll(".", "-")}`, resolved(token.name, isDark, declared, owns)]),
  );
  return (
    <figure className="themes-sample" style={variables as CSSProperties}>
      <figcaption className="hidden">{say("sample")}</figcaption>
      <div className="themes-sample-head">{name}</div>
      <div className="themes-sample-body">
        <p className="themes-sample-title">{say("sample.title")}</p>
        <p className="themes-sample-lead">{say("sample.lead")}</p>
        <p>
          {say("sample.text")} <span className="themes-sample-link">{say("sample.link")}</span>
        </p>
        <span className="themes-sample-button">{say("sample.button")}</span>
        <p className="themes-sample-card">{say("sample.card")}</p>
        <p className="themes-sample-field">{say("sample.field")}</p>
        <p className="themes-sample-note warning">{say("sample.warning")}</p>
        <p className="themes-sample-note danger">{say("sample.danger")}</p>
      </div>
    </figure>
  );
}
