import { useSearchParams } from "react-router";
import { panels } from "../panels";

const LAST = "plein.panel";
const FOLDED = "plein.panel.folded";
const WIDE = "(min-width: 75rem)";

/** Which panel is open, as the address tells; without a word there, the one that was open last, if there is room. */
export function usePanel() {
  const [params, setParams] = useSearchParams();
  const last = localStorage.getItem(LAST) ?? panels[0]?.key ?? "";
  const isOffered = matchMedia(WIDE).matches && localStorage.getItem(FOLDED) === null;
  const asked = params.get("panel") ?? (isOffered ? last : "none");
  const key = panels.some((panel) => panel.key === asked) ? asked : undefined;

  function open(next: string) {
    if (next === "none") {
      localStorage.setItem(FOLDED, "yes");
      localStorage.setItem(LAST, key ?? last);
    } else {
      localStorage.setItem(LAST, next);
      localStorage.removeItem(FOLDED);
    }
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
      open(last);
      focusSoon(".writing-tab[data-selected]");
    },
  };
}

/** As soon as it is drawn. */
function focusSoon(selector: string, tries = 20): void {
  setTimeout(() => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.focus();
    if (!found && tries > 0) {
      focusSoon(selector, tries - 1);
    }
  }, 50);
}
