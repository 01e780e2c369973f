import { Blocks, Plus } from "lucide-react";
import { Link } from "react-router";
import { may, type Site, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { useTypes } from "../content/door";
import { Empty, PageHead, Refusal, Shapes } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { Table } from "../kit/Table";
import { inLanguage, useLanguage } from "../words/language";
import type { TypeDefinition } from "./definition";
import { useSay } from "./words";
import "./models.css";

/** The content types and blocks of the agency. */
export default function Models() {
  const site = useSite();
  const say = useSay();
  useTitle(say("title"));
  const types = useTypes(site);
  const all = types.data?.items ?? [];
  const mayChange = may(site, "model.manage");
  const icon = <Plus size={18} strokeWidth={1.5} aria-hidden />;
  return (
    <div className="page">
      <PageHead title={say("title")} lead={say(mayChange ? "lead" : "lead.read")}>
        {mayChange && (
          <>
            <ButtonLink look="primary" icon={icon} to={`/sites/${site.id}/models/new`}>
              {say("new.entry")}
            </ButtonLink>
            <ButtonLink icon={icon} to={`/sites/${site.id}/models/new?kind=block`}>
              {say("new.block")}
            </ButtonLink>
          </>
        )}
      </PageHead>
      {types.isPending && <Shapes />}
      {types.isError && <Refusal problem={types.error} onRetry={() => types.refetch()} />}
      {types.isSuccess && all.length === 0 && (
        <Empty icon={<Blocks size={32} strokeWidth={1.5} aria-hidden />} title={say("empty.title")}>
          <p>{say("empty.text")}</p>
        </Empty>
      )}
      <Types site={site} title={say("types")} types={all.filter((type) => type.kind !== "block")} />
      <Types site={site} title={say("blocks")} types={all.filter((type) => type.kind === "block")} />
    </div>
  );
}

function Types({ site, title, types }: { site: Site; title: string; types: TypeDefinition[] }) {
  const say = useSay();
  const language = useLanguage();
  const isBlocks = types[0]?.kind === "block";
  if (types.length === 0) {
    return null;
  }
  return (
    <div className="stack tight">
      <h2>{title}</h2>
      <Table
        label={title}
        columns={[
          { key: "name", label: say("table.name") },
          { key: "key", label: say("table.key") },
          ...(isBlocks ? [] : [{ key: "path", label: say("table.path") }]),
          { key: "fields", label: say("table.fields"), isNumber: true },
        ]}
      >
        {types.map((type) => (
          <tr key={type.key}>
            <th scope="row">
              <Link to={`/sites/${site.id}/models/${type.key}`}>{inLanguage(type.name, language, type.key)}</Link>
            </th>
            <td>
              <code className="models-key">{type.key}</code>
            </td>
            {!isBlocks && (
              <td>{type.tree ? say("path.tree") : inLanguage(type.pathPattern, language) || say("path.none")}</td>
            )}
            <td className="number">{type.fields.length}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
