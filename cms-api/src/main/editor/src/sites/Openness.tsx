import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../api/client";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { useSay } from "./words";

/** Whether visitors find the site; a closed one can be deleted. */
export function Openness({ site }: { site: Site }) {
  const say = useSay();
  const navigate = useNavigate();
  const doing = useAct(["sites"], ["parts", site.id]);
  const [asked, setAsked] = useState<"close" | "delete">();
  const isOpen = site.state === "open";

  const become = (state: Site["state"]) =>
    doing.perform(
      () =>
        api.PUT("/manage/v1/sites/{site}/state", {
          params: { path: { site: site.id }, header: { "If-Match": "*" } },
          body: { state },
        }),
      say(state === "open" ? "open.done" : "close.done"),
    );

  async function remove() {
    const isGone = await doing.perform(
      () =>
        api.DELETE("/manage/v1/sites/{site}", {
          params: { path: { site: site.id }, header: { "If-Match": "*" } },
        }),
      say("delete.done", { site: site.name }),
    );
    if (isGone) {
      localStorage.removeItem("plein.site");
      void navigate("/");
    }
  }

  return (
    <section className="stack sites-section" aria-labelledby="sites-state">
      <div className="sites-head">
        <h2 id="sites-state">{say("state")}</h2>
        <State tone={isOpen ? "good" : "warm"}>{say(isOpen ? "state.open" : "state.closed")}</State>
      </div>
      <p className="soft">{say(isOpen ? "state.open.text" : "state.closed.text")}</p>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      <div className="actions">
        {isOpen ? (
          <Button onPress={() => setAsked("close")}>{say("close")}</Button>
        ) : (
          <Button isDisabled={doing.isBusy} onPress={() => void become("open")}>
            {say("open")}
          </Button>
        )}
        {!isOpen && may(site, "agency.manage") && (
          <Button look="danger" onPress={() => setAsked("delete")}>
            {say("delete")}
          </Button>
        )}
      </div>
      {asked === "close" && (
        <Confirm
          title={say("close.title", { site: site.name })}
          act={say("close")}
          onAct={() => void become("closed")}
          onClose={() => setAsked(undefined)}
        >
          <p>{say("close.text")}</p>
        </Confirm>
      )}
      {asked === "delete" && (
        <Confirm
          title={say("delete.title", { site: site.name })}
          act={say("delete")}
          name={site.name}
          onAct={() => void remove()}
          onClose={() => setAsked(undefined)}
        >
          <p>{say("delete.text")}</p>
        </Confirm>
      )}
    </section>
  );
}
