import { Outlet, useParams } from "react-router";
import { Refusal, Shapes } from "../kit/Bits";
import { NotHere } from "./NotHere";
import { useSites } from "./site";

/** Screens of one site: they find it in `useSite`. */
export function SiteFrame() {
  const { site } = useParams();
  const sites = useSites();
  if (sites.isPending) {
    return (
      <div className="page">
        <Shapes />
      </div>
    );
  }
  if (sites.isError) {
    return (
      <div className="page">
        <Refusal problem={sites.error} onRetry={() => sites.refetch()} />
      </div>
    );
  }
  const found = sites.data.items.find((one) => one.id === site);
  return found ? <Outlet context={found} key={found.id} /> : <NotHere />;
}
