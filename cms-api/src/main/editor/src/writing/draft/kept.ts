import type { Fields } from "../door";

/** What was typed and the server does not have yet. */
export interface Kept {
  /** The revision that it was typed on, and the model of its fields. */
  basedOn: string;
  model: number;
  fields: Fields;
  keptAt: string;
  /** Of which tab of the browser. */
  tab: string;
}

const STORE = "drafts";
const tab = crypto.getRandomValues(new Uint32Array(2)).join("-");

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("plein", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A place in the browser for one person's unsaved work on one translation. Where there is no such place, nothing is kept. */
export class Keeper {
  private writing = false;
  private next: Omit<Kept, "tab"> | undefined;

  constructor(private readonly key: string) {}

  async read(): Promise<Kept | undefined> {
    return ask("readonly", (store) => store.get(this.key) as IDBRequest<Kept | undefined>).catch(() => undefined);
  }

  /** Keeps the newest; while one is being written, those between it and the newest are left out. */
  keep(work: Omit<Kept, "tab">): void {
    this.next = work;
    if (!this.writing) {
      void this.write();
    }
  }

  /** The server has it: what this tab kept goes. What another tab kept stays. */
  async drop(): Promise<void> {
    this.next = undefined;
    const kept = await this.read();
    if (kept && kept.tab === tab && !this.next && !this.writing) {
      await ask("readwrite", (store) => store.delete(this.key)).catch(() => undefined);
    }
  }

  /** What is there, whoever kept it, goes. */
  async clear(): Promise<void> {
    this.next = undefined;
    await ask("readwrite", (store) => store.delete(this.key)).catch(() => undefined);
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.next) {
      const work = { ...this.next, tab };
      this.next = undefined;
      await ask("readwrite", (store) => store.put(work, this.key)).catch(() => undefined);
    }
    this.writing = false;
  }
}
