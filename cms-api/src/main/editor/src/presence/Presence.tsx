import { useEffect, useRef } from "react";
import { announce } from "../kit/announce";
import "./presence.css";
import { initials, type Present, usePresent } from "./present";
import { useSay } from "./words";

/** Who else has the entry open: initials, with their names said once they come or go. */
export function Presence({ site, entry }: { site: string; entry: string }) {
  const say = useSay();
  const others = usePresent(site, entry);
  const before = useRef<Present[]>([]);
  useEffect(() => {
    const came = others.find((one) => !before.current.some((other) => other.person === one.person));
    const left = before.current.find((one) => !others.some((other) => other.person === one.person));
    if (came) {
      announce(say("came", { name: came.name }));
    } else if (left) {
      announce(say("left", { name: left.name }));
    }
    before.current = others;
  }, [others, say]);
  if (others.length === 0) {
    return null;
  }
  return (
    <p className="presence">
      <span className="hidden">{say("here", { names: others.map((one) => one.name).join(", ") })}</span>
      {others.slice(0, 4).map((one) => (
        <span className="presence-one" key={one.person} title={one.name} aria-hidden="true">
          {initials(one.name)}
        </span>
      ))}
      {others.length > 4 && (
        <span className="presence-one" aria-hidden="true">
          +{others.length - 4}
        </span>
      )}
    </p>
  );
}
