import { OFFLINE, Problem } from "./problem";
import { csrfToken, currentSession, enter, type Me, regained } from "./session";

/**
 * Sends a request as who is signed in. If the session has ended, the request waits until somebody has signed in over the page, and is sent
 * again: nothing that was typed is lost.
 *
 * @throws Problem if it was refused, or nobody could be reached
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await once(request);
  if (response.ok || response.status === 304) {
    return response;
  }
  const problem = await Problem.of(response);
  const wasIn = currentSession().state !== "unknown" && currentSession().state !== "nobody";
  if (wasIn && problem.status === 401) {
    await regained();
    return send(again);
  }
  if (wasIn && problem.code === "csrf" && (await tokenChanged())) {
    return send(again);
  }
  throw problem;
}

async function once(request: Request): Promise<Response> {
  const token = csrfToken();
  const headers = new Headers(request.headers);
  if (token && request.method !== "GET" && request.method !== "HEAD") {
    headers.set("Plein-Csrf", token);
  }
  try {
    return await fetch(new Request(request, { headers }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      throw error;
    }
    throw new Problem(0, OFFLINE, "");
  }
}

/** In another tab the same person signed in again: this tab learns the token of that session. */
async function tokenChanged(): Promise<boolean> {
  const before = csrfToken();
  const response = await fetch("/identity/v1/session");
  if (!response.ok) {
    return false;
  }
  const me = (await response.json()) as Me;
  const known = currentSession();
  if ((known.state === "in" || known.state === "over") && known.me.person !== me.person) {
    location.reload();
    return false;
  }
  enter(me);
  return me.csrfToken !== before;
}
