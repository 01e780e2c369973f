import "./writing.css";
import { type FormEvent, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { api, read } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypes } from "../content/door";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Select, TextInput } from "../kit/Field";
import { inLanguage, useLanguage } from "../words/language";
import { useSay } from "./words";

/** A new entry: of which type, how it is called, in which language. `?type=`, `?parent=` and `?locale=` may tell already. */
export default function New() {
  const say = useSay();
  const language = useLanguage();
  const site = useSite();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const types = useTypes(site);
  const [title, setTitle] = useState("");
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [isMaking, setMaking] = useState(false);
  useTitle(say("new.title"));

  const offered = (types.data?.items ?? []).filter((one) => one.kind !== "block");
  const chosen = offered.find((one) => one.key === params.get("type"));
  const locale = params.get("locale") ?? site.locales[0] ?? "";
  const names = new Intl.DisplayNames([language], { type: "language" });
  const choose = (key: string, value: string) =>
    setParams(
      (before) => {
        before.set(key, value);
        return before;
      },
      { replace: true },
    );

  async function make(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!chosen || !title.trim()) {
      return;
    }
    setMaking(true);
    setProblem(undefined);
    const parent = params.get("parent");
    try {
      const made = await read(
        api.POST("/manage/v1/sites/{site}/entries", {
          params: { path: { site: site.id } },
          body: {
            type: chosen.key,
            locale,
            fields: { [chosen.titleField ?? "title"]: title.trim() },
            ifTaken: "add-number",
            ...(parent ? { parent } : {}),
          },
        }),
      );
      void navigate(`/sites/${site.id}/entries/${made.entry}/${made.locale}`);
    } catch (refused) {
      setProblem(refused);
      setMaking(false);
    }
  }

  return (
    <div className="page">
      <PageHead title={say("new.title")} lead={say("new.lead")} />
      {types.isPending && <Shapes />}
      {types.isError && <Refusal problem={types.error} onRetry={() => types.refetch()} />}
      {types.isSuccess && offered.length === 0 && <Empty title={say("new.none")} />}
      {offered.length > 0 && (
        <form className="form" onSubmit={make}>
          <fieldset className="writing-kinds">
            <legend>{say("new.type")}</legend>
            {offered.map((type) => (
              <label key={type.key} className="writing-kind">
                <input type="radio" name="type" checked={type === chosen} onChange={() => choose("type", type.key)} />
                <span>
                  <strong>{inLanguage(type.name, language, type.key)}</strong>
                  <span className="soft small">{inLanguage(type.description, language)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {chosen && (
            <>
              <TextInput
                label={say("new.name")}
                hint={say("new.nameHint")}
                error={isTried && !title.trim() ? say("new.noTitle") : undefined}
                value={title}
                onChange={setTitle}
                lang={locale}
              />
              {site.locales.length > 1 && (
                <Select
                  label={say("locale")}
                  value={locale}
                  onChange={(next) => choose("locale", next)}
                  choices={site.locales.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
                />
              )}
              {problem !== undefined && <Refusal problem={problem} />}
              <div className="actions">
                <Button look="primary" type="submit" isDisabled={isMaking}>
                  {say("new.make")}
                </Button>
              </div>
            </>
          )}
        </form>
      )}
    </div>
  );
}
