/** Says something to whoever can't see it change: saving, saved, conflict. */
export function announce(text: string, isUrgent = false): void {
  const region = document.getElementById(isUrgent ? "said-now" : "said");
  if (region) {
    region.textContent = "";
    // Another task: the same words twice are said twice.
    setTimeout(() => {
      region.textContent = text;
    }, 50);
  }
}
