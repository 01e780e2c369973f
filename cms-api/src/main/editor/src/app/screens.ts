import {
  Activity,
  Blocks,
  CalendarClock,
  FileText,
  House,
  Image,
  Import,
  KeyRound,
  type LucideIcon,
  MessageSquare,
  Package,
  ScrollText,
  Settings,
  Users,
  Webhook,
  Workflow,
} from "lucide-react";
import { may, type Permission, type Site } from "./site";
import type nl from "./words.nl.json";

export interface Screen {
  key: keyof typeof nl;
  path: string;
  group: "work" | "manage";
  Icon: LucideIcon;
}

interface Offered extends Screen {
  needs?: Permission;
}

/** What the rail and the palette lead to: the screens that have a use for who looks. */
export function screensOf(site: Site): Screen[] {
  const at = (path: string) => `/sites/${site.id}/${path}`;
  const all: Offered[] = [
    { key: "nav.home", path: "/", group: "work", Icon: House },
    { key: "nav.content", path: at("content"), group: "work", Icon: FileText, needs: "content.write" },
    { key: "nav.media", path: at("media"), group: "work", Icon: Image, needs: "content.write" },
    { key: "nav.releases", path: at("releases"), group: "work", Icon: Package, needs: "content.write" },
    { key: "nav.schedules", path: at("schedules"), group: "work", Icon: CalendarClock, needs: "content.write" },
    { key: "nav.messages", path: at("messages"), group: "work", Icon: MessageSquare, needs: "content.publish" },
    { key: "nav.settings", path: at("settings"), group: "manage", Icon: Settings, needs: "site.manage" },
    { key: "nav.people", path: at("people"), group: "manage", Icon: Users, needs: "site.manage" },
    { key: "nav.models", path: at("models"), group: "manage", Icon: Blocks, needs: "content.write" },
    { key: "nav.workflows", path: at("workflows"), group: "manage", Icon: Workflow, needs: "site.manage" },
    { key: "nav.imports", path: at("imports"), group: "manage", Icon: Import, needs: "content.write" },
    { key: "nav.jobs", path: at("jobs"), group: "manage", Icon: Activity, needs: "content.write" },
    { key: "nav.webhooks", path: at("webhooks"), group: "manage", Icon: Webhook, needs: "site.manage" },
    { key: "nav.tokens", path: at("tokens"), group: "manage", Icon: KeyRound },
    { key: "nav.audit", path: at("audit"), group: "manage", Icon: ScrollText, needs: "agency.manage" },
  ];
  return all.filter((screen) => !screen.needs || may(site, screen.needs));
}
