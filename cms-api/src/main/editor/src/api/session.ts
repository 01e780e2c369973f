import { useSyncExternalStore } from "react";
import type { components } from "./schema";

export type Me = components["schemas"]["Me"];

/**
 * Who is signed in. `unknown` until the server was asked; `nobody` before anyone signed in; `over` when a session ended while somebody was
 * at work: what they asked for waits until they are back.
 */
export type Session = { state: "unknown" } | { state: "nobody" } | { state: "in"; me: Me } | { state: "over"; me: Me };

let session: Session = { state: "unknown" };
let waiting: Array<() => void> = [];
const listeners = new Set<() => void>();

export function currentSession(): Session {
  return session;
}

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSession);
}

function become(next: Session): void {
  session = next;
  for (const listener of listeners) {
    listener();
  }
}

/** Somebody signed in, for the first time or again. */
export function enter(me: Me): void {
  become({ state: "in", me });
  const released = waiting;
  waiting = [];
  for (const release of released) {
    release();
  }
}

export function leave(): void {
  become({ state: "nobody" });
}

/** Resolves when somebody is signed in again. */
export function regained(): Promise<void> {
  if (session.state === "in") {
    become({ state: "over", me: session.me });
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

export function csrfToken(): string | undefined {
  return session.state === "in" || session.state === "over" ? (session.me.csrfToken ?? undefined) : undefined;
}
