import { Check, RotateCcw, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { Link } from "react-router";
import { Problem } from "../api/problem";
import type { Site } from "../app/site";
import { keepFocus } from "../kit/act";
import { announce } from "../kit/announce";
import { Button } from "../kit/Button";
import { bytes } from "../words/dates";
import { type Upload, uploads, useUploads } from "./uploads";
import { useUploadProblem } from "./useUploadProblem";
import { useSay } from "./words";

/** What is on its way to the server, and what came of it, file by file. */
export function UploadList({ site, links = true }: { site: Site; links?: boolean }) {
  const say = useSay();
  const all = useUploads(site);
  const isBusy = all.some((upload) => upload.state === "waiting" || upload.state === "sending");
  const done = all.filter((upload) => upload.state === "done").length;
  const failed = all.filter((upload) => upload.state === "failed").length;

  useEffect(() => {
    const again = () => uploads.retryOffline(site);
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [site]);
  useEffect(() => {
    if (!isBusy && done + failed > 0) {
      announce(say("upload.ended", { done, failed }));
    }
  }, [isBusy, done, failed, say]);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isBusy) {
      window.addEventListener("beforeunload", stay);
    }
    return () => window.removeEventListener("beforeunload", stay);
  }, [isBusy]);

  if (all.length === 0) {
    return null;
  }
  return (
    <section className="media-uploads" aria-labelledby="uploads-title">
      <header className="row">
        <h2 id="uploads-title">
          {isBusy ? say("upload.busy", { done, all: all.length }) : say("upload.ended", { done, failed })}
        </h2>
        {!isBusy && (
          <Button
            look="quiet"
            icon={<X size={18} aria-hidden />}
            onPress={() => {
              uploads.clear();
              keepFocus();
            }}
          >
            {say("upload.clear")}
          </Button>
        )}
      </header>
      <ul>
        {all.map((upload) => (
          <UploadRow key={upload.id} site={site} upload={upload} links={links} />
        ))}
      </ul>
    </section>
  );
}

function UploadRow({ site, upload, links }: { site: Site; upload: Upload; links: boolean }) {
  const say = useSay();
  const told = useUploadProblem();
  const { file, state, asset } = upload;
  // What breaks a rule breaks it again.
  const canRetry =
    state === "cancelled" ||
    (state === "failed" && !(upload.problem instanceof Problem && upload.problem.status === 422));
  const isOpen = state === "waiting" || state === "sending";
  return (
    <li className={`media-upload ${state}`}>
      <span className="media-upload-name">
        {state === "done" && <Check size={18} aria-hidden />}
        {state === "failed" && <TriangleAlert size={18} aria-hidden />}
        {asset && links ? <Link to={`/sites/${site.id}/media/${asset.id}`}>{file.name}</Link> : file.name}
        {file.size > 0 && <span className="soft small">{bytes(file.size)}</span>}
      </span>
      {state === "sending" && (
        <progress
          className="progress"
          max={1}
          value={upload.sent}
          aria-label={say("upload.progress", { name: file.name })}
        />
      )}
      <span className={state === "failed" ? "media-upload-told wrong" : "media-upload-told soft"}>
        {state === "failed"
          ? told(upload.problem)
          : state === "done" && asset?.mediaType === "application/octet-stream"
            ? say("upload.unknown")
            : say(`upload.${state}`)}
      </span>
      {isOpen && (
        <Button
          look="quiet"
          iconOnly
          icon={<X size={18} aria-hidden />}
          onPress={() => {
            uploads.cancel(upload.id);
            keepFocus();
          }}
        >
          {say("upload.cancel", { name: file.name })}
        </Button>
      )}
      {canRetry && (
        <Button
          look="quiet"
          iconOnly
          icon={<RotateCcw size={18} aria-hidden />}
          onPress={() => {
            uploads.retry(site, upload.id);
            keepFocus();
          }}
        >
          {say("upload.retry", { name: file.name })}
        </Button>
      )}
    </li>
  );
}
