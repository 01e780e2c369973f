import { useQueries, useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { api, read, type Schemas } from "../api/client";
import { liveAddress, type Site } from "../app/site";
import { ago } from "../words/dates";
import { Part } from "./Part";
import { useSay } from "./words";

const ACTS = 6;

/** What visitors got to see lately. */
export function Live({ site }: { site: Site }) {
  const say = useSay();
  const receipts = useQuery({
    queryKey: ["receipts", site.id, "lately"],
    queryFn: async () => {
      const list = await read(
        api.GET("/manage/v1/sites/{site}/receipts", { params: { path: { site: site.id }, query: { pageSize: 20 } } }),
      );
      return { items: list.items.filter((one) => one.made + one.changed + one.removed > 0).slice(0, ACTS) };
    },
  });
  const wholes = useQueries({
    queries: (receipts.data?.items ?? []).map((receipt) => ({
      queryKey: ["receipt", site.id, receipt.version, "lines"],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () =>
        read(
          api.GET("/manage/v1/sites/{site}/receipts/{version}", {
            params: { path: { site: site.id, version: receipt.version } },
          }),
        ),
    })),
  });
  return (
    <Part title={say("live")} query={receipts} empty={say("live.none")}>
      {(receipt) => (
        <Act
          key={receipt.version}
          site={site}
          receipt={receipt}
          lines={wholes.find((one) => one.data?.receipt.version === receipt.version)?.data?.lines}
        />
      )}
    </Part>
  );
}

function Act({
  site,
  receipt,
  lines,
}: {
  site: Site;
  receipt: Schemas["ReceiptView"];
  lines: ReadonlyArray<Schemas["ReceiptLine"]> | undefined;
}) {
  const say = useSay();
  const count = receipt.made + receipt.changed + receipt.removed;
  const first = lines?.[0];
  const address = first && first.what !== "removed" && first.path ? liveAddress(site, first.path) : undefined;
  const words = first ? first.title : say("live.count", { count });
  return (
    <li>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {words} <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
          <span className="hidden">{say("newTab")}</span>
        </a>
      ) : (
        <span>{words}</span>
      )}
      {first && count > 1 && <span>{say("live.more", { count: count - 1 })}</span>}
      <span className="soft small">
        {[first && say(`live.${first.what}`), ago(receipt.at)].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}
