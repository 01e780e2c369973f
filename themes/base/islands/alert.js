/**
 * Lets a visitor close the alert for as long as the browser's window lives, until it says something else.
 * Without JavaScript it simply stays. Loaded right behind the alert and not as a module, so that one who has
 * closed it never sees it come and go.
 */
customElements.define(
  "plein-alert",
  class extends HTMLElement {
    connectedCallback() {
      const said = this.textContent.trim();
      if (remembered() === said) {
        this.remove();
        return;
      }
      const close = document.createElement("button");
      close.type = "button";
      close.className = "alert-close";
      close.textContent = this.dataset.close;
      close.addEventListener("click", () => {
        remember(said);
        this.remove();
        document.querySelector("main").focus();
      });
      this.querySelector(".wrap").append(close);
    }
  },
);

/** A browser may refuse to keep anything; then the alert comes back on the next page. */
function remembered() {
  try {
    return sessionStorage.getItem("plein-alert");
  } catch {
    return null;
  }
}

function remember(text) {
  try {
    sessionStorage.setItem("plein-alert", text);
  } catch {
    // it comes back on the next page
  }
}
