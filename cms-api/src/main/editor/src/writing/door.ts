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

/**
 * Whether a panel need not be drawn again: the saved text is the same, and so is whether there is a newer one. Panels do nothing with what is
 * not saved yet, and typing is not to wait for them.
 */
export function sameText(before: PanelProps, now: PanelProps): boolean {
  return (
    before.site === now.site &&
    before.entry === now.entry &&
    before.locale === now.locale &&
    before.draft.revision === now.draft.revision &&
    before.draft.isSaved === now.draft.isSaved &&
    before.onDraftChanged === now.onDraftChanged
  );
}
