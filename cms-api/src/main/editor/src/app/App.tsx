import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { RouterProvider as AriaRouter } from "react-aria-components";
import { Outlet, useHref, useLocation, useNavigate } from "react-router";
import { Problem } from "../api/problem";
import { enter, leave, type Me, useSession } from "../api/session";
import { Refusal, Shapes } from "../kit/Bits";
import { Toasts } from "../kit/toasts";
import { Shell } from "./Shell";
import { SignInOver, SignInPage } from "./SignIn";

/** Everything of the editor: somebody signs in, and finds the screens in their frame. */
export function App() {
  const session = useSession();
  const navigate = useNavigate();
  const asked = useQuery({ queryKey: ["session"], queryFn: whoIsThere, staleTime: Number.POSITIVE_INFINITY });
  useFocusOnNewPage();
  return (
    <AriaRouter navigate={(to, options) => void navigate(to, options)} useHref={useHref}>
      {session.state === "nobody" && <SignInPage />}
      {session.state === "unknown" &&
        (asked.isError ? <Refusal problem={asked.error} onRetry={() => asked.refetch()} /> : <Shapes />)}
      {(session.state === "in" || session.state === "over") && (
        <Shell me={session.me}>
          <Outlet />
        </Shell>
      )}
      {session.state === "over" && <SignInOver me={session.me} />}
      <Toasts />
      <div id="said" className="hidden" role="status" aria-live="polite" />
      <div id="said-now" className="hidden" role="alert" aria-live="assertive" />
    </AriaRouter>
  );
}

async function whoIsThere(): Promise<Me | null> {
  let response: Response;
  try {
    response = await fetch("/identity/v1/session");
  } catch {
    throw new Problem(0, "offline", "");
  }
  if (response.ok) {
    const me = (await response.json()) as Me;
    enter(me);
    return me;
  }
  if (response.status === 401) {
    leave();
    return null;
  }
  throw await Problem.of(response);
}

const OFTEN = 50;
const PATIENCE = 5_000;

/** Whoever can't see that another page is there hears its title: focus goes to the heading, as with pages of a server. */
function useFocusOnNewPage() {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the path that makes a page new
  useEffect(() => {
    const end = Date.now() + PATIENCE;
    const look = setInterval(() => {
      const heading = document.querySelector<HTMLElement>("main h1");
      const active = document.activeElement;
      // Somebody who has begun on the page already is left alone; the menus that led here are done with.
      const isFree = !active || active === document.body || active.closest("[data-leads]") !== null;
      if (heading && isFree) {
        heading.focus();
      }
      if (heading || !isFree || Date.now() > end) {
        clearInterval(look);
      }
    }, OFTEN);
    return () => clearInterval(look);
  }, [pathname]);
}
