import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { api, read } from "../api/client";
import { useAfterSave, useFieldName } from "../compare/door";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Select, TextArea } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { tell } from "../kit/toasts";
import type { PanelProps } from "../writing/door";
import { Conversation } from "./Conversation";
import { type Selected, useSelection } from "./useSelection";
import { useSay } from "./words";

/** What is said about a text, field by field: open, or settled. */
export function Comments(props: PanelProps) {
  const { site, entry, locale, draft } = props;
  const say = useSay();
  const [isSettled, setSettled] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const selected = useSelection();
  useAfterSave(draft.revision, ["comments", site.id, entry, locale]);
  const type = useQuery({
    queryKey: ["entry-type", site.id, entry],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await read(api.GET("/manage/v1/sites/{site}/entries/{entry}", { params: { path: { site: site.id, entry } } })))
        .type,
  });
  return (
    <section className="stack tight">
      <h2 tabIndex={-1} className="review-heading">
        {say("comments")}
      </h2>
      <Select
        label={say("comments.show")}
        value={isSettled ? "settled" : "open"}
        onChange={(value) => setSettled(value === "settled")}
        choices={[
          { value: "open", label: say("comments.open") },
          { value: "settled", label: say("comments.settled") },
        ]}
      />
      <Pages
        name={["comments", site.id, entry, locale, isSettled]}
        empty={<p className="soft">{say(isSettled ? "comments.noneSettled" : "comments.none")}</p>}
        fetch={(cursor) =>
          read(
            api.GET("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/comments", {
              params: { path: { site: site.id, entry, locale }, query: { resolved: isSettled, cursor } },
            }),
          )
        }
      >
        {(comments) => (
          <ul className="review-comments">
            {comments.map((comment) => (
              <li key={comment.id}>
                <Conversation {...props} type={type.data ?? ""} comment={comment} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
      {isAdding ? (
        <NewComment {...props} type={type.data ?? ""} selected={selected} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={<MessageSquarePlus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setAdding(true)}>
            {say(selected ? "comments.addQuote" : "comments.add")}
          </Button>
        </div>
      )}
    </section>
  );
}

function NewComment({
  site,
  entry,
  locale,
  draft,
  type,
  selected,
  onDone,
}: PanelProps & { type: string; selected: Selected | undefined; onDone: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const fieldName = useFieldName(site, type);
  const [field, setField] = useState(selected?.field ?? Object.keys(draft.fields)[0] ?? "");
  const [quote, setQuote] = useState(selected?.quote);
  const [words, setWords] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const fields = [...new Set([...(selected ? [selected.field] : []), ...Object.keys(draft.fields)])];

  async function add() {
    if (words.trim() === "") {
      setWrong(true);
      return;
    }
    setProblem(undefined);
    try {
      await api.POST("/manage/v1/sites/{site}/entries/{entry}/translations/{locale}/comments", {
        params: { path: { site: site.id, entry, locale } },
        body: { field, quote, words: words.trim() },
      });
    } catch (error) {
      setProblem(error);
      return;
    }
    await client.invalidateQueries({ queryKey: ["comments"] });
    tell(say("comments.added"));
    onDone();
  }

  return (
    <form
      className="stack review-new"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {quote && (
        <div className="row">
          <q>{quote}</q>
          <Button look="quiet" onPress={() => setQuote(undefined)}>
            {say("comments.noQuote")}
          </Button>
        </div>
      )}
      <Select
        label={say("comments.field")}
        value={field}
        onChange={(value) => {
          setField(value);
          setQuote(value === selected?.field ? selected.quote : undefined);
        }}
        choices={fields.map((value) => ({ value, label: fieldName(value) }))}
      />
      <TextArea
        label={say("comments.words")}
        error={isWrong && words.trim() === "" ? say("comments.wordless") : undefined}
        value={words}
        onChange={setWords}
      />
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions">
        <Button type="submit">{say("comments.do")}</Button>
        <Button onPress={onDone}>{say("cancel")}</Button>
      </div>
    </form>
  );
}
