import { type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface Hit {
  id: string;
  label: string;
  icon?: ReactNode;
  /** What tells it from others of that name: its type, its locale. */
  note?: ReactNode;
}

/**
 * A field to find something in, as one types, and what was found below it. The keys are those of every combobox: arrows, Home, End and Enter.
 *
 * @param label   of the field
 * @param nothing is said where nothing was found
 * @param isBusy  while the server is asked: what was found before stays, and "nothing" is not said too early
 */
export function Finder<H extends Hit>({
  label,
  typed,
  onType,
  hits,
  nothing,
  isBusy = false,
  onPick,
}: {
  label: string;
  typed: string;
  onType: (typed: string) => void;
  hits: readonly H[];
  nothing: string;
  isBusy?: boolean;
  onPick: (hit: H) => void;
}) {
  const list = useId();
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const index = Math.min(at, hits.length - 1);
  const chosen = hits[index];

  // One task later: in a dialog over a dialog, the one below still holds the focus when the field appears.
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen stays in sight whenever it is another one
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [index]);

  const steps: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 8,
    PageUp: index - 8,
  };

  return (
    <div className="finder">
      <input
        className="input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${index}`}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        ref={input}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const next = steps[event.key];
          if (next !== undefined) {
            event.preventDefault();
            setAt(Math.max(0, Math.min(hits.length - 1, next)));
          } else if (event.key === "Enter" && chosen && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onPick(chosen);
          }
        }}
      />
      <div
        id={list}
        ref={box}
        className="finder-hits"
        {...(hits.length > 0 && { role: "listbox", "aria-label": label })}
      >
        {hits.map((hit, number) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as in every combobox
          <div
            className="menu-item"
            role="option"
            tabIndex={-1}
            id={`${list}-${number}`}
            key={hit.id}
            aria-selected={number === index}
            data-focused={number === index || undefined}
            onPointerMove={() => setAt(number)}
            onClick={() => onPick(hit)}
          >
            {hit.icon}
            <span className="finder-label">{hit.label}</span>
            <span className="soft small">{hit.note}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 && !isBusy && (
        <p className="soft" role="status">
          {nothing}
        </p>
      )}
    </div>
  );
}
