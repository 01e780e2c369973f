import { LayoutGrid, List, SearchX } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Check, Select, TextInput } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { AddFiles } from "./AddFiles";
import { fetchFiles, filesOf, type Kind, type Wanted } from "./asset";
import { DropFiles } from "./DropFiles";
import { FileGrid } from "./FileGrid";
import { FileTable } from "./FileTable";
import { UploadList } from "./UploadList";
import { uploads } from "./uploads";
import { useLater } from "./useLater";
import { useSay } from "./words";
import "./media.css";

/** The files of a site. What is looked for stands in the address, so that it can be shared and gone back to. */
export default function Library() {
  const site = useSite();
  const say = useSay();
  useTitle(say("title"));
  const [query, setQuery] = useSearchParams();
  const [typed, setTyped] = useState(query.get("text") ?? "");
  const text = useLater(typed.trim());
  const isList = query.get("view") === "list";
  const wanted: Wanted = {
    kind: (query.get("kind") as Kind | null) ?? undefined,
    unused: query.has("unused"),
    order: query.get("order") === "oldest" ? "oldest" : "newest",
    text,
  };
  const isNarrowed = Boolean(wanted.kind || wanted.unused || text);

  function want(key: string, value: string | undefined) {
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) {
          next.set(key, value);
        } else {
          next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  }

  function forget() {
    setTyped("");
    setQuery(isList ? { view: "list" } : {}, { replace: true });
  }

  const add = (files: File[]) => void uploads.add(site, files);
  return (
    <div className="page">
      <DropFiles onFiles={add}>
        <PageHead title={say("title")} lead={say("lead")}>
          <AddFiles look="primary" onFiles={add} />
        </PageHead>
        <UploadList site={site} />
        <search className="media-filters" aria-label={say("filter")}>
          <TextInput
            label={say("search")}
            type="search"
            value={typed}
            onChange={(next) => {
              setTyped(next);
              want("text", next.trim());
            }}
          />
          <Select
            label={say("kind")}
            value={wanted.kind ?? ""}
            onChange={(kind) => want("kind", kind)}
            choices={[
              { value: "", label: say("kind.all") },
              { value: "picture", label: say("kind.picture") },
              { value: "document", label: say("kind.document") },
            ]}
          />
          <Select
            label={say("order")}
            value={wanted.order ?? "newest"}
            onChange={(order) => want("order", order === "oldest" ? order : undefined)}
            choices={[
              { value: "newest", label: say("order.newest") },
              { value: "oldest", label: say("order.oldest") },
            ]}
          />
          <Check checked={wanted.unused ?? false} onChange={(unused) => want("unused", unused ? "true" : undefined)}>
            {say("unused")}
          </Check>
          <Button
            look="quiet"
            icon={isList ? <LayoutGrid size={18} aria-hidden /> : <List size={18} aria-hidden />}
            onPress={() => want("view", isList ? undefined : "list")}
          >
            {say(isList ? "view.grid" : "view.list")}
          </Button>
        </search>
        <Pages
          name={[...filesOf(site), "library", wanted]}
          fetch={(cursor) => fetchFiles(site, wanted, cursor)}
          empty={
            isNarrowed ? (
              <Empty icon={<SearchX size={32} strokeWidth={1.5} aria-hidden />} title={say("none.title")}>
                <p>{say("none.text")}</p>
                <Button onPress={forget}>{say("none.do")}</Button>
              </Empty>
            ) : (
              <Empty title={say("empty.title")}>
                <p>{say("empty.text")}</p>
              </Empty>
            )
          }
        >
          {(found) => (isList ? <FileTable site={site} files={found} /> : <FileGrid site={site} files={found} />)}
        </Pages>
      </DropFiles>
    </div>
  );
}
