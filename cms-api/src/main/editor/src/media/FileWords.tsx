import { type FormEvent, useState } from "react";
import { api, readTagged } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal } from "../kit/Bits";
import { TextArea, TextInput } from "../kit/Field";
import type { Asset } from "./asset";
import { useLocaleName } from "./useLocaleName";
import { useSay } from "./words";

/** What is said about a file. Writers take it over where they use it; nothing of it stands on a page by itself. */
export function FileWords({
  site,
  asset,
  tag,
  onSaved,
}: {
  site: Site;
  asset: Asset;
  tag: string;
  onSaved: (asset: Asset, tag: string) => void;
}) {
  const say = useSay();
  const localeName = useLocaleName();
  const saving = useAct();
  const [title, setTitle] = useState(asset.title ?? "");
  const [alt, setAlt] = useState<Record<string, string>>(asset.alt);
  const [credit, setCredit] = useState(asset.credit ?? "");
  const [licence, setLicence] = useState(asset.licence ?? "");
  const [language, setLanguage] = useState(asset.language ?? "");
  // Also those that the site no longer has: what was said is not lost by saving.
  const locales = [...new Set([...site.locales, ...Object.keys(asset.alt)])];

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = Object.fromEntries(Object.entries(alt).filter(([, text]) => text.trim() !== ""));
    await saving.perform(async () => {
      const saved = await readTagged(
        api.PUT("/manage/v1/sites/{site}/assets/{asset}/words", {
          params: { path: { site: site.id, asset: asset.id }, header: { "If-Match": tag } },
          body: {
            title: title.trim() || undefined,
            alt: said,
            credit: credit.trim() || undefined,
            licence: licence.trim() || undefined,
            language: language.trim() || undefined,
          },
        }),
      );
      onSaved(saved.data, saved.tag);
    }, say("words.saved"));
  }

  return (
    <section aria-labelledby="words-title">
      <form className="form" onSubmit={save} noValidate>
        <h2 id="words-title">{say("words.title")}</h2>
        {saving.problem !== undefined && <Refusal problem={saving.problem} />}
        <TextInput
          label={say("words.name")}
          hint={say("words.name.hint", { file: asset.file })}
          value={title}
          onChange={setTitle}
          maxLength={300}
        />
        {asset.kind === "picture" &&
          locales.map((locale) => (
            <TextArea
              key={locale}
              label={say("words.alt", { locale: localeName(locale) })}
              hint={locale === locales[0] ? say("words.alt.hint") : undefined}
              value={alt[locale] ?? ""}
              onChange={(text) => setAlt({ ...alt, [locale]: text })}
              lang={locale}
              rows={2}
              maxLength={1000}
            />
          ))}
        <TextInput label={say("words.credit")} value={credit} onChange={setCredit} maxLength={300} />
        <TextInput
          label={say("words.licence")}
          hint={say("words.licence.hint")}
          value={licence}
          onChange={setLicence}
          maxLength={1000}
        />
        {asset.kind === "document" && (
          <TextInput
            label={say("words.language")}
            hint={say("words.language.hint")}
            value={language}
            onChange={setLanguage}
          />
        )}
        <div className="actions">
          <button type="submit" className="button primary" disabled={saving.isBusy}>
            {say("words.save")}
          </button>
        </div>
      </form>
    </section>
  );
}
