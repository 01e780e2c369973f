import { api, read, type Schemas } from "../api/client";
import type { Site } from "../app/site";
import type { TypeDefinition } from "./definition";

/** What another definition of a type would mean for the texts that are of it; changes nothing. */
export function weigh(site: Site, definition: TypeDefinition): Promise<Schemas["TypeImpact"]> {
  return read(
    api.POST("/manage/v1/agencies/{agency}/content-types/{type}/impacts", {
      params: { path: { agency: site.agency, type: definition.key } },
      body: definition,
    }),
  );
}

/**
 * Gives a type another definition.
 *
 * @param impact the fingerprint of what was looked at: another impact by now is refused
 * @returns the job that carries texts over, if there is something to carry
 */
export async function saveType(
  site: Site,
  definition: TypeDefinition,
  tag: string,
  impact: string | undefined,
): Promise<string | undefined> {
  const { response } = await api.PUT("/manage/v1/agencies/{agency}/content-types/{type}", {
    params: {
      path: { agency: site.agency, type: definition.key },
      query: { impact },
      header: { "If-Match": tag },
    },
    body: definition,
  });
  return response.headers.get("Location")?.split("/").pop();
}
