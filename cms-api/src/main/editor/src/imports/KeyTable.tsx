import { Table } from "../kit/Table";
import type { MappedKey, MappedKind } from "./mappings";
import { useSay } from "./words";

type Fields = NonNullable<MappedKind["fields"]>;
type Kind = NonNullable<MappedKey["kind"]>;

/** What any key may become; authors, tags and pictures stay what they are. */
const KINDS: Kind[] = ["text", "longText", "richText", "number", "boolean", "date", "dateTime", "json"];
const OWN: Kind[] = ["references", "tags", "asset"];

/** Which key of the front matter goes into which field, as what. */
export function KeyTable({ kind, onChange }: { kind: MappedKind; onChange: (fields: Fields) => void }) {
  const say = useSay();
  const fields = Object.entries(kind.fields ?? {});
  if (fields.length === 0) {
    return <p className="soft">{say("keys.none")}</p>;
  }
  const want = (key: string, change: Partial<MappedKey>) => {
    const before = kind.fields?.[key];
    if (before) {
      onChange({ ...kind.fields, [key]: { ...before, ...change } });
    }
  };
  return (
    <Table
      label={say("keys")}
      columns={[
        { key: "key", label: say("keys.key") },
        { key: "sample", label: say("keys.sample") },
        { key: "taken", label: say("keys.taken") },
        { key: "field", label: say("keys.field") },
        { key: "kind", label: say("keys.kind") },
      ]}
    >
      {fields.map(([key, mapped]) => {
        const isTaken = mapped.field !== null && mapped.field !== undefined;
        const kinds = mapped.kind && OWN.includes(mapped.kind) ? [mapped.kind] : KINDS;
        return (
          <tr key={key}>
            <th scope="row">
              {key} <span className="soft small">{say("kind.files", { count: mapped.files ?? 0 })}</span>
            </th>
            <td className="imports-sample soft">{mapped.sample}</td>
            <td>
              <input
                type="checkbox"
                className="imports-check"
                aria-label={say("keys.take", { key })}
                checked={isTaken}
                onChange={(event) => want(key, { field: event.target.checked ? fieldFrom(key) : null })}
              />
            </td>
            <td>
              {isTaken && (
                <input
                  className="input"
                  aria-label={say("keys.field.of", { key })}
                  value={mapped.field ?? ""}
                  onChange={(event) => want(key, { field: event.target.value })}
                />
              )}
            </td>
            <td>
              {isTaken && (
                <select
                  className="input"
                  aria-label={say("keys.kind.of", { key })}
                  value={mapped.kind ?? "text"}
                  disabled={kinds.length === 1}
                  onChange={(event) => want(key, { kind: event.target.value as Kind })}
                >
                  {kinds.map((one) => (
                    <option key={one} value={one}>
                      {say(`field.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** The key as a field may be called: `image_caption` becomes `imageCaption`. */
function fieldFrom(key: string): string {
  const name = key.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "");
  return name.charAt(0).toLowerCase() + name.slice(1);
}
