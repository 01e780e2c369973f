import { useSearchParams } from "react-router";
import { panels } from "../panels";

const LAST = "plein.panel";
const WIDE = "(min-width: 75rem)";

/** Which panel is open, as the address tells; without a word there, the one that was open last, if there is room. */
export function usePanel() {
  const [params, setParams] = useSearchParams();
  const last = localStorage.getItem(LAST) ?? panels[0]?.key ?? "";
  const asked = params.get("panel") ?? (matchMedia(WIDE).matches && last !== "none" ? last : "none");
  const key = panels.some((panel) => panel.key === asked) ? asked : undefined;

  function open(next: string) {
    localStorage.setItem(LAST, next);
    setParams(
      (before) => {
        before.set("panel", next);
        return before;
      },
      { replace: true },
    );
  }

  return {
    key,
    open,
    /** The focus goes to the button that opens it again, and back. */
    close: () => {
      open("none");
      focusSoon(".writing-reopen button");
    },
    reopen: () => {
      open(last === "none" ? (panels[0]?.key ?? "none") : last);
      focusSoon(".writing-tab[data-selected]");
    },
  };
}

function focusSoon(selector: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), 50);
}
