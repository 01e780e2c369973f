import { Download } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useSay as useKitSay } from "../kit/words";
import { jobsOf } from "./job";
import { useSay } from "./words";

/** Begins the export of the whole site, and leads to where it can be followed and downloaded. */
export function ExportSite({ site }: { site: Site }) {
  const say = useSay();
  const kit = useKitSay();
  const navigate = useNavigate();
  const starting = useAct(jobsOf(site));
  const [isAsked, setAsked] = useState(false);

  async function start() {
    await starting.perform(async () => {
      const job = await read(api.POST("/manage/v1/sites/{site}/exports", { params: { path: { site: site.id } } }));
      void navigate(`/sites/${site.id}/jobs/${job.id}`);
    });
  }

  return (
    <>
      <Button look="primary" icon={<Download size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setAsked(true)}>
        {say("export")}
      </Button>
      {isAsked && (
        <Dialog title={say("export.title", { site: site.name })} onClose={() => setAsked(false)}>
          {starting.problem !== undefined && <Refusal problem={starting.problem} />}
          <p>{say("export.text")}</p>
          <p>{say("export.hint")}</p>
          <div className="actions end">
            <Button onPress={() => setAsked(false)}>{kit("cancel")}</Button>
            <Button look="primary" isDisabled={starting.isBusy} onPress={() => void start()}>
              {say("export.do")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
