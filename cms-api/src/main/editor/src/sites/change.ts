import { useState } from "react";
import { api } from "../api/client";
import { Problem } from "../api/problem";
import type { Site } from "../app/site";
import { type Doing, useAct } from "../kit/act";
import { type Change, moved, type Parts, partsOf, readParts } from "./parts";

/** Somebody else changed the same parts: what they say now, and how to go on. */
export interface Collision {
  seen: Parts;
  now: Parts;
  parts: Change[];
}

export interface Changing extends Doing {
  collision: Collision | undefined;
  /** Makes the changes as one version of the site. Answers whether it went well. */
  change: (seen: Parts, changes: Change[], told: string) => Promise<boolean>;
  settle: () => void;
}

/**
 * Changes parts of a site as they were seen. If the site moved on elsewhere, that is no matter; if the very parts did, nothing is
 * written, and the collision is there to be shown.
 */
export function useChanging(site: Site): Changing {
  const doing = useAct(partsOf(site), ["sites"], ["site", site.id], ["theme", site.id]);
  const [collision, setCollision] = useState<Collision>();
  async function change(seen: Parts, changes: Change[], told: string): Promise<boolean> {
    setCollision(undefined);
    let hit: Collision | undefined;
    const isDone = await doing.perform(async () => {
      try {
        await write(site, seen.tag, changes);
      } catch (problem) {
        if (!(problem instanceof Problem && problem.status === 412)) {
          throw problem;
        }
        const isRedirect = changes.some((one) => one.kind === "redirect");
        const now = await readParts(site, isRedirect ? "redirects" : "others");
        const parts = moved(seen, now, changes);
        if (parts.length > 0) {
          hit = { seen, now, parts };
          throw problem;
        }
        await write(site, now.tag, changes);
      }
    }, told);
    if (hit) {
      doing.forget();
      setCollision(hit);
    }
    return isDone;
  }
  return { ...doing, collision, change, settle: () => setCollision(undefined) };
}

function write(site: Site, tag: string, changes: Change[]): Promise<unknown> {
  return api.POST("/manage/v1/sites/{site}/part-changes", {
    params: { path: { site: site.id }, header: { "If-Match": tag } },
    body: { changes },
  });
}
