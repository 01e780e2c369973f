import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Site } from "../app/site";

export type Fields = Record<string, unknown>;

/** A draft as it stands on the screen. */
export interface WrittenDraft {
  /** The newest that the server has. */
  revision: string;
  /** As they are on the screen: newer than `revision` while `isSaved` is false. */
  fields: Fields;
  /** When `revision` was saved. */
  savedAt: string;
  isSaved: boolean;
}

/** What a panel beside the text is told. */
export interface PanelProps {
  site: Site;
  entry: string;
  locale: string;
  draft: WrittenDraft;
  /** The server has another draft now, for instance after a restore: it is read again. */
  onDraftChanged(): void;
  /** Leads to a field, named by a JSON Pointer into the fields (`/blocks/2/fields/text`). */
  focusField(pointer: string): void;
}

/** A panel beside the text, loaded when it is first opened. */
export interface Panel {
  key: string;
  Icon: LucideIcon;
  load: () => Promise<{ default: ComponentType<PanelProps> }>;
}
