/** The card and the film: made when they are asked for, marked for what they are, offered, and dropped with the game. */

import { word } from "../play/words";
import { withXmp, type Facts } from "../play/xmp";
import { drawCard, type Struck } from "./card";
import { canFilm, makeFilm } from "./film";
import { marked } from "./filmmarks";
import { offer } from "../play/handing";

export class TakeAway {
  private readonly cardPlace: HTMLElement | null;
  private readonly filmPlace: HTMLElement | null;
  private takeBack: (() => void)[] = [];

  constructor(
    root: HTMLElement,
    private readonly museum: string,
  ) {
    this.cardPlace = root.querySelector("[data-card]");
    this.filmPlace = root.querySelector("[data-film]");
  }

  /** Make the card of a work and offer it. */
  async card(struck: Struck | undefined): Promise<void> {
    const place = this.cardPlace;
    const canvas = place?.querySelector("canvas");
    if (place === null || canvas === null || canvas === undefined || struck === undefined) {
      return;
    }
    await document.fonts.ready;
    drawCard(canvas, struck, this.museum);
    const drawn = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, "image/png"); });
    if (drawn === null) {
      return;
    }
    const file = await withXmp(drawn, this.facts([struck]));
    this.takeBack.push(offer(place, new File([file], `${word("card-file")}.png`, { type: "image/png" })));
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
  }

  /** Say whether a film can be made at the end. */
  ready(wanted: boolean): void {
    if (this.filmPlace !== null) {
      this.filmPlace.hidden = !wanted || !canFilm();
    }
  }

  /** Make the film of all poses and offer it. */
  async film(struck: readonly Struck[], running: () => boolean): Promise<void> {
    const place = this.filmPlace;
    const canvas = place?.querySelector("canvas");
    const button = place?.querySelector("button");
    const says = place?.querySelector("[data-taken-says]");
    const posed = struck.filter((one) => one.still !== null);
    if (place === null || !canvas || !button || !says || posed.length === 0) {
      return;
    }
    button.disabled = true;
    canvas.hidden = false;
    says.textContent = word("film-making");
    try {
      const film = marked(await makeFilm(canvas, posed, this.museum, running), this.facts(posed));
      if (running()) {
        const ending = film.type === "video/mp4" ? "mp4" : "webm";
        this.takeBack.push(offer(place, new File([film], `${word("card-file")}.${ending}`, { type: film.type })));
        says.textContent = word("film-made");
      }
    } catch {
      says.textContent = word("film-failed");
    } finally {
      button.disabled = false;
    }
  }

  /** Drop what was made. */
  clear(): void {
    for (const one of this.takeBack) {
      one();
    }
    this.takeBack = [];
    for (const place of [this.cardPlace, this.filmPlace]) {
      place?.querySelector("[data-download]")?.removeAttribute("href");
      const canvas = place?.querySelector("canvas");
      if (canvas) {
        [canvas.width, canvas.height] = [1, 1];
      }
    }
    if (this.cardPlace !== null) {
      this.cardPlace.hidden = true;
    }
    for (const one of this.filmPlace?.querySelectorAll<HTMLElement>("canvas, [data-download], [data-share]") ?? []) {
      one.hidden = true;
    }
  }

  private facts(struck: readonly Struck[]): Facts {
    return {
      sourceType: "compositeCapture",
      title: struck.map((one) => one.caption.title).join("; "),
      creators: struck.map((one) => one.caption.maker),
      caption: word("mark"),
      rights: "",
      statement: "",
      credit: this.museum,
      language: document.documentElement.lang,
    };
  }
}
