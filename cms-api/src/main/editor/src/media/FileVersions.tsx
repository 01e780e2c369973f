import { useQuery } from "@tanstack/react-query";
import { Replace, Undo2 } from "lucide-react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { api, read, type Schemas } from "../api/client";
import { may, type Site } from "../app/site";
import { useAct } from "../kit/act";
import { Notice, Refusal, Shapes, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { tell } from "../kit/toasts";
import { ago } from "../words/dates";
import { type Asset, bytesOf, fileOf } from "./asset";
import { measuresOf } from "./measures";
import { replaceFile } from "./replaceFile";
import { useUploadProblem } from "./useUploadProblem";
import { useSay } from "./words";

type Version = Schemas["AssetFileView"];
type Replaced = Schemas["AssetReplaced"];

/** What a file is and what it was: another one takes its place everywhere at once, and the former can be put back. */
export function FileVersions({
  site,
  asset,
  tag,
  onChanged,
}: {
  site: Site;
  asset: Asset;
  tag: string;
  onChanged: () => void;
}) {
  const say = useSay();
  const told = useUploadProblem();
  const changing = useAct([...fileOf(site, asset.id), "files"]);
  const [asked, setAsked] = useState<File | Version>();
  const [sent, setSent] = useState<number>();
  const mayChange = may(site, "content.publish");
  const files = useQuery({
    queryKey: [...fileOf(site, asset.id), "files"],
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/assets/{asset}/files", {
          params: { path: { site: site.id, asset: asset.id } },
        }),
      ),
  });

  async function change(to: File | Version) {
    let done: Replaced | undefined;
    const isDone = await changing.perform(async () => {
      done =
        to instanceof File
          ? await replaceFile(site, asset, tag, to, setSent)
          : await read(
              api.PUT("/manage/v1/sites/{site}/assets/{asset}/shown-file", {
                params: { path: { site: site.id, asset: asset.id }, header: { "If-Match": tag } },
                body: { number: to.number },
              }),
            );
    });
    setSent(undefined);
    if (isDone && done) {
      tell(say("versions.done", { count: done.changed }));
      onChanged();
    }
  }

  return (
    <section className="stack tight" aria-labelledby="versions-title">
      <div className="row">
        <h2 id="versions-title">{say("versions.title")}</h2>
        {mayChange && (
          <FileTrigger
            acceptedFileTypes={asset.kind === "picture" ? ["image/*"] : undefined}
            onSelect={(chosen) => setAsked(chosen?.[0])}
          >
            <Button icon={<Replace size={18} strokeWidth={1.5} aria-hidden />} isDisabled={changing.isBusy}>
              {say("versions.replace")}
            </Button>
          </FileTrigger>
        )}
      </div>
      {changing.problem !== undefined && (
        <Notice tone="danger">
          <p>{told(changing.problem)}</p>
        </Notice>
      )}
      {sent !== undefined && (
        <progress className="progress" max={1} value={sent} aria-label={say("versions.progress")} />
      )}
      {files.isPending && <Shapes rows={2} />}
      {files.isError && <Refusal problem={files.error} onRetry={() => files.refetch()} />}
      <ul className="media-versions">
        {files.data?.items.map((version) => (
          <li key={version.number}>
            <a href={bytesOf(site, asset, undefined, version.number)} target="_blank" rel="noreferrer">
              {say("versions.number", { number: version.number })}
            </a>
            <span className="soft small">{measuresOf(version)}</span>
            {version.replacedAt ? (
              <span className="soft small">{say("versions.replaced", { when: ago(version.replacedAt) })}</span>
            ) : (
              <State tone="good">{say("versions.now")}</State>
            )}
            {version.replacedAt && mayChange && (
              <Button
                look="quiet"
                icon={<Undo2 size={18} strokeWidth={1.5} aria-hidden />}
                isDisabled={changing.isBusy}
                onPress={() => setAsked(version)}
              >
                {say("versions.back")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={say(asked instanceof File ? "versions.replace.title" : "versions.back.title")}
          act={say(asked instanceof File ? "versions.replace.do" : "versions.back")}
          onAct={() => void change(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {asked instanceof File
              ? say("versions.replace.text", { name: asked.name })
              : say("versions.back.text", { number: asked.number })}
          </p>
        </Confirm>
      )}
    </section>
  );
}
