import { useQuery } from "@tanstack/react-query";
import { CheckCircle2, ExternalLink, LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { api, read, type Schemas } from "../api/client";
import { liveAddress, type Site } from "../app/site";
import { announce } from "../kit/announce";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { useSay } from "./words";

const EVERY = 400;

/** What an act has done: when visitors have it, at which addresses, and a way back. */
export function ReceiptView({
  site,
  receipt,
  onClose,
  children,
}: {
  site: Site;
  receipt: Schemas["ReceiptView"];
  onClose: () => void;
  children?: ReactNode;
}) {
  const say = useSay();
  const isNothing = receipt.act === "nothing";
  const whole = useQuery({
    queryKey: ["receipt", site.id, receipt.version],
    enabled: !isNothing,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.liveWith ? false : EVERY),
    queryFn: () =>
      read(
        api.GET("/manage/v1/sites/{site}/receipts/{version}", {
          params: { path: { site: site.id, version: receipt.version } },
        }),
      ),
  });
  const isLive = Boolean(whole.data?.liveWith);
  const seconds = secondsToLive(whole.data?.receipt.rendered);
  const text = isNothing
    ? say("receipt.nothing")
    : isLive
      ? seconds === undefined
        ? say("receipt.live")
        : say("receipt.liveAfter", { seconds })
      : say("receipt.rendering");
  const told = useRef("");
  useEffect(() => {
    if (told.current !== text) {
      told.current = text;
      announce(text);
    }
  }, [text]);

  return (
    <>
      <Notice tone={isLive ? "good" : "plain"}>
        <p className="row">
          {isLive || isNothing ? (
            <CheckCircle2 size={20} strokeWidth={1.5} aria-hidden />
          ) : (
            <LoaderCircle className="publishing-turning" size={20} strokeWidth={1.5} aria-hidden />
          )}
          <strong>{text}</strong>
        </p>
      </Notice>
      {whole.isError && <Refusal problem={whole.error} onRetry={() => whole.refetch()} />}
      {whole.data && whole.data.lines.length > 0 && (
        <ul className="publishing-lines">
          {whole.data.lines.slice(0, 20).map((line) => (
            <li key={`${line.entry} ${line.locale} ${line.what}`}>
              <Line site={site} line={line} isLive={isLive} />
            </li>
          ))}
          {whole.data.lines.length > 20 && <li>{say("receipt.more", { count: whole.data.lines.length - 20 })}</li>}
        </ul>
      )}
      <div className="actions end">
        {children}
        <Button look="primary" onPress={onClose}>
          {say("close")}
        </Button>
      </div>
    </>
  );
}

function Line({ site, line, isLive }: { site: Site; line: Schemas["ReceiptLine"]; isLive: boolean }) {
  const say = useSay();
  const address = line.what !== "removed" && line.path ? liveAddress(site, line.path) : undefined;
  return (
    <>
      <span className="soft">{say(`receipt.${line.what}`)}</span>{" "}
      {address && isLive ? (
        <a href={address} target="_blank" rel="noreferrer">
          {line.title} <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
          <span className="hidden">{say("newTab")}</span>
        </a>
      ) : (
        line.title
      )}
      <span className="soft small publishing-path">
        {line.pathBefore ? `${line.pathBefore} → ${line.path}` : line.path}
      </span>
    </>
  );
}

function secondsToLive(rendered: unknown): number | undefined {
  if (typeof rendered !== "object" || rendered === null || !("secondsToLive" in rendered)) {
    return undefined;
  }
  return typeof rendered.secondsToLive === "number" ? rendered.secondsToLive : undefined;
}
