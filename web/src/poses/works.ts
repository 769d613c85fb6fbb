/** The works of a challenge as the page holds them: picture, label, text. They are shown as copies; the page keeps its own. */

/** What of a work goes onto a card. */
export interface Caption {
  readonly title: string;
  readonly maker: string;
}

function article(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-work="${CSS.escape(id)}"]`);
}

/** Return a work with its label, to be put into a screen; null where the page has none. */
export function workOf(id: string): HTMLElement | null {
  const copy = article(id)?.cloneNode(true) as HTMLElement | undefined;
  if (copy === undefined) {
    return null;
  }
  delete copy.dataset.work;
  eager(copy);
  return copy;
}

/** Return a work's picture, to be put into a screen; null where the page has none. */
export function pictureOf(id: string): HTMLImageElement | null {
  return workOf(id)?.querySelector("img") ?? null;
}

/** Return title and maker as plain words. */
export function captionOf(id: string): Caption {
  const title = article(id)?.querySelector<HTMLElement>("[data-title]");
  return { title: title?.dataset.title ?? "", maker: title?.dataset.maker ?? "" };
}

/** Return whether a picture can be shown: it cannot where its work has been taken out of the game meanwhile. */
export async function arrives(picture: HTMLImageElement): Promise<boolean> {
  try {
    await picture.decode();
    return true;
  } catch {
    return false;
  }
}

function eager(within: HTMLElement): void {
  for (const picture of within.querySelectorAll("img")) {
    picture.loading = "eager";
  }
}
