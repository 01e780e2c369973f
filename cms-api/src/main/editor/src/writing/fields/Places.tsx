import { useState } from "react";
import { PickEntry } from "../../content/door";
import { Button } from "../../kit/Button";
import { TextInput } from "../../kit/Field";
import { useDesk, useFault } from "../desk";
import type { Fields } from "../door";
import { useSay } from "../words";
import { titleIn, useEntry } from "./entries";
import type { FieldProps } from "./FieldView";
import { FieldGroup, useName } from "./label";

function asObject(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** Of an object all of whose members were emptied, nothing stays. */
function filled(fields: Fields): Fields | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A link to an entry of the site, or to an address elsewhere. */
export function LinkField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const { site, locale } = useDesk();
  const name = useName(definition);
  const [isPicking, setPicking] = useState(false);
  const link = asObject(value) as { href?: string; entry?: string; label?: string };
  const entry = useEntry(site, link.entry);
  const faults = { href: useFault(`${path}/href`), label: useFault(`${path}/label`) };
  return (
    <FieldGroup definition={definition} path={path}>
      {link.entry ? (
        <p className="row">
          <span>
            {entry.isError ? say("pick.gone") : say("link.to", { title: titleIn(entry.data, locale) ?? "…" })}
          </span>
          <Button onPress={() => setPicking(true)}>{say("link.otherPage")}</Button>
          <Button look="quiet" onPress={() => onChange(filled({ label: link.label }))}>
            {say("link.remove")}
          </Button>
        </p>
      ) : (
        <div className="writing-pair">
          <TextInput
            label={say("link.href")}
            error={faults.href}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={link.href ?? ""}
            onChange={(href) => onChange(filled({ ...link, href }))}
          />
          <Button onPress={() => setPicking(true)}>{say("link.pick")}</Button>
        </div>
      )}
      <TextInput
        label={say("link.label")}
        error={faults.label}
        lang={locale}
        value={link.label ?? ""}
        onChange={(label) => onChange(filled({ ...link, label }))}
      />
      {isPicking && (
        <PickEntry
          site={site}
          locale={locale}
          title={name}
          onClose={() => setPicking(false)}
          onPick={({ id, title }) => onChange({ entry: id, label: link.label || title })}
        />
      )}
    </FieldGroup>
  );
}

export function LocationField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const { locale } = useDesk();
  const place = asObject(value) as { lat?: number; lon?: number; label?: string };
  const [typed, setTyped] = useState({ lat: place.lat?.toString() ?? "", lon: place.lon?.toString() ?? "" });
  const faults = {
    lat: useFault(`${path}/lat`),
    lon: useFault(`${path}/lon`),
    label: useFault(`${path}/label`),
  };

  function coordinate(key: "lat" | "lon", text: string) {
    const next = { ...typed, [key]: text };
    setTyped(next);
    const [lat, lon] = [next.lat, next.lon].map((one) => (one.trim() ? Number(one.replace(",", ".")) : undefined));
    if (!Number.isNaN(lat) && !Number.isNaN(lon)) {
      onChange(filled({ ...place, lat, lon }));
    }
  }

  return (
    <FieldGroup definition={definition} path={path}>
      <TextInput
        label={say("location.label")}
        error={faults.label}
        lang={locale}
        value={place.label ?? ""}
        onChange={(label) => onChange(filled({ ...place, label }))}
      />
      <div className="writing-pair">
        {(["lat", "lon"] as const).map((key) => (
          <TextInput
            key={key}
            label={say(`location.${key}`)}
            error={
              faults[key] ?? (Number.isNaN(Number(typed[key].replace(",", "."))) ? say("field.noNumber") : undefined)
            }
            inputMode="decimal"
            value={typed[key]}
            onChange={(text) => coordinate(key, text)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export function ColourField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const name = useName(definition);
  const colour = typeof value === "string" ? value : "";
  const isWhole = /^#[0-9a-f]{6}$/i.test(colour);
  return (
    <FieldGroup definition={definition} path={path}>
      <div className="row">
        <input
          type="color"
          className="writing-colour"
          aria-label={name}
          value={isWhole ? colour.toLowerCase() : "#000000"}
          onChange={(event) => onChange(event.target.value)}
        />
        <input
          className="input writing-short"
          aria-label={say("colour.code")}
          placeholder="#1a2b3c"
          value={colour}
          onChange={(event) => onChange(event.target.value.trim() || undefined)}
        />
      </div>
    </FieldGroup>
  );
}
