import { useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { api, type Schemas } from "../api/client";
import { may, type Site, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypes } from "../content/door";
import { useAct } from "../kit/act";
import { announce } from "../kit/announce";
import { Notice, PageHead, Refusal, Shapes } from "../kit/Bits";
import { BackLink, Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { LeaveWarning } from "../kit/LeaveWarning";
import { inLanguage, useLanguage } from "../words/language";
import { definitionOf, editedOf, type TypeDefinition } from "./definition";
import { Impact } from "./Impact";
import { Migration } from "./Migration";
import { typeOf, typesOf, useType } from "./query";
import { saveType, weigh } from "./saveType";
import { TypeForm } from "./TypeForm";
import { TypeTabs } from "./TypeTabs";
import { useSay } from "./words";
import "./models.css";

/** One content type or block: its definition as a form. What a change would mean is shown before it can be made. */
export default function EditType() {
  const site = useSite();
  const say = useSay();
  const { type: key = "" } = useParams();
  const asked = useType(site, key);
  const types = useTypes(site);
  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/models`}>{say("back")}</BackLink>
      {asked.isError ? (
        <>
          <PageHead title={key} />
          <Refusal problem={asked.error} onRetry={() => asked.refetch()} />
        </>
      ) : asked.isPending || types.isPending ? (
        <>
          <PageHead title={key} />
          <Shapes />
        </>
      ) : (
        <Form
          key={`${key} ${asked.data.tag}`}
          site={site}
          type={asked.data.data as TypeDefinition}
          tag={asked.data.tag}
          types={types.data?.items ?? []}
        />
      )}
    </div>
  );
}

function Form({ site, type, tag, types }: { site: Site; type: TypeDefinition; tag: string; types: TypeDefinition[] }) {
  const say = useSay();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const doing = useAct(typesOf(site));
  const before = useMemo(() => editedOf(type), [type]);
  const [edited, setEdited] = useState(before);
  const [impact, setImpact] = useState<Schemas["TypeImpact"]>();
  const [isAsked, setAsked] = useState(false);
  const mayChange = may(site, "model.manage");
  const isChanged = JSON.stringify(definitionOf(edited)) !== JSON.stringify(definitionOf(before));
  const name = inLanguage(type.name, language, type.key);
  useTitle(name);

  async function look() {
    await doing.perform(async () => {
      setImpact(await weigh(site, definitionOf(edited)));
      announce(say("impact.title"));
    });
  }

  async function save() {
    const isSaved = await doing.perform(
      async () => {
        const migration = await saveType(site, definitionOf(edited), tag, impact?.fingerprint);
        queries.setQueryData(["migration", site.agency, type.key], migration);
      },
      say("saved", { name }),
    );
    setImpact(undefined);
    if (isSaved) {
      await queries.invalidateQueries({ queryKey: typeOf(site, type.key) });
    }
  }

  async function remove() {
    await doing.perform(
      async () => {
        await api.DELETE("/manage/v1/agencies/{agency}/content-types/{type}", {
          params: { path: { agency: site.agency, type: type.key }, header: { "If-Match": tag } },
        });
        void navigate(`/sites/${site.id}/models`);
      },
      say("removed", { name }),
    );
  }

  return (
    <>
      <LeaveWarning isChanged={isChanged && !doing.isBusy} />
      <PageHead title={name} lead={type.kind === "block" ? say("is.block") : say("is.entry")}>
        {mayChange && (
          <Button
            look="danger"
            icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
            isDisabled={doing.isBusy}
            onPress={() => setAsked(true)}
          >
            {say("remove")}
          </Button>
        )}
      </PageHead>
      <TypeTabs site={site} type={type.key} at="fields" />
      {!mayChange && (
        <Notice>
          <p>{say("readOnly")}</p>
        </Notice>
      )}
      <Migration site={site} type={type.key} />
      <TypeForm
        type={edited}
        types={types}
        locales={site.locales}
        isReadOnly={!mayChange}
        onChange={(next) => {
          setEdited(next);
          setImpact(undefined);
        }}
      />
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {mayChange && isChanged && (
        <div className="models-save">
          {impact ? (
            <Impact site={site} impact={impact} isBusy={doing.isBusy} onSave={() => void save()} />
          ) : (
            <div className="actions">
              <Button look="primary" isDisabled={doing.isBusy} onPress={() => void look()}>
                {say("look")}
              </Button>
              <Button look="quiet" onPress={() => setEdited(before)}>
                {say("undo.all")}
              </Button>
              <span className="soft small">{say("look.hint")}</span>
            </div>
          )}
        </div>
      )}
      {isAsked && (
        <Confirm
          title={say("remove.title", { name })}
          act={say("remove.do")}
          name={type.key}
          onAct={() => void remove()}
          onClose={() => setAsked(false)}
        >
          <p>{say("remove.text")}</p>
        </Confirm>
      )}
    </>
  );
}
