import { useEffect } from "react";
import { useBlocker } from "react-router";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { useSay } from "./words";

/** Asks before somebody leaves a page with changes that are not saved. */
export function LeaveWarning({ isChanged }: { isChanged: boolean }) {
  const say = useSay();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
  );
  useEffect(() => {
    if (!isChanged) {
      return;
    }
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [isChanged]);
  return (
    blocker.state === "blocked" && (
      <Dialog title={say("leave.title")} onClose={() => blocker.reset()}>
        <p>{say("leave.text")}</p>
        <div className="actions end">
          <Button onPress={() => blocker.reset()}>{say("leave.stay")}</Button>
          <Button look="danger" onPress={() => blocker.proceed()}>
            {say("leave.do")}
          </Button>
        </div>
      </Dialog>
    )
  );
}
