import { Marked } from "./Marked";
import { useSay } from "./words";

const HTML = /^\s*<[a-z][^>]*>/i;

/** Any value of a field, readable: texts as texts, lists as lists, all else by its parts. */
export function Value({ value }: { value: unknown }) {
  const say = useSay();
  if (value === undefined || value === null || value === "") {
    return <p className="soft">{say("empty")}</p>;
  }
  if (typeof value === "string") {
    return HTML.test(value) ? <Marked html={value} /> : <p className="compare-plain">{value}</p>;
  }
  if (typeof value === "boolean") {
    return <p>{say(value ? "yes" : "no")}</p>;
  }
  if (typeof value === "number") {
    return <p>{value}</p>;
  }
  if (Array.isArray(value)) {
    return (
      <ol className="compare-list">
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown, never changed
          <li key={index}>
            <Value value={one} />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <dl className="compare-parts">
      {Object.entries(value as Record<string, unknown>)
        .filter(([key, part]) => key !== "id" && part !== undefined)
        .map(([key, part]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>
              <Value value={part} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
