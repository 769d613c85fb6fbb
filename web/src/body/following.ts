import type { Eye, Look } from "./eye";
import type { Landmark, Seen } from "./points";
import { at, boxAbout, type Place, type Region } from "./region";
import type { Pixels } from "./sampling";
import { Smoothing } from "./smoothing";

/** How often the whole picture is looked at while one person is followed, to count the others. */
const COUNT_EVERY_MS = 2000;

/** How long nobody else is followed after the one who played went out of sight. */
const WAIT_MS = 2000;

/** A person moves less than this from picture to picture, as a share of the region; what moves more is somebody else. */
const FARTHEST = 0.5;

/** Whoever is found within this share of the region's size from its middle is the one who was there. */
const SAME_PLACE = 0.4;

/** Of two whose points lie nearer to each other than this part of their length, one is the other's double. */
const DOUBLE = 0.12;

/** Follows one person from picture to picture, and never jumps to a passer-by. */
export class Following {
  private region: Region | null = null;
  private last: { region: Region; at: number } | null = null;
  private picked: Place | null = null;
  private others = 0;
  private counted = -Infinity;
  private smooth: Smoothing;
  private smoothAuxiliary: Smoothing;

  constructor(private readonly eye: Eye) {
    this.smooth = new Smoothing(eye.smoothing);
    this.smoothAuxiliary = new Smoothing(eye.auxiliarySmoothing);
  }

  /** From the next picture on follow whoever is nearest to this place. */
  pick(place: Place): void {
    this.picked = place;
  }

  /** Look at the next picture; null where the one who is followed is not in it. */
  async track(pixels: Pixels, at: number): Promise<Seen | null> {
    if (this.region === null || this.picked !== null || at - this.counted >= COUNT_EVERY_MS) await this.lookAround(pixels, at);
    const look = this.region === null ? null : await this.eye.look(pixels, this.region);
    const next = look === null ? null : this.eye.next(look);
    if (look === null || next === null || this.region === null || isElsewhere(next, this.region)) {
      this.region = null;
      return null;
    }
    const size = this.eye.sizeOf(look);
    const landmarks = this.smooth.apply(look.landmarks, at, size);
    const auxiliary = this.smoothAuxiliary.apply(look.auxiliary, at, size);
    this.region = auxiliary.length === 0 ? next : this.eye.next({ ...look, auxiliary });
    this.last = { region: this.region, at };
    return seen({ ...look, landmarks }, pixels, at, this.others);
  }

  /** Look at the whole picture: choose whom to follow where nobody is followed or somebody was tapped, and count the others. */
  private async lookAround(pixels: Pixels, at: number): Promise<void> {
    this.counted = at;
    const found = await this.eye.find(pixels);
    const regions = found.map((one) => this.eye.regionOf(one));
    const chosen = this.choose(regions, pixels, at);
    if (chosen !== null && chosen !== this.region) this.turnTo(chosen);
    const { region } = this;
    this.others = regions.filter((one) => region === null || one !== region && !isSamePlace(one, region)).length;
  }

  private choose(regions: readonly Region[], pixels: Pixels, at: number): Region | null {
    if (this.picked !== null) {
      const { picked } = this;
      this.picked = null;
      const near = nearest(regions, picked);
      if (near !== null && distance(near, picked) < near.size / 2) return near;
    }
    if (this.region !== null) return this.region;
    if (this.last === null || at - this.last.at > WAIT_MS) return mostProminent(regions, pixels);
    const { region } = this.last;
    const near = nearest(regions, region);
    return near !== null && isSamePlace(near, region) ? near : null;
  }

  private turnTo(region: Region): void {
    this.region = region;
    this.smooth = new Smoothing(this.eye.smoothing);
    this.smoothAuxiliary = new Smoothing(this.eye.auxiliarySmoothing);
  }
}

/** Everyone in a picture that stands alone: no following, no smoothing. */
export async function seeAll(eye: Eye, pixels: Pixels): Promise<Seen[]> {
  const looks: Look[] = [];
  for (const found of await eye.find(pixels)) {
    const look = await eye.look(pixels, eye.regionOf(found));
    if (look !== null && !looks.some((one) => isDouble(one.landmarks, look.landmarks))) looks.push(look);
  }
  return looks.map((look) => seen(look, pixels, 0, looks.length - 1));
}

function seen({ landmarks, score }: Look, { width, height }: Pixels, at: number, others: number): Seen {
  return { landmarks, score, width, height, at, others };
}

function isDouble(one: readonly Landmark[], other: readonly Landmark[]): boolean {
  const { width, height } = boxAbout(other);
  const apart = one.map((landmark, i) => distance(landmark, at(other, i))).sort((a, b) => a - b);
  return (apart[apart.length >> 1] ?? 0) < DOUBLE * Math.max(width, height);
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function isElsewhere(next: Region, region: Region): boolean {
  const larger = next.size / region.size;
  return !(distance(next, region) < FARTHEST * region.size && larger > FARTHEST && larger < 1 / FARTHEST);
}

function isSamePlace(one: Region, other: Region): boolean {
  return distance(one, other) < SAME_PLACE * Math.max(one.size, other.size);
}

function nearest(regions: readonly Region[], place: Place): Region | null {
  return regions.reduce<Region | null>((best, one) => best === null || distance(one, place) < distance(best, place) ? one : best, null);
}

/** The largest, less the farther it is from the middle of the picture. */
function mostProminent(regions: readonly Region[], { width, height }: Pixels): Region | null {
  const middle = { x: width / 2, y: height / 2 };
  const weight = (one: Region): number => one.size / (1 + distance(one, middle) / Math.hypot(middle.x, middle.y));
  return regions.reduce<Region | null>((best, one) => best === null || weight(one) > weight(best) ? one : best, null);
}
