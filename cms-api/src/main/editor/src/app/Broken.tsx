import { useRouteError } from "react-router";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { useSay } from "./words";

/** Instead of a screen that failed: what was typed is kept in the browser. */
export function Broken() {
  const say = useSay();
  const error = useRouteError();
  console.error(error);
  return (
    <main className="page">
      <h1>{say("broken.title")}</h1>
      <Refusal problem={error} />
      <div>
        <Button onPress={() => location.reload()}>{say("broken.reload")}</Button>
      </div>
    </main>
  );
}
