import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../api/client";
import { may, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypes } from "../content/door";
import { useAct } from "../kit/act";
import { Notice, PageHead, Refusal } from "../kit/Bits";
import { BackLink, Button } from "../kit/Button";
import { TextInput } from "../kit/Field";
import { LeaveWarning } from "../kit/LeaveWarning";
import { definitionOf, type EditedType, newField } from "./definition";
import { typesOf } from "./query";
import { TypeForm } from "./TypeForm";
import { useSay } from "./words";
import "./models.css";

/** A new content type, or a block with `?kind=block`. */
export default function NewType() {
  const site = useSite();
  const say = useSay();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const kind = query.get("kind") === "block" ? "block" : "entry";
  const types = useTypes(site);
  const making = useAct(typesOf(site));
  const [blank] = useState(() => blankType(kind));
  const [type, setType] = useState(blank);
  useTitle(say(`new.${kind}`));

  async function make() {
    await making.perform(async () => {
      await api.POST("/manage/v1/agencies/{agency}/content-types", {
        params: { path: { agency: site.agency } },
        body: definitionOf(type),
      });
      void navigate(`/sites/${site.id}/models/${type.key}`, { replace: true });
    }, say("made"));
  }

  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/models`}>{say("back")}</BackLink>
      <LeaveWarning isChanged={type !== blank && !making.isBusy} />
      <PageHead title={say(`new.${kind}`)} lead={say(`new.${kind}.lead`)} />
      {may(site, "model.manage") ? (
        <>
          <div className="form">
            <TextInput
              label={say("type.key")}
              hint={say("type.key.hint")}
              value={type.key}
              onChange={(key) => setType({ ...type, key: key.toLowerCase() })}
            />
          </div>
          <TypeForm
            type={type}
            types={types.data?.items ?? []}
            locales={site.locales}
            isReadOnly={false}
            onChange={setType}
          />
          {making.problem !== undefined && <Refusal problem={making.problem} />}
          <div className="actions">
            <Button look="primary" isDisabled={making.isBusy || type.key === ""} onPress={() => void make()}>
              {say("make")}
            </Button>
          </div>
        </>
      ) : (
        <Notice>
          <p>{say("readOnly")}</p>
        </Notice>
      )}
    </div>
  );
}

function blankType(kind: "entry" | "block"): EditedType {
  const title = { ...newField("title"), name: { nl: "Titel", en: "Title" }, required: true };
  return kind === "block"
    ? { key: "", kind, name: {}, fields: [title], titleField: "title" }
    : { key: "", kind, name: {}, fields: [title], titleField: "title", tree: false };
}
