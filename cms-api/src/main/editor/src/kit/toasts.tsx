import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { announce } from "./announce";
import { Button } from "./Button";
import { useSay } from "./words";

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SECONDS = 10;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) {
    listener();
  }
}

/** Tells what was done, for ten seconds; `undo` offers to take it back. */
export function tell(text: string, undo?: () => void): void {
  last += 1;
  const id = last;
  show([...toasts.slice(-2), { id, text, undo }]);
  announce(text);
  setTimeout(() => drop(id), SECONDS * 1000);
}

function drop(id: number): void {
  show(toasts.filter((toast) => toast.id !== id));
}

export function Toasts() {
  const say = useSay();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section className="toasts" aria-label={say("toasts")}>
      {shown.map((toast) => (
        <div className="toast" key={toast.id}>
          <span>{toast.text}</span>
          <span className="actions">
            {toast.undo && (
              <Button
                onPress={() => {
                  drop(toast.id);
                  toast.undo?.();
                }}
              >
                {say("undo")}
              </Button>
            )}
            <Button look="quiet" icon={<X size={18} aria-hidden />} iconOnly onPress={() => drop(toast.id)}>
              {say("close")}
            </Button>
          </span>
        </div>
      ))}
    </section>
  );
}
