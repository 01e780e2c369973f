import { type Fault, Problem } from "../../api/problem";
import type { Fields, WrittenDraft } from "../door";
import type { Keeper } from "./kept";
import { merge } from "./merge";
import { type Path, put, toPath } from "./path";
import { same } from "./same";

/** A draft as the server tells it. */
export interface Saved {
  revision: string;
  model: number;
  savedAt: string;
  fields: Fields;
  merged?: string[];
}

/** Three versions of the fields, of which two can't both stay. */
export interface Conflict {
  base: Fields;
  theirs: Fields;
  head: string;
  savedBy?: string;
}

export type SaveState =
  | { is: "saved" }
  | { is: "waiting" }
  | { is: "saving" }
  /** Not reached; it is tried again by itself. */
  | { is: "offline" }
  | { is: "conflict"; conflict: Conflict }
  /** Not taken; it is tried again with the next change. */
  | { is: "refused"; problem: Problem }
  /** What was sent lies aside on the server: its base, or its fields, are no more. */
  | { is: "aside" };

export interface Snapshot extends WrittenDraft {
  state: SaveState;
  /** What the server did not take, by the paths of the fields. */
  faults: ReadonlyMap<Path, Fault>;
}

/** How a draft reaches the server. */
export type Send = (body: { basedOn: string; model: number; fields: Fields; autosave: boolean }) => Promise<Saved>;

const PAUSE = 1000;
const LONGEST = 60_000;
const NO_FAULTS: ReadonlyMap<Path, Fault> = new Map();

/** A draft that somebody writes: saved after each pause, one save at a time, and kept in the browser until the server has it. */
export class Draft {
  private base: Saved;
  private now: Snapshot;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    saved: Saved,
    private readonly send: Send,
    private readonly keeper: Pick<Keeper, "keep" | "drop">,
  ) {
    this.base = saved;
    this.now = { ...saved, isSaved: true, state: { is: "saved" }, faults: NO_FAULTS };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.now;

  /** Somebody typed. */
  change(path: Path, value: unknown): void {
    this.take(put(this.now.fields, path, value));
  }

  /** Other fields altogether, on top of what the server has. */
  take(fields: Fields): void {
    this.show({ fields, isSaved: false });
    this.keep();
    const { is } = this.now.state;
    if (is !== "conflict" && is !== "aside") {
      this.show({ state: is === "saving" || is === "offline" ? this.now.state : { is: "waiting" } });
      this.later(is === "offline" ? this.wait() : PAUSE);
    }
  }

  /** What was kept in this browser comes back, on the revision that it was typed on. */
  bringBack(kept: { basedOn: string; model: number; fields: Fields }): void {
    this.base = { ...this.base, revision: kept.basedOn, model: kept.model };
    this.take(kept.fields);
  }

  /** What is to stay of a conflict was chosen. */
  settle(conflict: Conflict, fields: Fields): void {
    this.base = { ...this.base, revision: conflict.head, fields: conflict.theirs };
    this.show({ state: { is: "waiting" } });
    this.take(fields);
    void this.flush();
  }

  /** Saves at once what is not saved yet. `isAsked`: somebody asked for it. */
  async flush(isAsked = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) {
      await this.running;
    }
    if (this.now.isSaved || this.now.state.is === "conflict" || this.now.state.is === "aside") {
      return;
    }
    this.running = this.save(!isAsked).finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  /** Whoever is back tries again. */
  readonly online = () => {
    if (this.now.state.is === "offline") {
      void this.flush();
    }
  };

  stop(): void {
    clearTimeout(this.timer);
    void this.flush();
  }

  private async save(autosave: boolean): Promise<void> {
    const sent = this.now.fields;
    this.show({ state: { is: "saving" } });
    try {
      const saved = await this.send({ basedOn: this.base.revision, model: this.base.model, fields: sent, autosave });
      this.failures = 0;
      this.saved(sent, saved);
    } catch (error) {
      this.failed(error instanceof Problem ? error : new Problem(500, "unreadable", String(error)), sent);
    }
  }

  private saved(sent: Fields, saved: Saved): void {
    const typedOn = this.now.fields !== sent;
    this.base = saved;
    const shown = { revision: saved.revision, savedAt: saved.savedAt, faults: NO_FAULTS };
    const theirs = { ...sent };
    for (const key of saved.merged ?? []) {
      theirs[key] = saved.fields[key];
    }
    const { fields, clashes } = merge(sent, this.now.fields, theirs);
    if (clashes.length > 0) {
      const conflict = { base: sent, theirs: saved.fields, head: saved.revision };
      this.show({ ...shown, state: { is: "conflict", conflict } });
      return;
    }
    const isSaved = !typedOn;
    this.show({
      ...shown,
      fields: saved.merged?.length ? fields : this.now.fields,
      isSaved,
      state: { is: isSaved ? "saved" : "waiting" },
    });
    if (isSaved) {
      void this.keeper.drop();
    } else {
      this.keep();
      this.later(PAUSE);
    }
  }

  private failed(problem: Problem, sent: Fields): void {
    if (problem.isOffline || problem.status >= 500 || problem.status === 429) {
      this.failures += 1;
      this.show({ state: { is: "offline" } });
      this.later(this.wait());
    } else if (problem.code === "draft-moved-on") {
      this.movedOn(problem);
    } else if (problem.members.kept) {
      this.show({ state: { is: "aside" } });
      void this.keeper.drop();
    } else {
      const faults = new Map<Path, Fault>();
      for (const fault of problem.faults) {
        if (fault.location.startsWith("/fields/")) {
          faults.set(toPath(sent, fault.location.slice("/fields".length)), fault);
        }
      }
      this.show({ state: { is: "refused", problem }, faults });
    }
  }

  private movedOn(problem: Problem): void {
    const { base, theirs, head, savedBy } = problem.members;
    const conflict = { base: base as Fields, theirs: theirs as Fields, head: String(head) };
    const { fields, clashes } = merge(conflict.base, this.now.fields, conflict.theirs);
    if (clashes.length > 0) {
      this.show({ state: { is: "conflict", conflict: { ...conflict, savedBy: savedBy as string | undefined } } });
      return;
    }
    // The server's merge is coarser here and there; what both say can stand together.
    this.base = { ...this.base, revision: conflict.head, fields: conflict.theirs };
    this.show({ state: { is: "waiting" } });
    this.take(fields);
  }

  private keep(): void {
    const { revision: basedOn, model } = this.base;
    this.keeper.keep({ basedOn, model, fields: this.now.fields, keptAt: new Date().toISOString() });
  }

  private wait(): number {
    return Math.min(LONGEST, 2000 * 2 ** Math.max(0, this.failures - 1));
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private show(changes: Partial<Snapshot>): void {
    this.now = { ...this.now, ...changes };
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** Whether what was kept in a browser says something that the server does not have. */
export function saysMore(kept: { fields: Fields }, saved: { fields: Fields }): boolean {
  return !same(kept.fields, saved.fields);
}
