import { createBrowserRouter, type RouteObject } from "react-router";
import { App } from "./App";
import { Broken } from "./Broken";
import { NotHere } from "./NotHere";
import { SiteFrame } from "./SiteFrame";

/** A screen that is loaded when it is first opened: the module's default export. */
function screen(path: string, load: () => Promise<{ default: React.ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

const ofSite: RouteObject[] = [
  screen("audit", () => import("../audit/Audit")),
  screen("content", () => import("../content/Content")),
  screen("entries/:entry/:locale", () => import("../writing/Writing")),
  screen("imports", () => import("../imports/Imports")),
  screen("imports/:job", () => import("../imports/ImportJob")),
  screen("jobs", () => import("../jobs/Jobs")),
  screen("jobs/:job", () => import("../jobs/JobPage")),
  screen("media", () => import("../media/Library")),
  screen("media/:asset", () => import("../media/FilePage")),
  screen("messages/:tab?", () => import("../messages/Messages")),
  screen("models", () => import("../models/Models")),
  screen("models/:type", () => import("../models/EditType")),
  screen("models/:type/versions", () => import("../models/TypeVersions")),
  screen("models/new", () => import("../models/NewType")),
  screen("new", () => import("../writing/New")),
  screen("people", () => import("../people/People")),
  screen("releases", () => import("../publishing/Releases")),
  screen("releases/:release", () => import("../publishing/Release")),
  screen("schedules", () => import("../publishing/Schedules")),
  screen("settings/:tab?", () => import("../sites/Settings")),
  screen("tokens", () => import("../tokens/Tokens")),
  screen("webhooks", () => import("../webhooks/Webhooks")),
  screen("webhooks/:webhook", () => import("../webhooks/OneWebhook")),
  screen("workflows", () => import("../workflows/Workflows")),
];

export const router = createBrowserRouter(
  [
    {
      path: "/",
      Component: App,
      ErrorBoundary: Broken,
      HydrateFallback: () => null,
      children: [
        { ...screen("", () => import("../home/Home")), index: true, path: undefined } as RouteObject,
        { path: "sites/:site", Component: SiteFrame, ErrorBoundary: Broken, children: ofSite },
        { path: "*", Component: NotHere },
      ],
    },
  ],
  { basename: "/editor" },
);
