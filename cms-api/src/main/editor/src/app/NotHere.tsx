import { Compass } from "lucide-react";
import { Empty } from "../kit/Bits";
import { ButtonLink } from "../kit/Button";
import { useTitle } from "./title";
import { useSay } from "./words";

export function NotHere() {
  const say = useSay();
  useTitle(say("notHere.title"));
  return (
    <div className="page">
      <Empty icon={<Compass size={40} strokeWidth={1.5} aria-hidden />} title={say("notHere.title")}>
        <p>{say("notHere.text")}</p>
        <ButtonLink to="/">{say("notHere.home")}</ButtonLink>
      </Empty>
    </div>
  );
}
