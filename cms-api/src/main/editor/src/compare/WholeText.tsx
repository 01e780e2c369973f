import type { Site } from "../app/site";
import { useTypes } from "../content/door";
import { inLanguage, useLanguage } from "../words/language";
import { Value } from "./Value";
import "./compare.css";

/** All that a text says, field by field in the order of its type, to be read beside another one. */
export function WholeText({ site, type, fields }: { site: Site; type: string; fields: Record<string, unknown> }) {
  const language = useLanguage();
  const types = useTypes(site);
  const definition = types.data?.items.find((one) => one.key === type);
  const known = (definition?.fields ?? []).map((field) => ({
    key: field.key,
    name: inLanguage(field.name, language, field.key),
  }));
  const others = Object.keys(fields)
    .filter((key) => !known.some((field) => field.key === key))
    .map((key) => ({ key, name: key }));
  return (
    <div className="stack">
      {[...known, ...others]
        .filter((field) => fields[field.key] !== undefined && fields[field.key] !== "")
        .map((field) => (
          <section key={field.key}>
            <h3 className="compare-field">{field.name}</h3>
            <Value value={fields[field.key]} />
          </section>
        ))}
    </div>
  );
}
