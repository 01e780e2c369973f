import { useQuery } from "@tanstack/react-query";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Refusal, Shapes, State } from "../kit/Bits";
import { compare, type Difference } from "./compare";
import type { TypeDefinition } from "./definition";
import { typeOf } from "./query";
import { useSay } from "./words";

type Version = Schemas["TypeVersion"];

/** What a definition changed of the one before it. */
export function Differences({
  site,
  type,
  version,
  before,
}: {
  site: Site;
  type: string;
  version: Version;
  before: Version | undefined;
}) {
  const say = useSay();
  const asked = useQuery({
    queryKey: [...typeOf(site, type), "version", version.version, before?.version],
    queryFn: async () => {
      const [now, then] = await Promise.all([
        definition(site, type, version),
        before && definition(site, type, before),
      ]);
      return now && then ? compare(then, now) : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (asked.isPending) {
    return <Shapes rows={2} />;
  }
  if (asked.isError) {
    return <Refusal problem={asked.error} onRetry={() => asked.refetch()} />;
  }
  if (!asked.data) {
    return <p className="soft">{say("diff.first")}</p>;
  }
  if (asked.data.length === 0) {
    return <p className="soft">{say("diff.same")}</p>;
  }
  return (
    <ul className="models-impact">
      {asked.data.map((one) => (
        <li key={JSON.stringify(one)}>
          <State tone={one.fate === "removed" ? "danger" : one.fate === "added" ? "good" : "plain"}>
            {say(`diff.${one.fate}`)}
          </State>
          <Line one={one} />
        </li>
      ))}
    </ul>
  );
}

function Line({ one }: { one: Difference }) {
  const say = useSay();
  switch (one.fate) {
    case "renamed":
      return <span>{say("diff.from", { from: one.from, to: one.field })}</span>;
    case "changed":
      return (
        <span>
          <code className="models-key">{[one.field, one.rule].filter(Boolean).join(" · ")}</code>{" "}
          {say("diff.rule", { from: one.from || "–", to: one.to || "–" })}
        </span>
      );
    default:
      return <code className="models-key">{one.field}</code>;
  }
}

async function definition(site: Site, type: string, version: Version): Promise<TypeDefinition | undefined> {
  const found = await read(
    api.GET("/manage/v1/agencies/{agency}/content-types/{type}/versions/{modelVersion}", {
      params: { path: { agency: site.agency, type, modelVersion: version.version ?? 0 } },
    }),
  );
  return found.definition as TypeDefinition | undefined;
}
