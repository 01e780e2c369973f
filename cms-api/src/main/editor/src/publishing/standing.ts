import type { Schemas } from "../api/client";

export type Way = Schemas["WorkflowWay"];
type Workflow = Schemas["WorkflowView"];
type Order = readonly string[];

/** What visitors have of a translation. */
export type Visible = "nothing" | "this" | "older";

export function visible(translation: { revision: string; publishedRevision?: string } | undefined): Visible {
  if (!translation?.publishedRevision) {
    return "nothing";
  }
  return translation.publishedRevision === translation.revision ? "this" : "older";
}

/** Whether a way leads back, such as returning a text to its writer: never what one is led to. */
export function leadsBack(way: Way, state: string, states: Order): boolean {
  return states.indexOf(way.to) < states.indexOf(state);
}

/**
 * The one thing to do next with a draft: publish it if one may and visitors don't see this very text yet, else bring it further.
 *
 * @param states of the workflow, in its order
 */
export function nextWay(workflow: Workflow, seen: Visible, states: Order): Way | undefined {
  const open = (workflow.transitions ?? []).filter((way) => way.open);
  const publishing = open.find((way) => way.publishes);
  if (publishing) {
    return seen === "this" ? undefined : publishing;
  }
  return open.find((way) => !leadsBack(way, workflow.state ?? "", states));
}

/** Ways that are closed and would bring the draft nearer to visitors: what one asks "why can't I?" about. Steps that it has behind it are none. */
export function closedWays(workflow: Workflow, states: Order): Way[] {
  const now = states.indexOf(workflow.state ?? "");
  return (workflow.transitions ?? []).filter((way) => !way.open && (way.publishes || states.indexOf(way.to) > now));
}

/** Whether the state of the workflow says more than "draft". */
export function isUnderway(workflow: Workflow, states: Order): boolean {
  return states.indexOf(workflow.state ?? "") > 0;
}
