import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../api/client";
import { Problem } from "../api/problem";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { type Asset, filesOf } from "./asset";
import { UsedAnyway } from "./UsedAnyway";
import { useSay } from "./words";

/** Deletes a file for good, after its name was typed; one that is used only after its uses were seen. */
export function DeleteFile({ site, asset, tag }: { site: Site; asset: Asset; tag: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const deleting = useAct(filesOf(site));
  const [asked, setAsked] = useState<"unused" | "used">();
  const isUsed = deleting.problem instanceof Problem && deleting.problem.code === "asset-in-use";

  async function remove(force: boolean) {
    const isDone = await deleting.perform(
      () =>
        api.DELETE("/manage/v1/sites/{site}/assets/{asset}", {
          params: {
            path: { site: site.id, asset: asset.id },
            query: { force },
            header: { "If-Match": tag },
          },
        }),
      say("delete.done", { name: asset.file }),
    );
    if (isDone) {
      void navigate(`/sites/${site.id}/media`);
    }
  }

  return (
    <>
      <Button
        look="danger"
        icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
        isDisabled={deleting.isBusy}
        onPress={() => {
          deleting.forget();
          setAsked("unused");
        }}
      >
        {say("delete")}
      </Button>
      {deleting.problem !== undefined && !isUsed && <Refusal problem={deleting.problem} />}
      {asked === "unused" && (
        <Confirm
          title={say("delete.title")}
          act={say("delete.do")}
          name={asset.file}
          onAct={() => void remove(false)}
          onClose={() => setAsked(undefined)}
        >
          <p>{say("delete.text")}</p>
        </Confirm>
      )}
      {isUsed && deleting.problem instanceof Problem && (
        <UsedAnyway
          site={site}
          asset={asset}
          problem={deleting.problem}
          onAct={() => void remove(true)}
          onClose={deleting.forget}
        />
      )}
    </>
  );
}
