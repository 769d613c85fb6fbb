/** A job's page while the job runs: bar and words follow it, and what matters is said aloud. */

/** What the server tells of a job: `percent` is null where nobody can know, `progress` and `label` are words to show. */
interface Progress {
  state: string;
  percent: number | null;
  progress: string;
  label: string;
}

const PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

/** Per cent between two announcements: a screen reader that speaks every second helps nobody. */
const SAY_EVERY = 10;

const MOVING = ["waiting", "running"];

/** Follow the job of a page until it is in another state, then load the page anew: buttons and counts differ by state. */
export function watch(page: HTMLElement): void {
  const address = page.dataset.job;
  const first = page.dataset.state;
  if (address === undefined || first === undefined || !MOVING.includes(first)) return;
  let said = 0;
  let pause = PAUSE_MS;

  const look = async (): Promise<void> => {
    const found = await ask(address);
    pause = found === null ? Math.min(pause * 2, LONGEST_PAUSE_MS) : PAUSE_MS;
    if (found !== null) {
      if (found.state !== first) {
        window.location.reload();
        return;
      }
      show(page, found);
      const step = Math.floor((found.percent ?? 0) / SAY_EVERY);
      if (step > said) {
        said = step;
        write(page, "[data-job-said]", found.progress);
      }
    }
    window.setTimeout(() => void look(), pause);
  };
  window.setTimeout(() => void look(), pause);
}

/** Return what the server tells, or null where it does not answer now: the network may come back. */
async function ask(address: string): Promise<Progress | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    return response.ok && !response.redirected ? ((await response.json()) as Progress) : null;
  } catch {
    return null;
  }
}

function show(page: HTMLElement, found: Progress): void {
  const bar = page.querySelector<HTMLProgressElement>("[data-job-bar]");
  if (bar !== null && found.percent !== null) bar.value = found.percent;
  write(page, "[data-job-progress]", found.progress);
}

function write(page: HTMLElement, where: string, words: string): void {
  const element = page.querySelector(where);
  if (element !== null) element.textContent = words;
}
