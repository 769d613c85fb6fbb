// The slider of years: two handles on the histogram, in step with the two number fields, which alone are sent.
// A handle at its end leaves the end open: works from before and after what the histogram shows are found too.

/** Let the handles of a histogram move with the number fields that its `data-from` and `data-to` name. */
export function slide(timeline: HTMLElement): void {
  const [low, high] = timeline.querySelectorAll<HTMLInputElement>("input[type=range]");
  const from = document.getElementById(timeline.dataset.from ?? "");
  const to = document.getElementById(timeline.dataset.to ?? "");
  if (low && high && from instanceof HTMLInputElement && to instanceof HTMLInputElement) {
    new Slider(timeline, low, high, from, to);
  }
}

class Slider {
  constructor(
    private readonly timeline: HTMLElement,
    private readonly low: HTMLInputElement,
    private readonly high: HTMLInputElement,
    private readonly from: HTMLInputElement,
    private readonly to: HTMLInputElement,
  ) {
    timeline.classList.add("sliding");
    low.hidden = high.hidden = false;
    low.addEventListener("input", () => {
      low.valueAsNumber = Math.min(low.valueAsNumber, high.valueAsNumber);
      from.value = low.value === low.min ? "" : written(low.valueAsNumber);
      this.show();
    });
    high.addEventListener("input", () => {
      high.valueAsNumber = Math.max(high.valueAsNumber, low.valueAsNumber);
      to.value = high.value === high.max ? "" : written(high.valueAsNumber);
      this.show();
    });
    for (const field of [from, to]) field.addEventListener("input", () => { this.follow(); });
    // A browser that brings back what was typed brings it back in the fields.
    window.addEventListener("pageshow", () => { this.follow(); });
  }

  private follow(): void {
    this.low.value = this.from.value === "" ? this.low.min : String(meant(this.from.valueAsNumber));
    this.high.value = this.to.value === "" ? this.high.max : String(meant(this.to.valueAsNumber));
    this.show();
  }

  private show(): void {
    const { earlier = "", later = "", span = "1" } = this.timeline.dataset;
    const [low, high] = [this.low.valueAsNumber, this.high.valueAsNumber];
    const open = { low: this.low.value === this.low.min, high: this.high.value === this.high.max };
    this.low.setAttribute("aria-valuetext", this.said(low, open.low ? earlier : "{year}"));
    this.high.setAttribute("aria-valuetext", this.said(high, open.high ? later : "{year}"));
    const from = this.from.value === "" ? -Infinity : meant(this.from.valueAsNumber);
    const to = this.to.value === "" ? Infinity : meant(this.to.valueAsNumber);
    for (const bar of this.timeline.querySelectorAll<SVGRectElement>("rect")) {
      const first = Number(bar.dataset.first);
      bar.classList.toggle("chosen", first <= to && first + Number(span) > from);
    }
  }

  private said(year: number, sentence: string): string {
    const bc = this.timeline.dataset.bc ?? "{year}";
    return sentence.replace("{year}", year > 0 ? String(year) : bc.replace("{year}", String(1 - year)));
  }
}

/** A year in figures: 500 BC, which is -499 to a calculator, is -500, and no year is 0. */
function written(year: number): string {
  return String(year > 0 ? year : year - 1);
}

function meant(figure: number): number {
  return figure < 0 ? figure + 1 : figure;
}
