import type { components } from "./schema";

export type Fault = components["schemas"]["Fault"];

/** A refusal of the API (RFC 9457), or that it could not be reached. Its `detail` is a sentence that says what to do. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly faults: Fault[] = [],
    /** All members that came along, such as `path` of `path-taken`. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** The server could not be reached: not refused, so it is worth another try. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    if (typeof body !== "object" || body === null) {
      return new Problem(response.status, "unreadable", response.statusText);
    }
    const members = body as Record<string, unknown>;
    return new Problem(
      response.status,
      String(members.type ?? "").replace(/^.*\//, ""),
      String(members.detail ?? members.title ?? response.statusText),
      Array.isArray(members.errors) ? (members.errors as Fault[]) : [],
      members,
    );
  }
}

export const OFFLINE = "offline";
