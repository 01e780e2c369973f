import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useParams } from "react-router";
import { api, readTagged } from "../api/client";
import { may, useSite } from "../app/site";
import { useTitle } from "../app/title";
import { PageHead, Refusal, Shapes } from "../kit/Bits";
import { BackLink } from "../kit/Button";
import { bytesOf, fileOf, filesOf, nameOf } from "./asset";
import { DeleteFile } from "./DeleteFile";
import { FileUses } from "./FileUses";
import { FileVersions } from "./FileVersions";
import { FileWords } from "./FileWords";
import { FocalPoint } from "./FocalPoint";
import { measuresOf } from "./measures";
import { Preview } from "./Preview";
import { useSay } from "./words";
import "./media.css";

/** One file: what it shows, what is said about it, where it is used, what it was. */
export default function FilePage() {
  const site = useSite();
  const { asset: id = "" } = useParams();
  const say = useSay();
  const queries = useQueryClient();
  const file = useQuery({
    queryKey: fileOf(site, id),
    queryFn: () =>
      readTagged(api.GET("/manage/v1/sites/{site}/assets/{asset}", { params: { path: { site: site.id, asset: id } } })),
  });
  const asset = file.data?.data;
  useTitle(asset ? nameOf(asset) : say("title"));
  const changed = () => {
    void queries.invalidateQueries({ queryKey: fileOf(site, id) });
    void queries.invalidateQueries({ queryKey: filesOf(site) });
  };
  return (
    <div className="page">
      <BackLink to={`/sites/${site.id}/media`}>{say("file.back")}</BackLink>
      <PageHead title={asset ? nameOf(asset) : say("file.title")} lead={asset && measuresOf(asset)}>
        {asset && (
          <a className="button" href={bytesOf(site, asset)} download={asset.file}>
            <Download size={18} strokeWidth={1.5} aria-hidden />
            {say("file.download")}
          </a>
        )}
        {asset && file.data && may(site, "content.publish") && (
          <DeleteFile site={site} asset={asset} tag={file.data.tag} />
        )}
      </PageHead>
      {file.isPending && <Shapes />}
      {file.isError && <Refusal problem={file.error} onRetry={() => file.refetch()} />}
      {asset && file.data && (
        <div className="media-file">
          <div className="stack media-file-look">
            {asset.kind === "picture" && asset.width > 0 ? (
              <FocalPoint key={`${asset.fileNumber}`} site={site} asset={asset} onChanged={changed} />
            ) : (
              <Preview site={site} asset={asset} />
            )}
            <FileVersions site={site} asset={asset} tag={file.data.tag} onChanged={changed} />
          </div>
          <div className="stack media-file-say">
            <FileWords
              key={asset.id}
              site={site}
              asset={asset}
              tag={file.data.tag}
              onSaved={(data, tag) => {
                queries.setQueryData(fileOf(site, id), { ...file.data, data, tag });
                void queries.invalidateQueries({ queryKey: filesOf(site) });
              }}
            />
            <FileUses site={site} asset={asset} />
          </div>
        </div>
      )}
    </div>
  );
}
