import type { Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useFieldName } from "./fieldNames";
import { Marked } from "./Marked";
import { Value } from "./Value";
import { useSay } from "./words";
import "./compare.css";

type Change = Schemas["ChangeView"];

/** What two texts say differently, place by place: before at the left, after at the right. */
export function Changes({ site, type, changes }: { site: Site; type: string; changes: readonly Change[] }) {
  const say = useSay();
  const fieldName = useFieldName(site, type);
  if (changes.length === 0) {
    return <p className="soft">{say("same")}</p>;
  }
  return (
    <div className="stack">
      {changes.map((change) => (
        <section className="compare-change" key={`${change.field} ${change.kind}`}>
          <h3>
            {fieldName(change.field)} <span className="soft small">{say(kindKey(change.kind))}</span>
          </h3>
          <div className="compare-sides">
            {change.kind !== "added" && (
              <div className="compare-side" data-side="before">
                <span className="compare-name">{say("before")}</span>
                <Side change={change} side="from" />
              </div>
            )}
            {change.kind !== "removed" && (
              <div className="compare-side" data-side="after">
                <span className="compare-name">{say("after")}</span>
                <Side change={change} side="to" />
              </div>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

function Side({ change, side }: { change: Change; side: "from" | "to" }) {
  if (change.marked) {
    return <Marked html={change.marked} without={side === "from" ? "ins" : "del"} />;
  }
  return <Value value={change[side]} />;
}

function kindKey(kind: string) {
  return kind === "added" || kind === "removed" || kind === "moved"
    ? (`kind.${kind}` as const)
    : ("kind.changed" as const);
}
