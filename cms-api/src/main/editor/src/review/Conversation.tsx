import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schemas } from "../api/client";
import { useSession } from "../api/session";
import { useFieldName } from "../compare/door";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { TextArea } from "../kit/Field";
import { tell } from "../kit/toasts";
import { toHeading } from "../kit/toHeading";
import { ago } from "../words/dates";
import type { PanelProps } from "../writing/door";
import { useSay } from "./words";

/** A comment with its answers: read, answered, settled, opened again, taken back by whoever said it. */
export function Conversation({
  site,
  focusField,
  type,
  comment,
}: PanelProps & { type: string; comment: Schemas["ReviewComment"] }) {
  const say = useSay();
  const client = useQueryClient();
  const session = useSession();
  const fieldName = useFieldName(site, type);
  const [answer, setAnswer] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const me = session.state === "in" || session.state === "over" ? session.me.person : undefined;
  const id = comment.id ?? "";
  const field = comment.field ?? "";

  async function attempt(act: () => Promise<unknown>, done: string, leaves: boolean) {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
      return;
    }
    setAnswer(undefined);
    await client.invalidateQueries({ queryKey: ["comments"] });
    tell(done);
    if (leaves) {
      toHeading(".review-heading");
    }
  }

  const path = (comment: string) => ({ params: { path: { site: site.id, comment } } });
  const settle = () => api.PUT("/manage/v1/sites/{site}/comments/{comment}/resolution", path(id));
  const reopen = () => api.DELETE("/manage/v1/sites/{site}/comments/{comment}/resolution", path(id));
  const takeBack = (which: string) => api.DELETE("/manage/v1/sites/{site}/comments/{comment}", path(which));

  return (
    <article className="review-comment">
      <div className="row">
        <button type="button" className="review-place" onClick={() => focusField(field)}>
          {fieldName(field)}
        </button>
        {comment.gone && <span className="soft small">{say("comment.gone")}</span>}
      </div>
      {comment.quote && <q>{comment.quote}</q>}
      <Said by={comment.by?.name} at={comment.at} words={comment.words} />
      {(comment.answers ?? []).map((one) => (
        <div className="review-answer" key={one.id}>
          <Said by={one.by?.name} at={one.at} words={one.words} />
          {one.by?.person === me && (
            <Button look="quiet" onPress={() => void attempt(() => takeBack(one.id), say("comment.takenBack"), true)}>
              {say("comment.takeBack")}
            </Button>
          )}
        </div>
      ))}
      {comment.resolution && (
        <p className="soft small">
          {say("comment.settledBy", { name: comment.resolution.by?.name ?? say("installation") })}
        </p>
      )}
      {answer !== undefined && <TextArea label={say("comment.answer")} rows={2} value={answer} onChange={setAnswer} />}
      {problem !== undefined && <Refusal problem={problem} />}
      <div className="actions">
        {answer === undefined ? (
          <Button onPress={() => setAnswer("")}>{say("comment.answer")}</Button>
        ) : (
          <>
            <Button
              isDisabled={answer.trim() === ""}
              onPress={() =>
                void attempt(
                  () =>
                    api.POST("/manage/v1/sites/{site}/comments/{comment}/answers", {
                      ...path(id),
                      body: { words: answer.trim() },
                    }),
                  say("comment.answered"),
                  false,
                )
              }
            >
              {say("comment.send")}
            </Button>
            <Button onPress={() => setAnswer(undefined)}>{say("cancel")}</Button>
          </>
        )}
        {comment.resolution ? (
          <Button look="quiet" onPress={() => void attempt(reopen, say("comment.reopened"), true)}>
            {say("comment.reopen")}
          </Button>
        ) : (
          <Button look="quiet" onPress={() => void attempt(settle, say("comment.settled"), true)}>
            {say("comment.settle")}
          </Button>
        )}
        {comment.by?.person === me && comment.words !== undefined && (
          <Button look="quiet" onPress={() => void attempt(() => takeBack(id), say("comment.takenBack"), true)}>
            {say("comment.takeBack")}
          </Button>
        )}
      </div>
    </article>
  );
}

function Said({ by, at, words }: { by?: string; at?: string; words?: string }) {
  const say = useSay();
  return (
    <div>
      <p className="small">
        <strong>{by ?? say("somebody")}</strong> <span className="soft">{at && ago(at)}</span>
      </p>
      {words === undefined ? (
        <p className="soft">{say("comment.wasTakenBack")}</p>
      ) : (
        <p className="review-words">{words}</p>
      )}
    </div>
  );
}
