import { Link } from "react-router";
import type { Problem } from "../api/problem";
import type { Site } from "../app/site";
import { Confirm } from "../kit/Dialog";
import type { Asset } from "./asset";
import { useSay } from "./words";

/** `name` is `entry/locale` of a text, the key of a part of the site. */
interface Use {
  where: string;
  name: string;
  title: string;
}

/** A file that is used was not deleted: what uses it, and the way to delete it all the same. */
export function UsedAnyway({
  site,
  asset,
  problem,
  onAct,
  onClose,
}: {
  site: Site;
  asset: Asset;
  problem: Problem;
  onAct: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const uses = (problem.members.uses ?? []) as Use[];
  const hidden = Number(problem.members.hidden ?? 0);
  // A text that is published with it and has it in its draft is one text.
  const shown = [...new Map(uses.map((use) => [use.name, use])).values()];
  return (
    <Confirm title={say("used.title")} act={say("used.do")} name={asset.file} onAct={onAct} onClose={onClose}>
      <p>{say("used.text")}</p>
      <ul className="media-uses">
        {shown.slice(0, 20).map((use) => (
          <li key={use.name}>
            {use.title ? (
              <Link to={`/sites/${site.id}/entries/${use.name}`}>{use.title}</Link>
            ) : (
              say(use.where === "menu" ? "uses.menu" : "uses.setting", { key: use.name })
            )}
          </li>
        ))}
        {shown.length > 20 && <li className="soft">{say("used.more", { count: shown.length - 20 })}</li>}
        {hidden > 0 && <li className="soft">{say("uses.hidden", { count: hidden })}</li>}
      </ul>
    </Confirm>
  );
}
