import { useState } from "react";
import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { TextInput } from "../kit/Field";
import { seenOn } from "./seenOn";
import { useSay } from "./words";

/** Finds what a page said to visitors on a day, at the end of it, on the clock of the site. */
export function AsSeenOn({
  site,
  entry,
  locale,
  onFound,
}: {
  site: Site;
  entry: string;
  locale: string;
  onFound: (revision: Schemas["RevisionView"]) => void;
}) {
  const say = useSay();
  const [date, setDate] = useState("");
  const [isNothing, setNothing] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function find() {
    setNothing(false);
    setProblem(undefined);
    let cursor: number | undefined;
    try {
      do {
        const page: Schemas["ListingRevisionView"] = await read(
          api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions", {
            params: { path: { site: site.id, entry, locale }, query: { cursor, pageSize: 100 } },
          }),
        );
        const found = page.items.find((one) => seenOn(one.shown ?? [], date, site.timeZone));
        if (found) {
          onFound(found);
          return;
        }
        cursor = page.page.next ? Number(page.page.next) : undefined;
      } while (cursor !== undefined);
      setNothing(true);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <form
      className="history-seen"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <TextInput
        type="date"
        label={say("seen.label")}
        value={date}
        onChange={(value) => {
          setDate(value);
          setNothing(false);
        }}
        error={isNothing ? say("seen.nothing") : undefined}
      />
      <Button type="submit" isDisabled={date === ""}>
        {say("seen.do")}
      </Button>
      {problem !== undefined && <Refusal problem={problem} />}
    </form>
  );
}
