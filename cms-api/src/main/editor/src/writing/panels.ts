import { History, Languages, ListChecks, MessagesSquare, MonitorSmartphone } from "lucide-react";
import type { Panel } from "./door";

/** The panels beside the text, in the order of their tabs. The name of each is the text `panel.<key>` of this room. */
export const panels: Panel[] = [
  { key: "preview", Icon: MonitorSmartphone, load: () => import("./preview/Preview") },
  { key: "checks", Icon: ListChecks, load: () => import("./panels/Checks") },
  { key: "comments", Icon: MessagesSquare, load: () => import("../review/ReviewPanel") },
  { key: "history", Icon: History, load: () => import("../history/HistoryPanel") },
  { key: "translations", Icon: Languages, load: () => import("../translations/TranslationsPanel") },
];
