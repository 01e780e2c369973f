import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { memo, useState } from "react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { Shown } from "../content/door";
import { Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { useLanguage } from "../words/language";
import { type PanelProps, sameText } from "../writing/door";
import { AddTranslation } from "./AddTranslation";
import { Source } from "./Source";
import { useSay } from "./words";
import "./translations.css";

/** An entry in all locales of its site: which there are, what this one follows, and what changed there since. */
function TranslationsPanel(props: PanelProps) {
  const { site, entry, locale } = props;
  const say = useSay();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const [adding, setAdding] = useState<string>();
  const about = useQuery({
    queryKey: ["entry", site.id, entry, "translations"],
    queryFn: () =>
      read(api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } })),
  });
  if (about.isPending) {
    return <Shapes rows={3} />;
  }
  if (about.isError) {
    return <Refusal problem={about.error} onRetry={() => about.refetch()} />;
  }
  const { translations, type } = about.data;
  return (
    <div className="stack">
      <ul className="translations-list">
        {site.locales.map((one) => {
          const translation = translations.find((other) => other.locale === one);
          const name = names.of(one) ?? one;
          return (
            <li key={one}>
              {translation && one !== locale && <Link to={`/sites/${site.id}/entries/${entry}/${one}`}>{name}</Link>}
              {one === locale && <strong aria-current="true">{name}</strong>}
              {!translation && <span>{name}</span>}
              {translation ? (
                <Shown translation={translation} />
              ) : (
                <Button icon={<Plus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setAdding(one)}>
                  {say("add", { locale: name })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {site.locales.length === 1 && <p className="soft">{say("oneLocale")}</p>}
      <Source {...props} type={type} locales={translations.map((one) => one.locale)} />
      {adding && <AddTranslation {...props} to={adding} onClose={() => setAdding(undefined)} />}
    </div>
  );
}

export default memo(TranslationsPanel, sameText);
