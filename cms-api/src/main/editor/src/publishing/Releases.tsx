import { Package, Plus } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { api, read, type Schemas } from "../api/client";
import { useSite } from "../app/site";
import { useTitle } from "../app/title";
import { Empty, PageHead, Refusal, State, type Tone } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { ago } from "../words/dates";
import { useSay } from "./words";
import "./publishing.css";

export const RELEASE_TONES: Record<Schemas["ReleaseView"]["state"], Tone> = {
  planned: "accent",
  published: "good",
  "rolled-back": "warm",
};

/** Changes of several pages that go live at once. */
export default function Releases() {
  const say = useSay();
  const site = useSite();
  const [isNew, setNew] = useState(false);
  useTitle(say("releases"));
  return (
    <div className="page">
      <PageHead title={say("releases")} lead={say("releases.lead")}>
        <Button look="primary" icon={<Plus size={18} aria-hidden />} onPress={() => setNew(true)}>
          {say("release.new")}
        </Button>
      </PageHead>
      <Pages
        name={["releases", site.id, "all"]}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/releases", {
              params: { path: { site: site.id }, query: { cursor, pageSize: 50 } },
            }),
          )
        }
        empty={
          <Empty icon={<Package size={28} strokeWidth={1.5} aria-hidden />} title={say("releases.none")}>
            <p>{say("releases.teach")}</p>
          </Empty>
        }
      >
        {(releases) => (
          <ul className="publishing-items">
            {releases.map((release) => (
              <li key={release.id} className="publishing-item">
                <Link to={`/sites/${site.id}/releases/${release.id}`}>{release.name}</Link>
                <State tone={RELEASE_TONES[release.state]}>{say(`releases.${release.state}`)}</State>
                <p className="soft small">{say("releases.made", { when: ago(release.createdAt) })}</p>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {isNew && <NewRelease onClose={() => setNew(false)} />}
    </div>
  );
}

function NewRelease({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const site = useSite();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function make() {
    if (name.trim() === "") {
      setWrong(true);
      return;
    }
    setProblem(undefined);
    try {
      const made = await read(
        api.POST("/manage/v1/sites/{site}/releases", {
          params: { path: { site: site.id } },
          body: { name: name.trim(), items: [] },
        }),
      );
      void navigate(`/sites/${site.id}/releases/${made.id}`);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog title={say("release.new")} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextInput
          label={say("release.name")}
          hint={say("release.nameHint")}
          error={isWrong && name.trim() === "" ? say("release.nameless") : undefined}
          value={name}
          onChange={setName}
        />
        {problem !== undefined && <Refusal problem={problem} />}
        <div className="actions end">
          <Button onPress={onClose}>{say("cancel")}</Button>
          <Button look="primary" type="submit">
            {say("release.make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
