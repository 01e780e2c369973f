import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, read } from "../api/client";
import type { Site } from "../app/site";
import { State } from "../kit/Bits";
import { short } from "../words/dates";
import { inLanguage, useLanguage } from "../words/language";
import { Part } from "./Part";
import { useSay } from "./words";

/** What waits for whoever looks, on all their sites: the nearest deadline first. */
export function Tasks({ sites }: { sites: readonly Site[] }) {
  const say = useSay();
  const language = useLanguage();
  const tasks = useQuery({
    queryKey: ["tasks", "mine"],
    queryFn: () => read(api.GET("/manage/v1/tasks", { params: { query: { pageSize: 12 } } })),
  });
  return (
    <Part title={say("tasks")} query={tasks} empty={say("tasks.none")}>
      {(task) => {
        const site = sites.find((one) => one.id === task.site);
        // A draft that is back with its writer was returned: nobody waits for a draft that never left.
        const tone = task.overdue ? "danger" : task.state === "draft" ? "warm" : "accent";
        return (
          <li key={`${task.entry} ${task.locale}`}>
            <Link to={`/sites/${task.site}/entries/${task.entry}/${task.locale}`}>{task.title}</Link>
            <State tone={tone}>
              {task.state === "draft" ? say("tasks.returned") : inLanguage(task.stateName, language)}
            </State>
            <span className="soft small">
              {[
                sites.length > 1 && task.siteName,
                task.assignee ? say("tasks.yours") : say("tasks.everybodys"),
                task.deadline &&
                  say(task.overdue ? "tasks.overdue" : "tasks.until", { time: short(task.deadline, site?.timeZone) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        );
      }}
    </Part>
  );
}
