import { Compass } from "lucide-react";
import { ButtonLink } from "../kit/Button";
import { useTitle } from "./title";
import { useSay } from "./words";

export function NotHere() {
  const say = useSay();
  useTitle(say("notHere.title"));
  return (
    <div className="page">
      <div className="empty">
        <Compass size={40} strokeWidth={1.5} aria-hidden />
        <h1 tabIndex={-1}>{say("notHere.title")}</h1>
        <p>{say("notHere.text")}</p>
        <ButtonLink to="/">{say("notHere.home")}</ButtonLink>
      </div>
    </div>
  );
}
