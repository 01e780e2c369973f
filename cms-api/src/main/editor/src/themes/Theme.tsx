import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import { may, type Site } from "../app/site";
import { Refusal, Shapes } from "../kit/Bits";
import type { Parts } from "../sites/door";
import { Looks } from "./Looks";
import { Wardrobe } from "./Wardrobe";
import "./themes.css";

/** The theme that a site wears, and what the site sets of it. */
export function Theme({ site, parts }: { site: Site; parts: Parts }) {
  const theme = useQuery({
    queryKey: ["theme", site.id],
    queryFn: () => read(api.GET("/manage/v1/sites/{site}/theme", { params: { path: { site: site.id } } })),
  });
  if (theme.isPending) {
    return <Shapes />;
  }
  return (
    <div className="themes">
      {theme.isError && <Refusal problem={theme.error} onRetry={() => theme.refetch()} />}
      <Wardrobe site={site} parts={parts} theme={theme.data} />
      {theme.data && may(site, "site.manage") && (
        <Looks key={theme.data.name} site={site} parts={parts} theme={theme.data} />
      )}
    </div>
  );
}
