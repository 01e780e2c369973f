import { useQuery } from "@tanstack/react-query";
import { Undo2, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { Refusal, State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Confirm } from "../kit/Dialog";
import { Table } from "../kit/Table";
import { members, type Parts, partsOf, partValue, text } from "../sites/door";
import { day } from "../words/dates";
import { useKnown } from "./names";
import { useSay } from "./words";

interface Choice {
  /** What a site wears. */
  theme: string;
  name: string;
  version: string;
  about: string;
}

/** The themes that the site could wear: those of the installation, and those that the agency uploaded. */
export function Wardrobe({ site, parts, theme }: { site: Site; parts: Parts; theme?: Schemas["WornTheme"] }) {
  const say = useSay();
  const known = useKnown();
  const doing = useAct(["theme", site.id], partsOf(site), ["sites"], ["themes", site.agency]);
  const file = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<Choice | "before">();
  const uploaded = useQuery({
    queryKey: ["themes", site.agency],
    queryFn: () => read(api.GET("/manage/v1/agencies/{agency}/themes", { params: { path: { agency: site.agency } } })),
  });
  const worn = theme?.name ?? text(members(partValue(parts, "theme", "theme")).name);
  const choices: Choice[] = [
    ...(uploaded.data?.items ?? []).map((one) => ({
      theme: one.theme,
      name: one.name,
      version: one.version,
      about: say("uploaded", { at: day(one.uploadedAt) }),
    })),
    ...(theme?.installed ?? []).map((one) => ({
      theme: one.name,
      name: one.name,
      version: one.version,
      about: known(`theme.${one.name}`) ?? one.description,
    })),
  ];
  const path = { site: site.id };
  const header = { "If-Match": parts.tag };

  const wear = (choice: Choice) =>
    doing.perform(
      () => api.PUT("/manage/v1/sites/{site}/theme", { params: { path, header }, body: { name: choice.theme } }),
      say("worn", { name: choice.name }),
    );
  const before = () =>
    doing.perform(
      () => api.POST("/manage/v1/sites/{site}/theme-roll-backs", { params: { path, header } }),
      say("before.done"),
    );
  const upload = (zip: File) =>
    doing.perform(
      () =>
        api.POST("/manage/v1/agencies/{agency}/themes", {
          params: { path: { agency: site.agency } },
          headers: { "Content-Type": "application/zip" },
          body: zip as unknown as string,
          bodySerializer: (body) => body,
        }),
      say("upload.done", { name: zip.name }),
    );

  return (
    <section className="stack" aria-labelledby="themes-which">
      <div className="themes-head">
        <h2 id="themes-which">{say("which")}</h2>
        <div className="actions">
          <Button icon={<Undo2 size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setWanted("before")}>
            {say("before")}
          </Button>
          <Button icon={<Upload size={18} strokeWidth={1.5} aria-hidden />} onPress={() => file.current?.click()}>
            {say(doing.isBusy ? "upload.doing" : "upload")}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".zip,application/zip"
            hidden
            aria-label={say("upload")}
            onChange={(event) => {
              const zip = event.target.files?.[0];
              event.target.value = "";
              if (zip) {
                void upload(zip);
              }
            }}
          />
        </div>
      </div>
      <p className="soft themes-text">{say("which.text")}</p>
      {doing.problem !== undefined && <Refusal problem={doing.problem} />}
      {uploaded.isError && <Refusal problem={uploaded.error} onRetry={() => uploaded.refetch()} />}
      <Table
        label={say("which")}
        columns={[
          { key: "name", label: say("name") },
          { key: "act", label: say("act"), isSilent: true },
        ]}
      >
        {choices.map((choice) => (
          <tr key={choice.theme}>
            <th scope="row">
              {choice.name} <span className="soft small">{choice.version}</span>
              <span className="themes-about">{choice.about}</span>
            </th>
            <td className="number">
              {choice.theme === worn ? (
                <State tone="good">{say("isWorn")}</State>
              ) : (
                <Button onPress={() => setWanted(choice)}>
                  {say("wear")} <span className="hidden">{choice.name}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {wanted && (
        <Confirm
          title={wanted === "before" ? say("before.title") : say("wear.title", { name: wanted.name })}
          act={say(wanted === "before" ? "before.do" : "wear.do")}
          onAct={() => void (wanted === "before" ? before() : wear(wanted))}
          onClose={() => setWanted(undefined)}
        >
          <p>{say(wanted === "before" ? "before.text" : "wear.text")}</p>
        </Confirm>
      )}
    </section>
  );
}
