/** Two pictures joined without a seam: coarse tones over a wide band, fine ones over a narrow one (Burt and Adelson 1983). */
import { type Plane, type Size, grown, halved } from "./planes";

/** Return `front` where the mask is 1, `behind` where it is 0, joined over `levels` octaves. */
export function blended(front: Plane, behind: Plane, mask: Plane, size: Size, levels: number): Plane {
  if (levels === 0 || Math.min(size.width, size.height) < 8) {
    return front.map((value, i) => value * mask[i]! + behind[i]! * (1 - mask[i]!));
  }
  const smallFront = halved(front, size);
  const smallBehind = halved(behind, size);
  const smallMask = halved(mask, size);
  const coarse = blended(smallFront.plane, smallBehind.plane, smallMask.plane, smallFront.size, levels - 1);
  const base = grown(coarse, smallFront.size, size);
  const frontBase = grown(smallFront.plane, smallFront.size, size);
  const behindBase = grown(smallBehind.plane, smallBehind.size, size);
  return base.map((value, i) => {
    const share = mask[i]!;
    return value + share * (front[i]! - frontBase[i]!) + (1 - share) * (behind[i]! - behindBase[i]!);
  });
}
