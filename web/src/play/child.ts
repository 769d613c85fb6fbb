/** Child mode: nothing is downloaded or shared. Asked for by `?child=1` (then it cannot be switched off here) or the switch. */

/** Return a function that tells whether child mode is on; what has `data-not-for-children` is hidden while it is. */
export function childMode(root: HTMLElement): () => boolean {
  const forced = new URLSearchParams(location.search).get("child") === "1";
  const box = root.querySelector<HTMLInputElement>("input[data-child]");
  const isOn = (): boolean => forced || box?.checked === true;

  function show(): void {
    for (const one of root.querySelectorAll<HTMLElement>("[data-not-for-children]")) {
      one.hidden = isOn();
    }
  }

  if (box !== null && forced) {
    box.checked = true;
    box.disabled = true;
  }
  box?.addEventListener("change", show);
  show();
  return isOn;
}
