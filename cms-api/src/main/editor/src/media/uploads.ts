import { useSyncExternalStore } from "react";
import { Problem } from "../api/problem";
import { queries } from "../app/queries";
import type { Site } from "../app/site";
import { type Asset, filesOf } from "./asset";
import { LARGEST, type Sending, sendFile } from "./sendFile";

export type UploadState = "waiting" | "sending" | "done" | "failed" | "cancelled";

export interface Upload {
  id: string;
  site: string;
  file: File;
  state: UploadState;
  /** From 0 to 1. */
  sent: number;
  asset?: Asset;
  problem?: unknown;
}

const AT_ONCE = 2;

/**
 * Files on their way to the server, two at a time. They go on while one looks at another screen; what could not be sent for want of a
 * connection is sent when there is one again.
 */
export class Uploads {
  private all: readonly Upload[] = [];
  private readonly stops = new Map<string, AbortController>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly sendOne: (site: Site, file: File, sending: Sending) => Promise<Asset>,
    private readonly onStored: (site: Site) => void,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly list = () => this.all;

  add(site: Site, files: Iterable<File>): string[] {
    const added = Array.from(
      files,
      (file): Upload => ({ id: crypto.randomUUID(), site: site.id, file, state: "waiting", sent: 0 }),
    );
    for (const upload of added) {
      if (upload.file.size > LARGEST) {
        Object.assign(upload, { state: "failed", problem: new Problem(422, "file-too-large", "") });
      } else if (upload.file.size === 0) {
        Object.assign(upload, { state: "failed", problem: new Problem(422, "file-empty", "") });
      }
    }
    this.become([...this.all, ...added]);
    this.next(site);
    return added.map((upload) => upload.id);
  }

  retry(site: Site, id: string): void {
    this.change(id, { state: "waiting", sent: 0, problem: undefined });
    this.next(site);
  }

  cancel(id: string): void {
    this.stops.get(id)?.abort();
    this.change(id, { state: "cancelled" });
  }

  /** Takes what has ended from the list. */
  clear(): void {
    this.become(this.all.filter((upload) => upload.state === "waiting" || upload.state === "sending"));
  }

  retryOffline(site: Site): void {
    for (const upload of this.all) {
      if (upload.problem instanceof Problem && upload.problem.isOffline) {
        this.retry(site, upload.id);
      }
    }
  }

  private next(site: Site): void {
    const room = AT_ONCE - this.all.filter((upload) => upload.state === "sending").length;
    for (const upload of this.all
      .filter((one) => one.state === "waiting" && one.site === site.id)
      .slice(0, Math.max(0, room))) {
      void this.send(site, upload);
    }
  }

  private async send(site: Site, { id, file }: Upload): Promise<void> {
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.change(id, { state: "sending" });
    try {
      const asset = await this.sendOne(site, file, {
        key: id,
        signal: stop.signal,
        onProgress: (sent, all) => this.change(id, { sent: all > 0 ? sent / all : 0 }),
      });
      this.change(id, { state: "done", sent: 1, asset });
      this.onStored(site);
    } catch (problem) {
      if (!stop.signal.aborted) {
        this.change(id, { state: "failed", problem });
      }
    } finally {
      this.stops.delete(id);
      this.next(site);
    }
  }

  private change(id: string, change: Partial<Upload>): void {
    this.become(this.all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private become(next: readonly Upload[]): void {
    this.all = next;
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const uploads = new Uploads(sendFile, (site) => void queries.invalidateQueries({ queryKey: filesOf(site) }));

/** The uploads to a site, in the order in which they were chosen. */
export function useUploads(site: Site): Upload[] {
  return useSyncExternalStore(uploads.subscribe, uploads.list).filter((upload) => upload.site === site.id);
}
