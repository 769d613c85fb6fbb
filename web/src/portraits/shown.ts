/** What a visitor sees while playing: the own picture as in a mirror, the advice with its sign, and how much fits. */
import type { Seen } from "../body/points";
import { say } from "../play/screens";
import { word } from "../play/words";
import { type Advice, signOf } from "./guide";

export class Shown {
  readonly portrait: HTMLCanvasElement;
  private readonly canvas: HTMLCanvasElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly video: HTMLVideoElement,
    /** Whether the camera itself hands over a mirror's picture: then it is shown as it comes. */
    private readonly isSwapped: () => boolean,
  ) {
    this.portrait = this.part("[data-ghost]") as HTMLCanvasElement;
    this.canvas = this.part("[data-mirror]") as HTMLCanvasElement;
  }

  /** Show an advice by its key, in words and as a sign; screen readers say it. */
  say(key: string): void {
    this.part("[data-advice]").textContent = word(key);
    this.root.querySelector("[data-sign] path")?.setAttribute("d", signOf(key));
    say(word(key));
  }

  /** Show how much fits and how long it has been held; null: nobody is seen. */
  meter(advice: Advice | null, held: number): void {
    const share = advice === null ? 0 : (100 * advice.fits) / advice.of;
    const meter = this.root.querySelector("[data-meter]");
    meter?.setAttribute("aria-valuenow", String(Math.round(share)));
    meter?.querySelector(".filled")?.setAttribute("width", String(share));
    meter?.querySelector(".held")?.setAttribute("width", String(100 * held));
    this.part("[data-score]").textContent = advice === null ? "" : word("fits", { number: advice.fits, of: advice.of });
  }

  /** Show the camera's picture as in a mirror. */
  mirror(seen: Seen | null): void {
    const { canvas, video } = this;
    const context = canvas.getContext("2d");
    if (context === null || video.videoWidth === 0) return;
    if (canvas.width !== video.videoWidth || canvas.height !== video.videoHeight) {
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    }
    context.save();
    if (!this.isSwapped()) context.setTransform(-1, 0, 0, 1, canvas.width, 0);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    if (seen !== null && seen.others > 0) frame(context, seen);
    context.restore();
  }

  /** Call `then` with the place of the camera's picture that was tapped. */
  onpick(then: (x: number, y: number) => void): void {
    this.canvas.addEventListener("pointerdown", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const scale = Math.min(box.width / this.canvas.width, box.height / this.canvas.height);
      const x = (event.clientX - box.left - (box.width - this.canvas.width * scale) / 2) / scale;
      const y = (event.clientY - box.top - (box.height - this.canvas.height * scale) / 2) / scale;
      then(this.isSwapped() ? x : this.canvas.width - x, y);
    });
  }

  private part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`The page lacks ${selector}.`);
    return found;
  }
}

/** Where there are several, a frame says whose face is followed. */
function frame(context: CanvasRenderingContext2D, { landmarks }: Seen): void {
  const [xs, ys] = [landmarks.map(({ x }) => x), landmarks.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  context.lineWidth = 3;
  context.strokeStyle = "#ffffff";
  context.strokeRect(left - 6, top - 6, Math.max(...xs) - left + 12, Math.max(...ys) - top + 12);
}
