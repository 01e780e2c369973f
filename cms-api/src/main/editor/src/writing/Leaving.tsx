import { useEffect } from "react";
import { useBlocker } from "react-router";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import type { Draft } from "./draft/Draft";
import { useSay } from "./words";

/** Who leaves while something is not saved: it is saved first; if that fails, they are asked. */
export function Leaving({ draft }: { draft: Draft }) {
  const say = useSay();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !draft.snapshot().isSaved,
  );
  const isFailed = blocker.state === "blocked" && !["waiting", "saving", "saved"].includes(draft.snapshot().state.is);

  useEffect(() => {
    if (blocker.state === "blocked" && ["waiting", "saving"].includes(draft.snapshot().state.is)) {
      void draft.flush().then(() => (draft.snapshot().isSaved ? blocker.proceed() : undefined));
    }
  }, [blocker, draft]);

  useEffect(() => {
    function unloading(event: BeforeUnloadEvent) {
      if (!draft.snapshot().isSaved) {
        void draft.flush();
        event.preventDefault();
      }
    }
    addEventListener("beforeunload", unloading);
    return () => removeEventListener("beforeunload", unloading);
  }, [draft]);

  return isFailed ? (
    <Dialog title={say("leave.title")} onClose={() => blocker.reset?.()}>
      <p>{say("leave.text")}</p>
      <div className="actions end">
        <Button onPress={() => blocker.proceed?.()}>{say("leave.go")}</Button>
        <Button look="primary" onPress={() => blocker.reset?.()}>
          {say("leave.stay")}
        </Button>
      </div>
    </Dialog>
  ) : null;
}
