import { useId, useState } from "react";
import type { Site } from "../app/site";
import { useTypes } from "../content/door";
import { Choices, TextInput } from "../kit/Field";
import { KeyTable } from "./KeyTable";
import type { MappedKind } from "./mappings";
import { useSay } from "./words";

/** What becomes of one kind of file: its content type, where its pages live, and what goes into which field. */
export function KindForm({
  site,
  name,
  kind,
  onChange,
}: {
  site: Site;
  name: string;
  kind: MappedKind;
  onChange: (kind: MappedKind) => void;
}) {
  const say = useSay();
  const types = useTypes(site);
  const list = useId();
  const [asSource, setAsSource] = useState(!kind.pathPattern);
  const known = types.data?.items.filter((type) => type.kind !== "block") ?? [];
  const isKnown = known.some((type) => type.key === kind.type);
  return (
    <details className="imports-kind">
      <summary>
        <h3>{say("kind", { name: nameOf(name, say), type: kind.type })}</h3>
        <span className="soft small">{say("kind.files", { count: kind.files ?? 0 })}</span>
      </summary>
      <div className="form">
        {(kind.samples?.length ?? 0) > 0 && (
          <p className="soft small">{say("kind.samples", { samples: kind.samples?.join(", ") })}</p>
        )}
        <TextInput
          label={say("kind.type")}
          hint={types.isSuccess && say(isKnown ? "kind.type.known" : "kind.type.new")}
          value={kind.type}
          list={list}
          onChange={(type) => onChange({ ...kind, type })}
        />
        <datalist id={list}>
          {known.map((type) => (
            <option key={type.key} value={type.key} />
          ))}
        </datalist>
        <Choices
          label={say("kind.path")}
          value={asSource ? "source" : "pattern"}
          onChange={(value) => {
            setAsSource(value === "source");
            onChange({
              ...kind,
              pathPattern: value === "source" ? null : (kind.pathPattern ?? `/${kind.type}/{slug}`),
            });
          }}
          choices={[
            { value: "source", label: say("kind.path.source") },
            { value: "pattern", label: say("kind.path.pattern") },
          ]}
        />
        {!asSource && (
          <TextInput
            label={say("kind.pattern")}
            hint={say("kind.pattern.hint")}
            value={kind.pathPattern ?? ""}
            onChange={(pathPattern) => onChange({ ...kind, pathPattern })}
          />
        )}
        <TextInput
          label={say("kind.body")}
          hint={say("kind.body.hint")}
          value={kind.body ?? "body"}
          onChange={(body) => onChange({ ...kind, body })}
        />
      </div>
      <KeyTable kind={kind} onChange={(fields) => onChange({ ...kind, fields })} />
    </details>
  );
}

/** Kinds are named after the first folder of their files; some have names of their own. */
function nameOf(name: string, say: ReturnType<typeof useSay>): string {
  switch (name) {
    case "(top)":
      return say("kind.top");
    case "(section)":
      return say("kind.section");
    case "wordpress-post":
      return say("kind.posts");
    case "wordpress-page":
      return say("kind.pages");
    default:
      return name;
  }
}
